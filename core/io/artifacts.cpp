// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/artifacts.h"

#include <algorithm>
#include <charconv>

namespace soak
{

namespace
{

constexpr std::string_view kSummaryPrefix = "ITER_SUMMARY_";
constexpr std::string_view kSummarySuffix = ".json";
constexpr std::string_view kIsolatedPrefix = "RUN_";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

std::string summaryFileName(int iteration)
{
    std::string name(kSummaryPrefix);
    name += std::to_string(iteration);
    name += kSummarySuffix;
    return name;
}

std::optional<int> iterationOfFileName(std::string_view name)
{
    if (!name.starts_with(kSummaryPrefix) || !name.ends_with(kSummarySuffix) ||
        name.size() <= kSummaryPrefix.size() + kSummarySuffix.size()) {
        return std::nullopt;
    }
    const std::string_view digits = name.substr(
        kSummaryPrefix.size(), name.size() - kSummaryPrefix.size() - kSummarySuffix.size());
    if (!isDigit(digits.front()) || digits.front() == '0') {
        return std::nullopt;
    }
    int iteration = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), iteration);
    if (error != std::errc() || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return iteration;
}

bool isIsolatedFolderName(std::string_view name)
{
    return name.starts_with(kIsolatedPrefix) && name.size() > kIsolatedPrefix.size() &&
           std::all_of(name.begin() + kIsolatedPrefix.size(), name.end(), isDigit);
}

} // namespace soak
