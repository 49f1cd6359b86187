// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep_table.h"

#include "core/model/statistics.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr const char* kAllScenarios = "all";

struct Gathered {
    SweepRow row;
    std::vector<double> firstGreens;
};

void gather(std::vector<Gathered>& rows, const std::string& scenario, const SweepResult& result)
{
    auto found = std::ranges::find_if(rows, [&](const Gathered& one) {
        return one.row.scenario == scenario && one.row.start == result.start &&
               one.row.tuner == result.tuner;
    });
    if (found == rows.end()) {
        rows.emplace_back();
        rows.back().row.scenario = scenario;
        rows.back().row.start = result.start;
        rows.back().row.tuner = result.tuner;
        found = rows.end() - 1;
    }
    ++found->row.soaks;
    found->row.green += result.isGreen ? 1 : 0;
    if (result.firstGreen) {
        found->firstGreens.push_back(*result.firstGreen);
    }
    found->row.latencyGuard += result.latencyGuard > 0 ? 1 : 0;
    found->row.oscillationGuard += result.oscillationGuard > 0 ? 1 : 0;
    for (const Metric metric : result.failing) {
        ++found->row.failing[metric];
    }
}

} // namespace

std::vector<SweepRow> sweepTable(const std::vector<SweepResult>& results)
{
    std::vector<Gathered> rows;
    for (const SweepResult& result : results) {
        gather(rows, result.scenario, result);
    }
    for (const SweepResult& result : results) {
        gather(rows, kAllScenarios, result);
    }
    std::vector<SweepRow> table;
    for (Gathered& one : rows) {
        one.row.share = wilsonInterval(one.row.green, one.row.soaks);
        one.row.medianFirstGreen = median(one.firstGreens);
        table.push_back(std::move(one.row));
    }
    return table;
}

} // namespace soak
