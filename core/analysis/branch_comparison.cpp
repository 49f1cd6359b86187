// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/branch_comparison.h"

#include "core/model/statistics.h"

#include <algorithm>

namespace soak
{

namespace
{

struct RowPair {
    std::size_t source = 0;
    std::size_t branch = 0;
};

std::vector<RowPair> commonRows(const IterationTable& source, const IterationTable& branch)
{
    std::vector<RowPair> rows;
    for (std::size_t row = 0; row < source.rowCount(); ++row) {
        if (const auto other = branch.rowOf(source.iterations()[row])) {
            rows.push_back({row, *other});
        }
    }
    return rows;
}

std::optional<BranchKpi> kpiOf(Metric metric, const SoakRun& source, const SoakRun& branch,
                               const std::vector<RowPair>& rows)
{
    BranchKpi kpi{.metric = metric, .source = {}, .branch = {}};
    std::vector<double> sourceValues;
    std::vector<double> branchValues;
    bool isAny = false;
    for (const RowPair& row : rows) {
        const auto one = source.table.at(metric, row.source);
        const auto other = branch.table.at(metric, row.branch);
        isAny = isAny || one || other;
        if (one && other) {
            sourceValues.push_back(*one);
            branchValues.push_back(*other);
        }
    }
    kpi.count = sourceValues.size();
    if (kpi.count > 0) {
        kpi.source = mean(sourceValues);
        kpi.branch = mean(branchValues);
    }
    return isAny ? std::optional(kpi) : std::nullopt;
}

bool hasSameFile(const SoakRun& source, const SoakRun& branch, const RowPair& row)
{
    return source.summaryFiles.size() <= row.source || branch.summaryFiles.size() <= row.branch ||
           source.summaryFiles[row.source] == branch.summaryFiles[row.branch];
}

} // namespace

std::optional<double> BranchKpi::change() const
{
    return source && branch ? std::optional(*branch - *source) : std::nullopt;
}

BranchComparison compareBranch(const SoakRun& source, const SoakRun& branch, int at)
{
    BranchComparison comparison;
    comparison.from = at;
    std::vector<RowPair> compared;
    for (const RowPair& row : commonRows(source.table, branch.table)) {
        const int iteration = source.table.iterations()[row.source];
        if (!comparison.firstOtherFile && !hasSameFile(source, branch, row)) {
            comparison.firstOtherFile = iteration;
        }
        if (!comparison.firstOtherMetric &&
            source.table.row(row.source) != branch.table.row(row.branch)) {
            comparison.firstOtherMetric = iteration;
        }
        comparison.to = iteration;
        if (iteration >= at) {
            compared.push_back(row);
        }
    }
    for (const KpiSpec& spec : kpiSpecs()) {
        if (const auto kpi = kpiOf(spec.metric, source, branch, compared)) {
            comparison.kpis.push_back(*kpi);
        }
    }
    return comparison;
}

} // namespace soak
