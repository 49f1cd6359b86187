// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/kpi_history.h"

#include "core/analysis/value_text.h"

namespace soak
{

KpiHistory kpiHistory(Metric metric, std::vector<KpiOfRun> runs)
{
    KpiHistory history;
    history.metric = metric;
    std::vector<std::optional<double>> means;
    for (const KpiOfRun& run : runs) {
        means.push_back(run.mean);
        history.means += run.mean ? 1 : 0;
    }
    history.runs = std::move(runs);
    if (history.isTooShort()) {
        return history;
    }
    for (const ChangePoint& point : changePoints(seriesOf(means)).confirmed) {
        history.changes.push_back({static_cast<std::size_t>(point.at), point.halfWidth,
                                   point.before, point.after, point.p});
    }
    return history;
}

std::vector<std::string> historyChangeTexts(const KpiHistory& history)
{
    if (history.isTooShort()) {
        return {"change points need " + std::to_string(kFewestRunsForChanges) +
                " runs with a mean, and there are " + std::to_string(history.means)};
    }
    std::vector<std::string> texts;
    for (const HistoryChange& change : history.changes) {
        texts.push_back("the level changed at " + history.runs[change.run].name +
                        ", give or take " + std::to_string(change.halfWidth) +
                        " runs: " + amountText(history.metric, change.before) + " to " +
                        amountText(history.metric, change.after));
    }
    if (texts.empty()) {
        texts.emplace_back("no change of the level is seen");
    }
    return texts;
}

} // namespace soak
