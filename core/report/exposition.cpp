// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exposition.h"

#include "core/base/escape.h"
#include "core/base/result.h"
#include "core/base/text.h"
#include "core/report/report_text.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr int kSampleDecimals = 9; // seconds of a millisecond metric, without binary noise

std::string_view keyOf(MetricType type)
{
    return type == MetricType::Counter ? "counter" : "gauge";
}

std::string labelsText(const Labels& labels)
{
    if (labels.empty()) {
        return "";
    }
    std::string text = "{";
    for (const auto& [name, value] : labels) {
        text += text.size() > 1 ? "," : "";
        text += name + "=\"" + escapeLabel(value) + "\"";
    }
    return text + "}";
}

} // namespace

void Exposition::family(std::string_view name, MetricType type, std::string_view help)
{
    SOAK_ASSERT(std::none_of(m_families.begin(), m_families.end(),
                             [name](const Family& family) { return family.name == name; }));
    m_families.push_back({std::string(name), type, std::string(help), ""});
}

void Exposition::sample(std::optional<double> value, const Labels& labels)
{
    SOAK_ASSERT(!m_families.empty());
    if (value) {
        Family& family = m_families.back();
        family.samples += family.name + labelsText(labels) + " " +
                          shortNumber(roundTo(*value, kSampleDecimals)) + "\n";
    }
}

std::string Exposition::text() const
{
    std::string text;
    for (const Family& family : m_families) {
        if (!family.samples.empty()) {
            text += "# HELP " + family.name + " " + family.help + "\n";
            text += "# TYPE " + family.name + " " + std::string(keyOf(family.type)) + "\n";
            text += family.samples;
        }
    }
    return text;
}

} // namespace soak
