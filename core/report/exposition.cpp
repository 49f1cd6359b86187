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
constexpr std::string_view kCounterEnd = "_total";

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
    SOAK_ASSERT(type != MetricType::Counter || name.ends_with(kCounterEnd));
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

std::string Exposition::text(ExpositionFormat format) const
{
    const bool isOpen = format == ExpositionFormat::OpenMetrics;
    std::string text;
    for (const Family& family : m_families) {
        if (family.samples.empty()) {
            continue;
        }
        std::string name = family.name;
        if (isOpen && family.type == MetricType::Counter) {
            name.resize(name.size() - kCounterEnd.size());
        }
        text += "# HELP " + name + " " + family.help + "\n";
        text += "# TYPE " + name + " " + std::string(keyOf(family.type)) + "\n";
        text += family.samples;
    }
    return isOpen ? text + "# EOF\n" : text;
}

} // namespace soak
