// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/run_alignment.h"

#include "core/base/result.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace soak
{

namespace
{

constexpr std::array kAlignmentKeys{
    std::pair{Alignment::Iteration, std::string_view("iteration")},
    std::pair{Alignment::FirstCommon, std::string_view("first_common")},
    std::pair{Alignment::Elapsed, std::string_view("elapsed")},
    std::pair{Alignment::Utc, std::string_view("utc")},
};
constexpr EpochMs kMsPerSecond = 1'000;
// Positions, offsets included, stay far from the ends of an int.
constexpr std::int64_t kFarthest = std::numeric_limits<int>::max() / 4;

std::optional<int> firstCommon(std::span<const SoakRun* const> runs)
{
    if (runs.empty()) {
        return std::nullopt;
    }
    for (const int iteration : runs.front()->table.iterations()) {
        if (std::ranges::all_of(runs, [&](const SoakRun* run) {
                return run->table.rowOf(iteration).has_value();
            })) {
            return iteration;
        }
    }
    return std::nullopt;
}

std::optional<EpochMs> firstTime(const SoakRun& run)
{
    for (std::size_t row = 0; row < run.table.rowCount(); ++row) {
        if (const std::optional<EpochMs> time = run.table.runtimeUtc(row)) {
            return time;
        }
    }
    return std::nullopt;
}

int place(std::int64_t x, std::int64_t offset)
{
    return static_cast<int>(std::clamp(x + offset, -kFarthest, kFarthest));
}

AlignedRun byNumber(const SoakRun& run, std::int64_t zero, std::int64_t offset)
{
    AlignedRun aligned;
    for (std::size_t row = 0; row < run.table.rowCount(); ++row) {
        aligned.rows.push_back(row);
        aligned.x.push_back(place(run.table.iterations()[row] - zero, offset));
    }
    return aligned;
}

AlignedRun refused(std::string why)
{
    AlignedRun aligned;
    aligned.why = std::move(why);
    return aligned;
}

AlignedRun byTime(const SoakRun& run, EpochMs zero, std::int64_t offset)
{
    AlignedRun aligned;
    EpochMs before = std::numeric_limits<EpochMs>::min();
    for (std::size_t row = 0; row < run.table.rowCount(); ++row) {
        const std::optional<EpochMs> time = run.table.runtimeUtc(row);
        if (!time) {
            ++aligned.unplaced;
            continue;
        }
        if (*time < before) {
            return refused("the recorded time goes back at iteration " +
                           std::to_string(run.table.iterations()[row]));
        }
        before = *time;
        aligned.rows.push_back(row);
        aligned.x.push_back(place((*time - zero) / kMsPerSecond, offset));
    }
    return aligned;
}

} // namespace

std::string_view keyOf(Alignment alignment)
{
    return std::ranges::find(kAlignmentKeys, alignment, [](const auto& row) { return row.first; })
        ->second;
}

std::optional<Alignment> alignmentFromKey(std::string_view key)
{
    const auto found =
        std::ranges::find(kAlignmentKeys, key, [](const auto& row) { return row.second; });
    return found == kAlignmentKeys.end() ? std::nullopt : std::optional(found->first);
}

AlignedRuns alignRuns(std::span<const SoakRun* const> runs, Alignment alignment,
                      std::span<const int> offsets)
{
    SOAK_ASSERT(offsets.empty() || offsets.size() == runs.size());
    AlignedRuns aligned;
    if (alignment == Alignment::FirstCommon) {
        aligned.common = firstCommon(runs);
    }
    if (alignment == Alignment::Utc) {
        for (const SoakRun* run : runs) {
            const std::optional<EpochMs> time = firstTime(*run);
            if (time && (!aligned.origin || *time < *aligned.origin)) {
                aligned.origin = time;
            }
        }
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const SoakRun& run = *runs[i];
        const std::int64_t offset = offsets.empty() ? 0 : offsets[i];
        if (run.table.rowCount() == 0) {
            aligned.runs.push_back(refused("the run has no iteration"));
        } else if (alignment == Alignment::Iteration) {
            aligned.runs.push_back(byNumber(run, 0, offset));
        } else if (alignment == Alignment::FirstCommon) {
            aligned.runs.push_back(aligned.common ? byNumber(run, *aligned.common - 1, offset)
                                                  : refused("no iteration is in all of the runs"));
        } else if (const std::optional<EpochMs> first = firstTime(run)) {
            aligned.runs.push_back(
                byTime(run, alignment == Alignment::Utc ? *aligned.origin : *first, offset));
        } else {
            aligned.runs.push_back(refused("no times of iterations are recorded"));
        }
    }
    return aligned;
}

} // namespace soak
