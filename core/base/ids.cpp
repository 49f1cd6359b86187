// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"

#include "core/base/result.h"
#include "core/base/text.h"

namespace soak
{

namespace
{
constexpr std::string_view kPrefix = "RUN_";
}

std::string runIdText(EpochMs start)
{
    SOAK_ASSERT(start >= 0);
    return std::string(kPrefix) + std::to_string(start);
}

std::optional<EpochMs> parseRunId(std::string_view text)
{
    if (!text.starts_with(kPrefix)) {
        return std::nullopt;
    }
    const std::optional<EpochMs> start = parseInteger(text.substr(kPrefix.size()));
    return start && *start >= 0 && runIdText(*start) == text ? start : std::nullopt;
}

} // namespace soak
