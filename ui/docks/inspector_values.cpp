// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/inspector_values.h"

#include "core/analysis/range_statistics.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/explain_popover.h"
#include "ui/widgets/ink_label.h"
#include "ui/widgets/value_label.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr int kColumns = 4; // of the marked range: title, A, B, difference

ElidedLabel* numberLabel(const Theme& theme)
{
    ElidedLabel* label = inkLabel(theme, Ink::Text, {}, Theme::numberFont());
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

} // namespace

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
    m_grid->addWidget(m_more, static_cast<int>(kInspectedMetrics.size()), 0, 1, -1);
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
            QPalette palette = label->palette();
            palette.setColor(QPalette::WindowText,
                             runColour(m_context.theme.tone(), m_context.colourSlot(identity)));
            label->setPalette(palette);
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

MarkedRange::MarkedRange(const ViewContext& context, QWidget* parent)
    : QWidget(parent), m_context(context)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    for (std::size_t line = 0; line <= kInspectedMetrics.size(); ++line) {
        const int row = static_cast<int>(line) * 2;
        for (int column = 0; column < kColumns; ++column) {
            ElidedLabel* label = numberLabel(context.theme);
            if (column == 0) {
                label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            } else {
                label->setMinimumWidth(48);
            }
            grid->addWidget(label, row, column);
            m_labels.push_back(label);
        }
        ElidedLabel* between = inkLabel(context.theme, Ink::Muted);
        grid->addWidget(between, row + 1, 0, 1, kColumns);
        m_labels.push_back(between);
    }
}

bool MarkedRange::refresh()
{
    const OpenRun* run = m_context.primary();
    const std::optional<int> a = m_context.selection.markA();
    const std::optional<int> b = m_context.selection.markB();
    const bool isMarked = run != nullptr && (a || b);
    const auto label = [&](std::size_t line, int column) {
        return m_labels.at(line * (kColumns + 1) + static_cast<std::size_t>(column));
    };
    const auto name = [](char16_t mark, std::optional<int> at) {
        return at ? QStringLiteral("%1 #%2").arg(QChar(mark)).arg(*at) : QString(QChar(mark));
    };
    label(0, 1)->setText(name(u'A', a));
    label(0, 2)->setText(name(u'B', b));
    label(0, 3)->setText(QStringLiteral("\u0394"));
    label(0, 4)->setText(isMarked ? QString()
                                  : tr("A and B on the charts mark two iterations to compare."));
    for (std::size_t i = 0; i < kInspectedMetrics.size(); ++i) {
        const Metric metric = kInspectedMetrics.at(i);
        for (int column = 0; column <= kColumns; ++column) {
            label(i + 1, column)->setVisible(isMarked);
        }
        if (!isMarked) {
            continue;
        }
        const MarkedValues values = markedValues(run->run->table, metric, a, b);
        const int decimals = specOf(metric).decimals;
        label(i + 1, 0)->setText(metricTitleWithUnit(metric));
        label(i + 1, 1)->setText(metricText(values.a, metric));
        label(i + 1, 2)->setText(metricText(values.b, metric));
        label(i + 1, 3)->setText(values.delta ? signedText(*values.delta, decimals)
                                              : numberText(std::nullopt, 0));
        label(i + 1, 4)->setVisible(a && b);
        label(i + 1, 4)->setText(
            (values.between.missing == 0 ? tr("mean %1, min %2, max %3, n %4")
                                         : tr("mean %1, min %2, max %3, n %4, missing %5"))
                .arg(metricText(values.between.mean, metric),
                     metricText(values.between.min, metric), metricText(values.between.max, metric))
                .arg(values.between.count));
        if (values.between.missing > 0) {
            label(i + 1, 4)->setText(label(i + 1, 4)->text().arg(values.between.missing));
        }
    }
    for (int column = 0; column < kColumns; ++column) {
        label(0, column)->setVisible(isMarked);
    }
    label(0, 4)->setVisible(!isMarked);
    return isMarked;
}

} // namespace soak::ui
