// SPDX-License-Identifier: GPL-3.0-or-later
// What lies between two iterations, and what the gates would say of it.
#include "core/analysis/number_sources.h"
#include "core/analysis/range_statistics.h"
#include "ui/docks/inspector_values.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/explainer.h"
#include "ui/widgets/gate_words.h"
#include "ui/widgets/ink_label.h"
#include "ui/widgets/meaning.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <cmath>

namespace soak::ui
{
namespace
{

constexpr int kRangeColumns = 4; // title, first, last, difference

ElidedLabel* numberLabel(const Theme& theme)
{
    ElidedLabel* label = inkLabel(theme, Ink::Text, {}, Theme::numberFont());
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

} // namespace

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
        for (int column = 0; column < kRangeColumns; ++column) {
            ElidedLabel* label = numberLabel(context.theme);
            if (column == 0) {
                label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            } else {
                label->setMinimumWidth(48);
            }
            grid->addWidget(label, row, column);
            m_labels.push_back(label);
            if (line > 0 && column > 0) {
                addExplainer(label, line - 1, column);
            }
        }
        ElidedLabel* between = inkLabel(context.theme, Ink::Muted);
        if (line > 0) {
            addExplainer(between, line - 1, kRangeColumns);
        }
        grid->addWidget(between, row + 1, 0, 1, kRangeColumns);
        m_labels.push_back(between);
    }
    m_judge = new QPushButton(tr("&Judge this range"));
    m_judge->setToolTip(tr("Every gate over these iterations alone: exploratory, no verdict"));
    m_judged = new QLabel;
    m_judged->setFont(Theme::smallFont());
    m_judged->setWordWrap(true);
    const int below = 2 * static_cast<int>(kInspectedMetrics.size()) + 2;
    grid->addWidget(m_judge, below, 0, 1, kRangeColumns, Qt::AlignLeft);
    grid->addWidget(m_judged, below + 1, 0, 1, kRangeColumns);
    connect(m_judge, &QPushButton::clicked, this, &MarkedRange::judge);
    connect(&context.selection, &Selection::rangeChanged, this, &MarkedRange::refresh);
}

// `column`: 1 the first, 2 the last, 3 what they differ by, kRangeColumns what lies between.
void MarkedRange::addExplainer(ElidedLabel* label, std::size_t metric, int column)
{
    label->setFocusPolicy(Qt::StrongFocus);
    new Explainer(
        label, [this, label, metric, column](const QWidget*) -> std::optional<Explanation> {
            const OpenRun* run = m_context.primary();
            const auto [first, last] = ends();
            const Metric which = kInspectedMetrics.at(metric);
            if (run == nullptr || (column == 1 && !first) || (column == 2 && !last) ||
                (column > 2 && (!first || !last))) {
                return std::nullopt;
            }
            if (column <= 2) {
                return explanationOf(*run->run, which, column == 1 ? *first : *last);
            }
            Explanation explanation{.title = metricTitleWithUnit(which), .value = label->text()};
            explanation.formula =
                column == 3 ? differenceSource(which, *first, *last)
                            : rangeSource(which, *first, *last,
                                          rangeStatistics(run->run->table, which, *first, *last));
            return explanation;
        });
}

// The marks; without any, the range that is zoomed to.
MarkedRange::Ends MarkedRange::ends() const
{
    const Selection& selection = m_context.selection;
    const std::optional<ViewRange> range = selection.range();
    if (selection.markA() || selection.markB() || !range) {
        return {selection.markA(), selection.markB()};
    }
    return {static_cast<int>(std::ceil(range->from)), static_cast<int>(std::floor(range->to))};
}

QString MarkedRange::judgedText() const
{
    return m_judged->isHidden() ? QString() : m_judged->text();
}

void MarkedRange::judge()
{
    const OpenRun* run = m_context.primary();
    const Ends asked = ends();
    if (run == nullptr || !asked.first || !asked.last) {
        return;
    }
    m_context.session.jobs().run(
        tr("Judge #%1 to #%2").arg(*asked.first).arg(*asked.last),
        [table = run->run, profile = m_context.session.profileOf(*run),
         asked](const std::stop_token&, const Progress&) {
            return judgeRange(*table, profile, *asked.first, *asked.last);
        },
        this,
        [this, asked,
         judgement = std::weak_ptr(run->judgement)](const Result<RangeJudgement>& range) {
            m_judgedEnds = asked;
            m_judgedFor = judgement;
            showJudged(range);
            refresh(); // which hides it when something else is looked at by now
            Q_EMIT judged();
        });
}

void MarkedRange::showJudged(const Result<RangeJudgement>& range)
{
    if (!range) {
        m_judged->setText(toQString(describe(range.error())));
        return;
    }
    const Judgement& judgement = range->judgement;
    QStringList lines{tr("EXPLORATORY, no verdict of the run: #%1 to #%2, %3")
                          .arg(range->from)
                          .arg(range->to)
                          .arg(meaningWord(meaningOf(judgement.gateVerdict)))};
    for (const GateResult& gate : judgement.gates) {
        lines += QStringLiteral("%1  %2  %3 (%4)")
                     .arg(meaningWord(meaningOf(gate)), gateTitleText(gate.gate),
                          gateValueText(gate), gateTargetText(gate.gate));
    }
    m_judged->setText(lines.join(QLatin1Char('\n')));
}

bool MarkedRange::refresh()
{
    const OpenRun* run = m_context.primary();
    const auto [a, b] = ends();
    const bool hasMarks = m_context.selection.markA() || m_context.selection.markB();
    const bool isMarked = run != nullptr && (a || b);
    const auto label = [&](std::size_t line, int column) {
        return m_labels.at(line * (kRangeColumns + 1) + static_cast<std::size_t>(column));
    };
    const auto name = [hasMarks](char16_t mark, std::optional<int> at) {
        return !at        ? QString(QChar(mark))
               : hasMarks ? QStringLiteral("%1 #%2").arg(QChar(mark)).arg(*at)
                          : QStringLiteral("#%1").arg(*at);
    };
    label(0, 1)->setText(name(u'A', a));
    label(0, 2)->setText(name(u'B', b));
    label(0, 3)->setText(QStringLiteral("\u0394"));
    label(0, 4)->setText(isMarked ? QString() : tr("Keys A and B mark two iterations to compare."));
    for (std::size_t i = 0; i < kInspectedMetrics.size(); ++i) {
        const Metric metric = kInspectedMetrics.at(i);
        for (int column = 0; column <= kRangeColumns; ++column) {
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
    for (int column = 0; column < kRangeColumns; ++column) {
        label(0, column)->setVisible(isMarked);
    }
    label(0, 4)->setVisible(!isMarked);
    const bool isRange = isMarked && a && b;
    m_judge->setVisible(isRange);
    m_judged->setVisible(isRange && !m_judged->text().isEmpty() && m_judgedEnds == Ends{a, b} &&
                         m_judgedFor.lock() == run->judgement);
    return isMarked;
}

} // namespace soak::ui
