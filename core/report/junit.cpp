// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/junit.h"

#include "core/base/utf8.h"
#include "core/report/report_text.h"

#include <pugixml.hpp>

#include <sstream>

namespace soak
{

namespace
{

// pugixml escapes markup; what XML 1.0 cannot hold at all is replaced here.
std::string xmlText(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCharacter(text, at).value_or(kReplacement);
        const bool allowed = c == '\t' || c == '\n' || (c >= 0x20 && c < 0x7F) ||
                             (c >= 0xA0 && c != 0xFFFE && c != 0xFFFF);
        appendUtf8(out, allowed ? c : kReplacement);
    }
    return out;
}

void setAttribute(pugi::xml_node node, const char* name, std::string_view value)
{
    node.append_attribute(name).set_value(xmlText(value).c_str());
}

void setText(pugi::xml_node node, std::string_view text)
{
    node.append_child(pugi::node_pcdata).set_value(xmlText(text).c_str());
}

void setCount(pugi::xml_node node, const char* name, std::size_t count)
{
    node.append_attribute(name).set_value(static_cast<unsigned long long>(count));
}

bool isFailure(const GateResult& result)
{
    return result.outcome == GateOutcome::Fail && result.gate.severity == GateSeverity::Hard;
}

bool isError(const GateResult& result)
{
    return result.outcome == GateOutcome::NoData && result.gate.severity == GateSeverity::Hard;
}

std::string messageOf(const GateResult& result)
{
    return std::string(keyOf(result.outcome)) + ": " + gateText(result.gate, result.observed) +
           ", target " + targetText(result.gate) + ", margin " + marginText(result);
}

void addCase(pugi::xml_node suite, const GateResult& result, std::string_view className)
{
    pugi::xml_node one = suite.append_child("testcase");
    setAttribute(one, "name", result.gate.id);
    setAttribute(one, "classname", className);
    setAttribute(one, "time", "0");
    const std::string details = result.why +
                                "\nbroken by iterations: " + rangesText(result.brokenBy) +
                                "\nwithout a value: " + rangesText(result.missingIn);
    if (isFailure(result) || isError(result)) {
        pugi::xml_node bad = one.append_child(isFailure(result) ? "failure" : "error");
        setAttribute(bad, "message", messageOf(result));
        setAttribute(bad, "type", isFailure(result) ? "gate" : "no-data");
        setText(bad, details);
        return;
    }
    setText(one.append_child("system-out"), messageOf(result) + "\n" + details);
}

} // namespace

std::string junitXml(const Judgement& judgement, const ReportContext& context)
{
    std::size_t failures = 0;
    std::size_t errors = 0;
    for (const GateResult& result : judgement.gates) {
        failures += isFailure(result) ? 1 : 0;
        errors += isError(result) ? 1 : 0;
    }
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version").set_value("1.0");
    declaration.append_attribute("encoding").set_value("UTF-8");
    pugi::xml_node suites = document.append_child("testsuites");
    pugi::xml_node suite = suites.append_child("testsuite");
    for (pugi::xml_node node : {suites, suite}) {
        setAttribute(node, "name", "soak gate " + judgement.profile.name);
        setCount(node, "tests", judgement.gates.size());
        setCount(node, "failures", failures);
        setCount(node, "errors", errors);
        setAttribute(node, "time", "0");
    }
    setCount(suite, "skipped", 0);
    if (context.timestamp) {
        setAttribute(suite, "timestamp", *context.timestamp);
    }
    const std::string className = "soak." + judgement.profile.name;
    for (const GateResult& result : judgement.gates) {
        addCase(suite, result, className);
    }
    std::ostringstream out;
    document.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
    return out.str();
}

} // namespace soak
