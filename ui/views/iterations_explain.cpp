// SPDX-License-Identifier: GPL-3.0-or-later
// Where the numbers of the charts come from (F1), and notes asked for on them.
#include "core/analysis/number_sources.h"
#include "core/analysis/parameter_series.h"
#include "ui/charts/chart_stack.h"
#include "ui/charts/series.h"
#include "ui/theme/numbers.h"
#include "ui/views/iterations_view.h"
#include "ui/widgets/explainer.h"

#include <algorithm>

namespace soak::ui
{
namespace
{

// What the title row of the chart says: "#33 362.0 A #29 180.0".
QString readOutOf(const ChartPane& pane)
{
    QStringList parts;
    for (const ChartLabel& label : pane.labels()) {
        if (label.role == LabelRole::ReadOut) {
            parts << label.text;
        }
    }
    return parts.join(QLatin1Char(' '));
}

void add(std::vector<Sentence>& formula, std::vector<Sentence> more)
{
    std::ranges::move(more, std::back_inserter(formula));
}

} // namespace

void IterationsView::addExplainer()
{
    connect(m_stack, &ChartStack::noteRequested, this, &IterationsView::noteRequested);
    new Explainer(this, [this](const QWidget* focus) { return explanation(focus); });
}

// Of the chart in focus: the values of the primary run at the cursor, else in the newest
// iteration, and at the marks.
std::optional<Explanation> IterationsView::explanation(const QWidget* focus) const
{
    const auto* pane = qobject_cast<const ChartPane*>(focus);
    const OpenRun* run = m_context.primary();
    if (pane == nullptr || run == nullptr || run->run->table.rowCount() == 0) {
        return std::nullopt;
    }
    const IterationTable& table = run->run->table;
    const Selection& selection = m_context.selection;
    std::vector<int> iterations{selection.cursor().value_or(table.iterations().back())};
    for (const std::optional<int> mark : {selection.markA(), selection.markB()}) {
        if (mark && std::ranges::find(iterations, *mark) == iterations.end()) {
            iterations.push_back(*mark);
        }
    }
    const QString& id = pane->scene()->id;
    const std::string name = id.section(QLatin1Char(':'), 1).toStdString();
    Explanation explanation{.title = pane->scene()->titleWithUnit(), .value = readOutOf(*pane)};
    if (const auto metric = metricFromKey(name); metric && id == metricSceneId(*metric)) {
        if (explanation.value.isEmpty()) {
            explanation.value = explanationOf(*run->run, *metric, iterations.front()).value;
        }
        for (const int iteration : iterations) {
            const auto row = table.rowOf(iteration);
            const bool isThere = row && table.at(*metric, *row).has_value();
            add(explanation.formula, valueSource(*metric, iteration, isThere));
        }
        return explanation;
    }
    const auto series = parameterSeries(*run->judgement, name);
    for (const int iteration : iterations) {
        const auto row = table.rowOf(iteration);
        const bool isThere = series && row && series->values[*row].has_value();
        add(explanation.formula, parameterSource(series ? series->path : name, iteration, isThere));
    }
    return explanation;
}

} // namespace soak::ui
