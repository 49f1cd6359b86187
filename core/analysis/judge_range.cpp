// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judge_range.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace soak
{

namespace
{

struct Rows {
    std::size_t first = 0;
    std::size_t last = 0; // beyond the last one
};

template <typename T>
void copyRows(InternedColumn<T>& to, const InternedColumn<T>& from, Rows rows)
{
    for (std::size_t row = rows.first; row < std::min(rows.last, from.rowCount()); ++row) {
        if (const T* value = from.at(row)) {
            to.append(*value);
        } else {
            to.appendAbsent();
        }
    }
}

template <typename T>
std::vector<T> rowsOf(const std::vector<T>& all, Rows rows)
{
    const std::size_t last = std::min(rows.last, all.size());
    const std::size_t first = std::min(rows.first, last);
    return {all.begin() + static_cast<std::ptrdiff_t>(first),
            all.begin() + static_cast<std::ptrdiff_t>(last)};
}

void copyAbsences(SoakRun& slice, const SoakRun& run, int low, int high)
{
    for (const int iteration : run.unreadable) {
        if (iteration >= low && iteration <= high) {
            slice.unreadable.push_back(iteration);
        }
    }
    for (const IterationGap& gap : run.gaps) {
        const IterationGap inside{std::max(gap.from, low), std::min(gap.to, high)};
        if (inside.from <= inside.to) {
            slice.gaps.push_back(inside);
        }
    }
    for (const ReportedTuning& reported : run.tuningReport) {
        if (reported.iteration >= low && reported.iteration <= high) {
            slice.tuningReport.push_back(reported);
        }
    }
}

} // namespace

SoakRun sliceOf(const SoakRun& run, int from, int to)
{
    const auto [low, high] = std::pair(std::min(from, to), std::max(from, to));
    const auto all = run.table.iterations();
    const auto begin = std::ranges::lower_bound(all, low);
    const Rows rows{
        static_cast<std::size_t>(begin - all.begin()),
        static_cast<std::size_t>(std::upper_bound(begin, all.end(), high) - all.begin())};
    SoakRun slice;
    slice.folder = run.folder;
    slice.info = run.info;
    slice.end = run.end; // else it would be said not to have ended
    slice.chain = run.chain;
    slice.hasTuningReport = run.hasTuningReport;
    if (slice.info) {
        slice.info->iterations = high - low + 1;
    }
    slice.table.reserve(rows.last - rows.first);
    for (std::size_t row = rows.first; row < rows.last; ++row) {
        slice.table.append(all[row], run.table.row(row), run.table.runtimeUtc(row));
    }
    copyRows(slice.notes, run.notes, rows);
    copyRows(slice.tuning, run.tuning, rows);
    copyRows(slice.during, run.during, rows);
    copyRows(slice.next, run.next, rows);
    copyRows(slice.baseline, run.baseline, rows);
    copyRows(slice.baselineNext, run.baselineNext, rows);
    slice.guardClocks = rowsOf(run.guardClocks, rows);
    slice.frozenUntil = rowsOf(run.frozenUntil, rows);
    slice.summaryFiles = rowsOf(run.summaryFiles, rows);
    copyAbsences(slice, run, low, high);
    return slice;
}

Result<RangeJudgement> judgeRange(const SoakRun& run, const GateProfile& profile, int from, int to)
{
    const auto [low, high] = std::pair(std::min(from, to), std::max(from, to));
    auto slice = std::make_shared<const SoakRun>(sliceOf(run, low, high));
    if (slice->table.rowCount() == 0) {
        return Error{Errc::NotFound,
                     "no iteration from " + std::to_string(low) + " to " + std::to_string(high) +
                         " could be read",
                     run.folder};
    }
    return RangeJudgement{low, high, judge(std::move(slice), profile, {.window = 0})};
}

} // namespace soak
