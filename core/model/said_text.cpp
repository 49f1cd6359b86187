// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/said_text.h"

#include "core/model/said_history_rows.h"
#include "core/model/said_release_rows.h"

#include <algorithm>
#include <array>

namespace soak
{

namespace
{

using Row = SaidRow;

constexpr std::array kRunRows{
    // texts that hold others, or a "; " of their own
    Row{"the deltas are not verified: {1}", "1"},
    Row{"the verdict is {1}: {2}", "12"},
    Row{"expected {1}, found {2}; counts as missing", "12"},
    Row{"{1} is out of range; counts as missing"},
    Row{"{1} is no percentage; counts as missing"},
    Row{"{1} is no count; the blocks count as missing"},
    Row{"{1} line is no entry and not counted; the first is line {2}"},
    Row{"{1} lines are no entries and not counted; the first is line {2}"},
    Row{"gross, fees, adverse and inventory have the signs of the trade audit; converted"},
    Row{"`totals` and `total` differ; `totals` counts"},
    Row{"the key stands twice; the last value counts"},
    Row{"there is no tuning report; the summaries say what it would"},
    Row{"not a regular file within the run; not read"},
    Row{"the live overrides vanished or became unreadable during the run; written again"},
    Row{"somebody else changed the live overrides during the run (sha256 {1}); the run's own "
        "values win"},
    Row{"the engine failed: {1}"},
    Row{"attempts before the one that counts failed: {1}"},
    Row{"the bot wrote more than is kept of its output"},
    // several of them
    Row{"{1}; {2}", "12"},
    // findings, blockers, reasons
    Row{"all four goals are met"},
    Row{"{1} is in none of the {2} iterations of the window"},
    Row{"{1} is in none of the 1 iteration of the window"},
    Row{"the run does not say how many iterations it should have"},
    Row{"soak runs do not record {1}"},
    Row{"iteration {1} of the window could not be read"},
    Row{"{1} ends at {2}, outside its safe limits"},
    Row{"{1} is {2}, outside its safe limits (another spelling is used)"},
    Row{"{1} is {2}, outside its safe limits"},
    Row{"{1} is missing in iteration {2} of the window"},
    Row{"{1} is not what the last iteration left: {2}"},
    Row{"the window holds {1} of {2} iterations"},
    Row{"the window holds {1} of 1 iteration"},
    Row{"a freeze is active at the end of the run"},
    Row{"the hash chain of the summaries is broken"},
    // comparisons
    Row{"the baseline has no value"},
    Row{"it has no value where the baseline has one"},
    Row{"the mean of the baseline is 0"},
    Row{"the run has no value"},
    Row{"the values of the run are all the same"},
    Row{"the run has no iteration"},
    Row{"no iteration is in all of the runs"},
    Row{"no times of iterations are recorded"},
    Row{"the recorded time goes back at iteration {1}"},
    Row{"no iteration has both values"},
    Row{"the parameter has one value in all of them"},
    Row{"the metric has one value in all of them"},
    Row{"fewer than three iterations have both values"},
    Row{"fewer than 8 points: chance alone makes a strong relation"},
    Row{"iterations that follow each other are alike, so there are fewer independent points"},
    Row{"same configuration: a difference here is not the overrides"},
    Row{"the overrides are not recorded in both runs: whether they differ is not known"},
    Row{"the overrides changed during the compared iterations"},
    Row{"assumes noise no slower than the run: fewer than 100 iterations"},
    Row{"two runs cannot tell the build from the night they ran in"},
    Row{"the measurements are those of a run of another tool: KPIs do not answer to the "
        "overrides of this run"},
    Row{"the measurements are those of {1}: KPIs do not answer to the overrides of this run"},
    Row{"the baseline is a replay: its KPIs do not answer to its overrides"},
    Row{"the run is a replay: its KPIs do not answer to its overrides"},
    Row{"each run is one value, so the interval includes the differences between nights: "
        "preferred to a pair of runs"},
    Row{"the runs of arm {1} are not known to have one configuration"},
    Row{"1 run is a replay: the KPIs of a replay do not answer to its overrides"},
    Row{"{1} runs are replays: the KPIs of a replay do not answer to its overrides"},
    Row{"1 run is in both arms, which makes them more alike than they are"},
    Row{"{1} runs are in both arms, which makes them more alike than they are"},
    Row{"arm {1} has 1 usable run, at least 3 are needed"},
    Row{"arm {1} has {2} usable runs, at least 3 are needed"},
    Row{"1 value after the warm-up, at least 8 are needed"},
    Row{"the same run as {1}"},
    Row{"Welch's t of the means of runs, Holm over {1} KPIs, alpha {2}"},
    Row{"no values in the baseline"},
    Row{"no values in the run"},
    Row{"{1} values after the warm-up, at least 8 are needed"},
    Row{"worth {1} independent values, at least 3 are needed"},
    Row{"Holm p {1} is not below {2}, and the 90 % interval {3} is not within the margin of {4}"},
    Row{"both are constant, the difference is {1}, the margin {2}"},
    Row{"the 90 % interval {1} lies within the margin of {2}"},
    Row{"Holm p {1} is below {2}, 95 % interval {3}"},
    Row{"AR(1) t with batch-means guard, Holm over {1} KPIs, alpha {2}"},
    Row{"#{1} ±{2}, not preceded by a change of the overrides"},
    Row{"the level changed at {1}, give or take {2} runs: {3} to {4}"},
    Row{"change points need {1} runs with a mean, and there are {2}"},
    Row{"no change of the level is seen"},
    Row{"#{1} ±{2}, preceded by {3}"},
    // findings, blockers, reasons again
    Row{"the run is a what-if, which parts from another run in iteration {1}"},
    Row{"a what-if put {1} in its place"},
    Row{"the engine failed in iteration {1}"},
    Row{"the run has not ended"},
    Row{"the run ended as {1}"},
    Row{"the run ended with iteration {1}"},
    Row{"the run has neither a tuning report nor tuning in its summaries"},
    Row{"no iteration that another follows proposed anything, and nothing changed"},
    Row{"{1} proposals: {2} arrived in full, {3} held back with a reason, {4} failed (ratio {5}, "
        "threshold {6})"},
    Row{"1 proposal: {1} arrived in full, {2} held back with a reason, {3} failed (ratio {4}, "
        "threshold {5})"},
    Row{"{1} is out of range"},
    Row{"{1} is read as percent: {2}"},
    Row{"an older form: {1}"},
    Row{"a bare list, the older form"},
    Row{"an entry without its iteration is left out"},
    Row{"the run of another tool: it has no hash chain, so changes cannot be seen"},
    Row{"it does not say which file it follows"},
    Row{"the file before it is missing"},
    Row{"the file before it could not be read"},
    Row{"the file before it is not the one that it follows: one of them was changed"},
    Row{"RUN.json is missing, where the chain begins"},
    Row{"the last iteration file is not the one that the run ended with"},
    Row{"net differs from gross less costs by {1} bps"},
    Row{"the four block ratios add to {1}"},
    Row{"no JSON object"},
    Row{"the file name says {1}, the field says {2}"},
    Row{"no parameter is called {1}"},
    Row{"the number is not finite and counts as missing"},
    Row{"a string over 1 MiB was cut"},
    Row{"not as in the summary: {1}"},
    Row{"the file is of another run than RUN.json"},
    Row{"iteration {1} has no file"},
    Row{"iterations {1} to {2} have no file"},
    Row{"a temporary file of a writer that was killed"},
    Row{"{1} for a whole number, rounded to {2}"},
    Row{"preset {1}: no such parameter, left out"},
    Row{"preset {1}: has neither a value nor a default, left out"},
    Row{"preset {1}: {2} is not allowed, left out"},
    Row{"preset {1}: {2} limited to {3}"},
    Row{"larger than 64 MiB"},
    Row{"{1} of {2} proposals cannot be verified: {3}", "3"},
    Row{"{1} of 1 proposal cannot be verified: {2}", "2"},
    Row{"1 parameter changed without a proposal"},
    Row{"{1} parameters changed without a proposal"},
    Row{"1 change stored as an absolute value"},
    Row{"{1} changes stored as absolute values"},
    Row{"1 claimed change left the state as it was"},
    Row{"{1} claimed changes left the state as it was"},
    Row{"the final overrides hold proposed changes as absolute values ({1})"},
    Row{"iteration {1} recorded no overrides"},
    Row{"iteration {1} is not steady and recorded no baseline"},
    Row{"iterations between {1} and {2} are missing and may have changed something"},
    Row{"recorded as applied, and no proposal can be read"},
    Row{"recorded as changed, and no proposal for it can be read: {1}"},
    Row{"{1} (used), {2}"},
    Row{"no iteration file could be read: {1}", "1"},
    Row{"there is no ITER_SUMMARY_<k>.json"},
    Row{"the file is empty"},
    Row{"not UTF-8"},
    Row{"not JSON: it ends too early"},
    Row{"not JSON: it has NUL bytes"},
    Row{"not JSON near line {1}"},
    // a gate's value against its threshold
    Row{"{1} of {2} is not defined for negative values", "1"},
    Row{"{1} is {2} ({3} of {4} proposals), not {5}"},
    Row{"{1} is {2} ({3} of {4} proposals), {5}"},
    Row{"{1} is {2} (nothing proposed), not {3}"},
    Row{"{1} is {2} (nothing proposed), {3}"},
    Row{"{1} is {2} ({3} of {4} iterations present), not {5}"},
    Row{"{1} is {2} ({3} of {4} iterations present), {5}"},
    Row{"{1} is {2} (of a run that does not say how many it should have), not {3}"},
    Row{"{1} is {2} (of a run that does not say how many it should have), {3}"},
    Row{"{1} of {2} is {3} over {4} of {5} iterations, not {6}", "1"},
    Row{"{1} of {2} is {3} over {4} of {5} iterations, {6}", "1"},
    Row{"{1} of {2} is {3} over {4} iterations, not {5}", "1"},
    Row{"{1} of {2} is {3} over {4} iterations, {5}", "1"},
    Row{"{1} of {2} is {3} over 1 iteration, not {4}", "1"},
    Row{"{1} of {2} is {3} over 1 iteration, {4}", "1"},
    // a file and what is wrong with it
    Row{"{1}: {2}", "2"},
};

// Those of releases and the history are whole sentences of their own, and stand before what fits
// nearly anything.
constexpr auto kRows = [] {
    std::array<Row, kSaidOfReleases.size() + kSaidOfHistory.size() + kRunRows.size()> rows{};
    auto* end = std::copy(kSaidOfReleases.begin(), kSaidOfReleases.end(), rows.begin());
    end = std::copy(kSaidOfHistory.begin(), kSaidOfHistory.end(), end);
    std::copy(kRunRows.begin(), kRunRows.end(), end);
    return rows;
}();

constexpr auto kPatterns = [] {
    std::array<std::string_view, kRows.size()> patterns{};
    std::transform(kRows.begin(), kRows.end(), patterns.begin(),
                   [](const Row& row) { return row.pattern; });
    return patterns;
}();

constexpr std::array<std::string_view, 12> kWords{
    "a list of numbers", "a list of strings",    "a list",         "a number",
    "a string",          "a reason of dropping", "a whole number", "an iteration",
    "an object",         "nested or flat",       "true or false",  "nothing",
};

// The places of a pattern stand in their order, with words between them.
std::optional<SaidText> taken(const Row& row, std::string_view text)
{
    SaidText said{row.pattern, {}};
    std::string_view pattern = row.pattern;
    std::size_t open = pattern.find('{');
    if (!text.starts_with(pattern.substr(0, open))) {
        return std::nullopt;
    }
    text.remove_prefix(std::min(open, pattern.size()));
    while (open != std::string_view::npos) {
        const char number = pattern[open + 1];
        pattern.remove_prefix(open + 3);
        open = pattern.find('{');
        const std::string_view next = pattern.substr(0, open);
        const std::size_t end = open != std::string_view::npos ? text.find(next, 1)
                                : text.ends_with(next)         ? text.size() - next.size()
                                                               : std::string_view::npos;
        if (end == std::string_view::npos || end == 0) {
            return std::nullopt;
        }
        said.arguments.push_back(
            {std::string(text.substr(0, end)), row.said.find(number) != std::string_view::npos});
        text.remove_prefix(end + next.size());
    }
    return text.empty() ? std::optional(std::move(said)) : std::nullopt;
}

} // namespace

std::optional<SaidText> saidTextOf(std::string_view text)
{
    for (const Row& row : kRows) {
        if (std::optional<SaidText> said = taken(row, text)) {
            return said;
        }
    }
    return std::nullopt;
}

std::span<const std::string_view> saidPatterns()
{
    return kPatterns;
}

std::span<const std::string_view> saidWords()
{
    return kWords;
}

} // namespace soak
