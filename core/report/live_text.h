// SPDX-License-Identifier: GPL-3.0-or-later
// What `soak watch` says, line by line, for people and as JSON lines (schema soak-watch/1).
#pragma once

#include "core/report/live_watch.h"

#include <optional>
#include <string>
#include <string_view>

namespace soak
{

enum class LandedHow { New, Changed };

// "  12  net_bps 2.41 bps  …  [WARN]": the four goals' metrics, each with its value or `missing`,
// and the soft gate of the iteration; of a failed one the reason. `iteration` is in the run.
std::string liveIterationText(const Judgement& judgement, int iteration, LandedHow how);
// {"event":"iteration","iteration":12,"changed":false,"metrics":{…},"missing":[…],…}
std::string liveIterationJson(const Judgement& judgement, int iteration, LandedHow how);

// "if it ended now: FAIL: …; gate mission NO DATA (3 of 8 iterations)"
std::string liveVerdictText(const Judgement& judgement);
std::string liveVerdictJson(const Judgement& judgement);

std::string liveRunText(const SoakRun& run); // which run it is
std::string liveRunJson(const SoakRun& run);

std::string liveFindingJson(const Finding& finding);
// Of things that are a word and a sentence: waiting, vanished, back, stalled, writer_dead, running.
std::string liveStateJson(std::string_view state, std::string_view why);

// The last line: `why` it ended, verdict, gate rows and exit code; `judgement` may be null.
std::string liveEndJson(const Judgement* judgement, std::string_view why, int exitCode);

} // namespace soak
