// SPDX-License-Identifier: GPL-3.0-or-later
// Where the numbers in the list of runs come from (F1).
#include "core/analysis/number_sources.h"
#include "ui/docks/runs_panel.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/explainer.h"

#include <QTableView>

#include <algorithm>

namespace soak::ui
{
namespace
{

// A run that is not open has its figures and nothing else: their samples are in its folder.
Explanation listedExplanation(const RunListItem& item, std::size_t goal)
{
    const Metric metric = goalMetrics()[goal];
    const auto& gates = missionProfile().gates;
    const auto row = std::ranges::find(gates, specOf(metric).key, &GateSpec::metric);
    const std::size_t values = item.row->figures ? item.row->figures->window.size() : 0;
    return {.title = metricTitleWithUnit(metric),
            .value = metricText(item.kpis[goal], metric),
            .formula = row == gates.end() ? std::vector<Sentence>{}
                                          : listedSource(*row, values, item.folder.toStdString())};
}

} // namespace

// Of the cell under the cursor of the list: a goal by its samples; any other by the verdict of the
// run, told in sentences.
std::optional<Explanation> RunsPanel::explanation() const
{
    const RunListItem* item = current();
    if (item == nullptr) {
        return std::nullopt;
    }
    const int goal = m_table->currentIndex().column() - static_cast<int>(RunColumn::Kpi1);
    const bool isGoal = goal >= 0 && goal < static_cast<int>(kListedKpis);
    const OpenRun* run = m_context.session.find(item->identity);
    if (isGoal) {
        const auto index = static_cast<std::size_t>(goal);
        return run != nullptr ? explanationOf(*run->judgement, run->judgement->goalGates.at(index))
                              : listedExplanation(*item, index);
    }
    const QString iterations = m_table->currentIndex()
                                   .siblingAtColumn(static_cast<int>(RunColumn::Iterations))
                                   .data()
                                   .toString();
    Explanation explanation{.title = item->name,
                            .value =
                                QStringLiteral("%1, %2").arg(coreWord(item->word), iterations)};
    if (run != nullptr) {
        explanation.formula = countsSource(*run->judgement);
    } else {
        for (std::size_t i = 0; i < kListedKpis; ++i) {
            for (Sentence& source : listedExplanation(*item, i).formula) {
                explanation.formula.push_back(std::move(source));
            }
        }
    }
    return explanation;
}

} // namespace soak::ui
