// SPDX-License-Identifier: GPL-3.0-or-later
// The list of runs, and what a list needs to know of each (UX 2.1). Where it comes from is another
// matter: folders now (folder_index.h), a store later.
#pragma once

#include "core/analysis/judgement.h"
#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/history/run_activity.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

inline constexpr std::size_t kGoalCount = 4; // in the order of goalMetrics()

using GoalValues = std::array<std::optional<double>, kGoalCount>;

// What an iteration of the window did to the four goals: for a sparkline.
enum class WindowMark : std::uint8_t { Met, Broke, Missing };

struct WindowPoint {
    int iteration = 0;
    WindowMark mark = WindowMark::Missing;
    // Of the goal that has least to spare in this iteration, as a share of its threshold: 0.02 =
    // met by 2 %; absent when a goal has no value.
    std::optional<double> margin;
    bool operator==(const WindowPoint&) const = default;
};

// What judging adds to a row.
struct RunFigures {
    RunVerdict verdict = RunVerdict::Fail;
    GateResultVerdict gateVerdict = GateResultVerdict::NoData;
    GoalValues values{};  // the window's aggregate of each goal
    GoalValues margins{}; // positive = met by so much
    // The same as shares of the threshold: 0.02 = met by 2 %; absent where the threshold is 0.
    GoalValues marginShares{};
    std::vector<WindowPoint> window;
    std::size_t iterationsRead = 0;
    std::size_t problems = 0; // findings of the run that are errors or warnings
    // What was in force in the last iteration, as far as the run says so; and its state hash, ""
    // when it does not.
    ParamValues parameters;
    std::string stateHash;
    bool operator==(const RunFigures&) const = default;
};

RunFigures figuresOf(const Judgement& judgement);

// What was in force in the last iteration. A run that recorded no overrides per iteration tells it
// by its live file where the last step changed nothing. nullopt: nobody knows.
std::optional<Overrides> lastInForce(const SoakRun& run);

struct RunRow {
    std::string folder;              // absolute
    std::vector<std::string> alsoIn; // other folders with the same run: a copy put in `latest`
    std::string identity;            // listedIdentity(); empty when it cannot be told
    std::string runId;               // empty: a run of another tool
    bool isBranch = false;           // a what-if; its run id is that of its source
    std::string name;                // of its folder, or of the folder that `soak/latest` lies in
    std::string engine;              // empty: unknown
    std::string scenario;
    std::string profile;     // of the starting values; empty: none
    std::string gateProfile; // empty: a run of another tool
    std::vector<std::string> tags;
    std::optional<EpochMs> startedMs; // absent: the run does not say
    std::size_t files = 0;            // iteration files
    std::optional<int> planned;       // absent: the run does not say
    ActivityReport activity;
    std::optional<RunFigures> figures; // absent: not judged yet, or not readable
    std::string whyUnreadable;         // empty: it can be read, as far as is known
    bool operator==(const RunRow&) const = default;
};

// By what people know the run: its id, or the folder's name of a what-if or another tool's run.
const std::string& shownName(const RunRow& row);

// A source of runs. One thread at a time.
class RunIndex
{
public:
    virtual ~RunIndex() = default;

    // Every run there is, the newest first, without reading its iterations: figures are absent. A
    // run that cannot be read is a row with a reason. Errors: Cancelled, and NotFound when a base
    // is not there.
    [[nodiscard]] virtual Result<std::vector<RunRow>> list(EpochMs now, std::stop_token stop,
                                                           const Progress& progress) const = 0;

    // `row` with its figures, or with the reason why there are none. Errors: Cancelled.
    [[nodiscard]] virtual Result<RunRow> judged(RunRow row, std::stop_token stop) const = 0;
};

} // namespace soak
