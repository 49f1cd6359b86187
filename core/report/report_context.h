// SPDX-License-Identifier: GPL-3.0-or-later
// What a report says about itself: when it was made and by which version. Nothing here reads a
// clock or the environment; the faces pass both in.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/model/soak_run.h"

#include <optional>
#include <string>

namespace soak
{

struct ReportContext {
    std::optional<std::string> timestamp; // UTC, ISO-8601; absent in JSON is null, in text "n/a"
    std::string toolVersion;
};

// Sources of a report's time, highest rank first (DOMAIN 1.7). Empty texts count as absent.
struct TimestampSources {
    std::optional<std::string> freezeUtcIso;    // MM_FREEZE_UTC_ISO
    std::optional<std::string> sourceDateEpoch; // SOURCE_DATE_EPOCH, whole seconds
    std::optional<EpochMs> lastRuntimeUtc;      // lastRuntimeUtc(run)
    std::optional<EpochMs> now;                 // absent where a bundle is made
};

// The first source that is there, as utcText writes it; nullopt when there is none. Errors: Usage
// when one of the first two is there and is not a time: a typing error must not become another
// time.
Result<std::optional<std::string>> reportTimestamp(const TimestampSources& sources);

// runtime_utc of the newest iteration that has one.
std::optional<EpochMs> lastRuntimeUtc(const SoakRun& run);

} // namespace soak
