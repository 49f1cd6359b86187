// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/distributions_page.h"

#include "core/analysis/forest_bars.h"
#include "ui/release/cells_table.h"
#include "ui/theme/numbers.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QToolButton>

namespace soak::ui
{
namespace
{

constexpr int kFiguresLeast = 56;
constexpr int kEffectDecimals = 2;

} // namespace

std::vector<ChartThreshold> targetsOf(const CompareFacts& facts, Metric metric)
{
    std::vector<ChartThreshold> targets;
    const Judgement& judgement = *facts.runs.front().judgement;
    for (const std::vector<GateResult>* rows : {&judgement.gates, &judgement.goalGates}) {
        for (const GateResult& row : *rows) {
            if (targets.empty() && row.gate.metric == specOf(metric).key) {
                targets.push_back({row.gate.threshold, row.gate.op, {}});
            }
        }
    }
    return targets;
}

DistributionsPage::DistributionsPage(const ViewContext& context, CompareDesk& desk, QWidget* parent)
    : QWidget(parent), m_context(context), m_desk(desk), m_group(new QButtonGroup(this))
{
    const std::array<QString, kDistributionForms> titles{tr("Steps"), tr("Bins"), tr("Boxes"),
                                                         tr("Shapes")};
    const std::array<QString, kDistributionForms> tips{
        tr("Empirical distribution: the share of values up to each value"),
        tr("Histogram: values in common bins"),
        tr("Quartiles, whiskers to 1.5 times their distance, outliers"),
        tr("Violin: kernel density, its width by Silverman's rule")};
    auto* forms = new QHBoxLayout;
    forms->setSpacing(4);
    for (int i = 0; i < kDistributionForms; ++i) {
        auto* button = new QToolButton(this);
        const auto at = static_cast<std::size_t>(i);
        button->setText(titles.at(at));
        button->setToolTip(tips.at(at));
        button->setAccessibleName(titles.at(at));
        button->setCheckable(true);
        button->setAutoRaise(true);
        m_group->addButton(button, i);
        m_forms.at(at) = button;
        forms->addWidget(button);
    }
    forms->addStretch(1);
    m_forms.front()->setChecked(true);
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        m_charts.at(i) = new DistributionChart(context.selection, context.theme, this);
        connect(m_charts.at(i), &DistributionChart::brushed, this,
                [this, i](Metric metric, const std::optional<PlotRange>& values) {
                    for (std::size_t k = 0; k < m_charts.size(); ++k) {
                        if (k != i) {
                            m_charts.at(k)->clearBrush(); // one brush at a time
                        }
                    }
                    m_desk.pickWithin(metric, values);
                });
        grid->addWidget(m_charts.at(i), static_cast<int>(i) / 2, static_cast<int>(i) % 2);
    }
    m_figures = new CellsTable(context.theme, tr("Figures of the distributions"),
                               {tr("KPI"), tr("run"), tr("n"), tr("missing"), tr("median"),
                                tr("p95"), tr("Cliff's delta")},
                               1, this);
    m_figures->setMinimumHeight(kFiguresLeast);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(forms);
    column->addLayout(grid, 3);
    column->addWidget(m_figures, 1);
    connect(&context.selection, &Selection::pickedChanged, this, [this] {
        for (DistributionChart* chart : m_charts) {
            if (m_context.selection.picked().iterations.empty()) {
                chart->clearBrush();
            }
        }
    });
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int form) { setForm(static_cast<DistributionForm>(form)); });
}

void DistributionsPage::setForm(DistributionForm form)
{
    m_forms.at(static_cast<std::size_t>(form))->setChecked(true);
    for (DistributionChart* chart : m_charts) {
        chart->setForm(form);
    }
}

void DistributionsPage::refresh()
{
    const FactsRef& facts = m_desk.facts();
    const std::vector<RunInk> inks =
        facts ? inksOf(facts->runs, m_desk, m_context) : std::vector<RunInk>();
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        m_charts.at(i)->setFacts(facts, i, inks,
                                 facts ? targetsOf(*facts, kComparedKpis.at(i))
                                       : std::vector<ChartThreshold>(),
                                 tr("Comparing\u2026"));
    }
    fillFigures();
}

void DistributionsPage::fillFigures()
{
    CellRows rows;
    const FactsRef& facts = m_desk.facts();
    for (std::size_t i = 0; facts && i < facts->distributions.size(); ++i) {
        const ComparedDistribution& one = facts->distributions[i];
        for (std::size_t run = 0; run < facts->runs.size(); ++run) {
            const std::optional<BoxStatistics>& box = one.boxes[run];
            const std::optional<double> cliff =
                run == 0 || !facts->comparison
                    ? std::nullopt
                    : cliffsDelta(facts->comparison->pairs[run - 1].effects[i].a12);
            rows.push_back(
                {Cell{metricTitleWithUnit(one.metric)},
                 Cell{m_desk.labelOf(facts->runs[run].identity)},
                 Cell{QString::number(box ? box->n : 0)},
                 Cell{QString::number(box ? box->missing : one.series[run].missing())},
                 Cell{box ? metricText(box->median, one.metric) : numberText(std::nullopt, 0)},
                 Cell{box ? metricText(box->p95, one.metric) : numberText(std::nullopt, 0)},
                 Cell{cliff ? signedText(*cliff, kEffectDecimals) : QString()}});
        }
    }
    m_figures->setRows(std::move(rows));
}

} // namespace soak::ui
