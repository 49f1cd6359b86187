// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/arms_page.h"

#include "ui/compare/arm_words.h"
#include "ui/compare/forest_plot.h"
#include "ui/release/cells_table.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/explainer.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

constexpr int kArmsRow = 24;
constexpr int kArmsGap = 6;

QLabel* wrapped(QWidget* parent, bool isStrong = false)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setFont(isStrong ? Theme::strongFont() : Theme::textFont());
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QStringList valueTitles()
{
    QStringList titles{QString(), ArmsPage::tr("Run")};
    for (const Metric metric : kComparedKpis) {
        titles << metricTitleWithUnit(metric);
    }
    return titles;
}

// The mean of a run; one that is left out stands in brackets, with the reason.
Cell valueCell(const ArmEffect& row, std::size_t run)
{
    const ArmValue& value = row.values[run];
    const QString text = metricText(value.mean, row.effect.metric);
    if (value.whyLeftOut.empty()) {
        return {.text = text,
                .tip =
                    ArmsPage::tr("mean of %1 values, %2 missing").arg(value.n).arg(value.missing)};
    }
    return {.text = value.mean ? QLatin1Char('(') + text + QLatin1Char(')') : text,
            .tip = ArmsPage::tr("left out: %1").arg(coreText(value.whyLeftOut)),
            .isMuted = true};
}

} // namespace

ArmsPage::ArmsPage(const ViewContext& context, CompareDesk& desk, QWidget* parent)
    : QWidget(parent), m_context(context), m_desk(desk)
{
    build();
    connect(m_forest, &ForestPlot::currentChanged, this, &ArmsPage::showWhy);
    new Explainer(m_forest, [this](const QWidget*) { return m_forest->explanation(); });
}

void ArmsPage::build()
{
    m_stack = new QStackedLayout(this);
    m_empty = new EmptyState(m_context.theme, this);
    m_stack->addWidget(m_empty);
    auto* scroll = new QScrollArea(this);
    auto* inside = new QWidget(scroll->viewport());
    m_how = wrapped(inside);
    m_counts = wrapped(inside, true);
    m_forest = new ForestPlot(m_context.theme, inside);
    m_why = wrapped(inside);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    m_values = new CellsTable(m_context.theme, tr("Values of the runs"), valueTitles(), 1, inside);
    m_values->setRowHeight(kArmsRow);
    m_values->fitHeight();
    m_notes = wrapped(inside);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kArmsGap);
    for (QWidget* part : {static_cast<QWidget*>(m_how), static_cast<QWidget*>(m_counts),
                          static_cast<QWidget*>(m_forest), static_cast<QWidget*>(m_why),
                          static_cast<QWidget*>(m_values), static_cast<QWidget*>(m_notes)}) {
        column->addWidget(part);
    }
    column->addStretch(1);
    inside->setBackgroundRole(QPalette::Base);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    m_stack->addWidget(scroll);
}

void ArmsPage::refresh()
{
    const FactsRef& facts = m_desk.facts();
    const bool isKnown = facts && m_desk.areFactsUpToDate();
    if (facts && facts->arms.comparison) {
        showArms(*facts);
        if (!isKnown) {
            m_counts->setText(tr("Comparing\u2026"));
        }
        m_stack->setCurrentIndex(1);
        return;
    }
    if (!isKnown) {
        m_empty->setText(tr("Comparing\u2026"), {});
    } else {
        m_empty->setText(tr("No two arms of runs"),
                         armsLackText(*facts) + QLatin1Char('\n') +
                             tr("Draw more runs, or choose in the list of runs which are arm A and "
                                "which arm B: right click, or the menu key."));
    }
    m_stack->setCurrentIndex(0);
}

void ArmsPage::showArms(const CompareFacts& facts)
{
    const ArmComparison& comparison = *facts.arms.comparison;
    QStringList how{armsHow(facts, m_context.session), armOverridesText(comparison)};
    how.removeAll(QString());
    m_how->setText(how.join(QLatin1Char('\n')));
    m_counts->setText(armCountsWords(comparison.counts));
    std::vector<KpiEffect> effects;
    QStringList details;
    for (const ArmEffect& row : comparison.effects) {
        effects.push_back(row.effect);
        details << armDetail(row);
    }
    m_forest->setEffects(tr("Effect of arm B against arm A, in margins (better to the right)"),
                         std::move(effects), {}, details);
    showWhy();
    fillValues(comparison);
    QStringList notes = armLeftOutTexts(comparison);
    notes << armNotesText(comparison) << armMethodWords(comparison);
    m_notes->setText(notes.join(QLatin1Char('\n')));
}

void ArmsPage::showWhy()
{
    const std::vector<KpiEffect>& effects = m_forest->effects();
    if (m_forest->current() < effects.size()) {
        const KpiEffect& effect = effects[m_forest->current()];
        m_why->setText(
            QStringLiteral("%1: %2, %3")
                .arg(metricTitle(effect.metric), effectWord(effect.verdict), coreText(effect.why)));
    }
}

// The runs of an arm, then what they come to.
void ArmsPage::fillValues(const ArmComparison& comparison)
{
    CellRows rows;
    const auto addSums = [&](const QString& arm, EffectSide KpiEffect::*side) {
        std::vector<Cell> means{{.text = arm, .isStrong = true},
                                {.text = tr("mean of its runs"), .isStrong = true}};
        std::vector<Cell> deviations{{.text = arm, .isMuted = true},
                                     {.text = tr("sd between runs"), .isMuted = true}};
        for (const ArmEffect& row : comparison.effects) {
            const EffectSide& sums = row.effect.*side;
            means.push_back({.text = metricText(sums.mean, row.effect.metric), .isStrong = true});
            deviations.push_back({.text = metricText(sums.sd, row.effect.metric), .isMuted = true});
        }
        rows.push_back(std::move(means));
        rows.push_back(std::move(deviations));
    };
    for (std::size_t run = 0; run < comparison.runs.size(); ++run) {
        if (run == comparison.runsOfA) {
            addSums(QStringLiteral("A"), &KpiEffect::baseline);
        }
        std::vector<Cell> cells{{.text = toQString(armRunLabel(comparison, run))},
                                {.text = toQString(comparison.runs[run].name)}};
        for (const ArmEffect& row : comparison.effects) {
            cells.push_back(valueCell(row, run));
        }
        rows.push_back(std::move(cells));
    }
    addSums(QStringLiteral("B"), &KpiEffect::other);
    m_values->setRows(std::move(rows));
    m_values->setFixedHeight(m_values->sizeHint().height()); // the page scrolls, not the table
}

QString ArmsPage::howText() const
{
    return m_how->text();
}

QString ArmsPage::countsText() const
{
    return m_counts->text();
}

QString ArmsPage::notesText() const
{
    return m_notes->text();
}

} // namespace soak::ui
