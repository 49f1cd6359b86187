// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/compare_csv.h"

#include "core/base/escape.h"
#include "core/report/report_text.h"

namespace soak
{
namespace
{

constexpr std::string_view kCompareCsvHead = "run,kpi,n,missing,mean,difference,relative,leaning,"
                                             "median,p95,min,max,last\r\n";

std::string numberCell(const std::optional<double>& value)
{
    return value ? shortNumber(*value) : std::string();
}

} // namespace

std::string compareCsv(std::span<const NamedMeans> runs)
{
    std::string text(kCompareCsvHead);
    for (const NamedMeans& run : runs) {
        const std::string name = csvCell(run.name);
        for (const ComparedMean& one : run.means) {
            text += name + ',' + std::string(specOf(one.metric).key) + ',' + std::to_string(one.n) +
                    ',' + std::to_string(one.missing);
            for (const auto& value : {one.mean, one.delta, one.relative}) {
                text += ',' + numberCell(value);
            }
            text += ',' + std::string(keyOf(one.leaning));
            for (const auto& value : {one.median, one.p95, one.min, one.max, one.last}) {
                text += ',' + numberCell(value);
            }
            text += "\r\n";
        }
    }
    return text;
}

std::string compareCsv(const RunComparison& comparison)
{
    std::vector<NamedMeans> runs;
    const CompareOptions& options = comparison.options;
    const SoakRun* baseline = nullptr;
    for (const ComparedSide& side : comparison.runs) {
        runs.push_back({side.name, comparedMeans(*side.run, baseline, options.metrics,
                                                 options.window, comparison.from)});
        baseline = comparison.runs.front().run.get();
    }
    return compareCsv(runs);
}

} // namespace soak
