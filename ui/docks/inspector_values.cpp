// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/inspector_values.h"

#include "core/analysis/number_sources.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/explainer.h"
#include "ui/widgets/ink_label.h"
#include "ui/widgets/value_label.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace soak::ui
{
CursorValues::CursorValues(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(0, 1);
    connect(&context.selection, &Selection::shownChanged, this, &CursorValues::rebuild);
    connect(&context.selection, &Selection::primaryChanged, this, &CursorValues::rebuild);
    connect(&context.selection, &Selection::baselineChanged, this, &CursorValues::rebuild);
    connect(&context.session, &Session::changed, this, &CursorValues::fill);
    connect(&context.theme, &Theme::changed, this, &CursorValues::fill);
    rebuild();
}

void CursorValues::setIteration(std::optional<int> iteration)
{
    m_iteration = iteration;
    fill();
}

ValueLabel* CursorValues::valueAt(int row, int column)
{
    auto* label = new ValueLabel;
    label->setMinimumWidth(56);
    const QString run = m_runs[static_cast<std::size_t>(column)];
    connect(label, &ValueLabel::explainRequested, this,
            [this, row, run, label] { explain(static_cast<std::size_t>(row), run, label); });
    m_grid->addWidget(label, row, column + 1);
    return label;
}

void CursorValues::rebuild()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_values.clear();
    m_runs.clear();
    // The primary run stands first.
    const QString primary = m_context.selection.primary();
    if (!primary.isEmpty()) {
        m_runs.push_back(primary);
    }
    for (const QString& run : m_context.selection.shown()) {
        if (run != primary && static_cast<int>(m_runs.size()) < kMostRuns) {
            m_runs.push_back(run);
        }
    }
    for (int row = 0; row < static_cast<int>(kInspectedMetrics.size()); ++row) {
        const Metric metric = kInspectedMetrics.at(static_cast<std::size_t>(row));
        m_grid->addWidget(
            inkLabel(m_context.theme, Ink::Muted, metricTitleWithUnit(metric), Theme::textFont()),
            row, 0);
        for (int column = 0; column < static_cast<int>(m_runs.size()); ++column) {
            m_values.push_back(valueAt(row, column));
        }
    }
    m_more = inkLabel(m_context.theme, Ink::Muted);
    // Not to the end: columns of runs that are gone would keep their spacing.
    m_grid->addWidget(m_more, static_cast<int>(kInspectedMetrics.size()), 0, 1,
                      1 + static_cast<int>(m_runs.size()));
    const auto hidden = m_context.selection.shown().size() - static_cast<qsizetype>(m_runs.size());
    m_more->setVisible(hidden > 0);
    m_more->setText(tr("and %n more runs", nullptr, static_cast<int>(hidden)));
    fill();
}

void CursorValues::fill()
{
    std::size_t index = 0;
    for (const Metric metric : kInspectedMetrics) {
        for (const QString& identity : m_runs) {
            ValueLabel* label = m_values.at(index++);
            const OpenRun* run = m_context.session.find(identity);
            const std::optional<std::size_t> row =
                run != nullptr && m_iteration ? run->run->table.rowOf(*m_iteration) : std::nullopt;
            const QString text =
                metricText(row ? run->run->table.at(metric, *row) : std::nullopt, metric);
            label->setValue(text, tr("%1, %2: %3")
                                      .arg(metricTitleWithUnit(metric),
                                           m_context.session.nameOf(identity), text));
            label->setInk(runColour(m_context.theme.tone(), m_context.colourSlot(identity)));
            label->setToolTip(m_context.session.nameOf(identity) + QLatin1Char('\n') +
                              tr("F1: where this number comes from"));
        }
    }
}

void CursorValues::explain(std::size_t metric, const QString& run, QWidget* anchor)
{
    const OpenRun* open = m_context.session.find(run);
    if (open == nullptr || !m_iteration) {
        return;
    }
    auto* popover = new ExplainPopover(m_context.theme, this);
    popover->setExplanation(explanationOf(*open->run, kInspectedMetrics.at(metric), *m_iteration));
    connect(popover, &ExplainPopover::linkFollowed, this, &CursorValues::linkFollowed);
    popover->showBelow(anchor);
}

} // namespace soak::ui
