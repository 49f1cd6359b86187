// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_context.h"

#include "core/base/text.h"

#include <limits>

namespace soak
{

namespace
{

constexpr std::int64_t kMostEpochSeconds = std::numeric_limits<std::int64_t>::max() / 1000;

Error notATime(const std::string& variable, const std::string& text, const std::string& example)
{
    return Error{Errc::Usage, variable + " is not a time: \"" + text + "\"; write it as " + example,
                 ""};
}

Result<EpochMs> epochOf(const std::string& text)
{
    const std::optional<std::int64_t> seconds = parseInteger(text);
    if (!seconds || *seconds < 0 || *seconds > kMostEpochSeconds ||
        !parseUtc(utcText(*seconds * 1000))) {
        return notATime("SOURCE_DATE_EPOCH", text, "seconds since 1970, like 1767608400");
    }
    return *seconds * 1000;
}

} // namespace

Result<std::optional<std::string>> reportTimestamp(const TimestampSources& sources)
{
    if (sources.freezeUtcIso && !sources.freezeUtcIso->empty()) {
        const std::optional<EpochMs> time = parseUtc(*sources.freezeUtcIso);
        if (!time) {
            return notATime("MM_FREEZE_UTC_ISO", *sources.freezeUtcIso, "2026-01-05T12:00:00Z");
        }
        return std::optional(utcText(*time));
    }
    if (sources.sourceDateEpoch && !sources.sourceDateEpoch->empty()) {
        SOAK_TRY(const EpochMs time, epochOf(*sources.sourceDateEpoch));
        return std::optional(utcText(time));
    }
    const std::optional<EpochMs> time =
        sources.lastRuntimeUtc ? sources.lastRuntimeUtc : sources.now;
    return time ? std::optional(utcText(*time)) : std::nullopt;
}

std::optional<EpochMs> lastRuntimeUtc(const SoakRun& run)
{
    for (std::size_t row = run.table.rowCount(); row > 0; --row) {
        if (const std::optional<EpochMs> time = run.table.runtimeUtc(row - 1)) {
            return time;
        }
    }
    return std::nullopt;
}

} // namespace soak
