// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/value_text.h"

#include "core/base/text.h"

#include <algorithm>
#include <string_view>

namespace soak
{

namespace
{

std::string withoutZeroFraction(std::string text)
{
    if (text.ends_with(".0")) {
        text.resize(text.size() - 2);
    }
    return text;
}

} // namespace

std::string plainNumber(double value)
{
    constexpr int kDecimals = 6;
    const double rounded = roundTo(value, kDecimals);
    const bool vanished = rounded == 0 && value != 0;
    return withoutZeroFraction(jsonNumber(vanished ? value : rounded));
}

std::string plainNumber(double value, double beside)
{
    std::string text = plainNumber(value);
    return value != beside && text == plainNumber(beside) ? withoutZeroFraction(jsonNumber(value))
                                                          : text;
}

std::string listText(const std::vector<std::string>& items, std::size_t most)
{
    std::string text;
    const std::size_t shown = std::min(items.size(), most);
    const std::size_t hidden = items.size() - shown;
    for (std::size_t i = 0; i < shown; ++i) {
        const bool isLast = i + 1 == shown && hidden == 0;
        text += i == 0 ? "" : isLast ? " and " : ", ";
        text += items[i];
    }
    return hidden == 0 ? text : text + " and " + std::to_string(hidden) + " more";
}

std::string listText(const std::vector<int>& items, std::size_t most)
{
    // Only what may be shown becomes text: a list of broken iterations can be a million long.
    std::vector<std::string> texts(items.size());
    for (std::size_t i = 0; i < std::min(items.size(), most); ++i) {
        texts[i] = std::to_string(items[i]);
    }
    return listText(texts, most);
}

std::string amountText(Metric metric, double value)
{
    const KpiSpec& spec = specOf(metric);
    const std::string_view unit = unitText(spec.unit);
    return fixedText(value, spec.decimals) + (unit.empty() ? "" : " " + std::string(unit));
}

} // namespace soak
