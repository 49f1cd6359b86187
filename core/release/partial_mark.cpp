// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/partial_mark.h"

#include "core/base/escape.h"
#include "core/release/bundle_layout.h"
#include "core/report/json_text.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

constexpr std::string_view kMark = "PARTIAL: this is not a release.";

std::string afterFirstLine(const std::string& text, const std::string& inserted)
{
    const std::size_t end = text.find('\n');
    SOAK_ASSERT(end != std::string::npos);
    return text.substr(0, end + 1) + inserted + text.substr(end + 1);
}

std::string afterTag(const std::string& text, std::string_view tag, const std::string& inserted)
{
    const std::size_t start = text.find(tag);
    SOAK_ASSERT(start != std::string::npos);
    const std::size_t end = text.find('>', start);
    return text.substr(0, end + 1) + inserted + text.substr(end + 1);
}

std::string markdownMark(const BundleFacts& facts)
{
    std::string mark = "\n> **" + std::string(kMark) + "**\n";
    for (const std::string& blocker : facts.blockers) {
        mark += ">\n> - " + escapeMarkdown(blocker) + "\n";
    }
    return mark;
}

std::string htmlMark(const BundleFacts& facts)
{
    std::string mark =
        "\n<section class=\"partial\"><p class=\"chip fail\">" + std::string(kMark) + "</p><ul>";
    for (const std::string& blocker : facts.blockers) {
        mark += "<li>" + escapeHtml(blocker) + "</li>";
    }
    return mark + "</ul></section>";
}

std::string jsonMark(std::string_view path, const std::string& text, const BundleFacts& facts)
{
    nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    SOAK_ASSERT(json.is_object());
    if (path == kGateProfileFile) { // its reader takes no other members
        json["description"] = std::string(kMark) + " " + json.value("description", "");
        return jsonText(json);
    }
    json["bundle_result"] = keyOf(facts.result);
    json["bundle_blockers"] = facts.blockers;
    return jsonText(json);
}

} // namespace

std::string withPartialMark(std::string_view path, std::string text, const BundleFacts& facts)
{
    if (facts.result == BundleResult::Ready) {
        return text;
    }
    if (path.ends_with(".md")) {
        return afterFirstLine(text, markdownMark(facts));
    }
    if (path.ends_with(".html")) {
        return afterTag(text, "<body", htmlMark(facts));
    }
    if (path.ends_with(".svg")) {
        return afterTag(text, "<svg",
                        "\n<text class=\"partial\" x=\"62\" y=\"11\">" + std::string(kMark) +
                            "</text>");
    }
    if (path.ends_with(".json")) {
        return jsonMark(path, text, facts);
    }
    return "# " + std::string(kMark) + "\n" + text;
}

std::string withoutPartialMark(std::string description)
{
    const std::string mark = std::string(kMark) + " ";
    return description.starts_with(mark) ? description.substr(mark.size()) : description;
}

} // namespace soak
