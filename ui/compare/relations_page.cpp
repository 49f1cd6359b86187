// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/relations_page.h"

#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/ink_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace soak::ui
{

RelationsPage::RelationsPage(const ViewContext& context, CompareDesk& desk, QWidget* parent)
    : QWidget(parent), m_context(context), m_desk(desk)
{
    m_parameter = new QComboBox(this);
    m_metric = new QComboBox(this);
    m_parameter->setAccessibleName(tr("Override"));
    m_parameter->setToolTip(tr("The override on the lower axis; those that vary come first"));
    m_metric->setAccessibleName(tr("KPI"));
    m_metric->setToolTip(tr("The metric on the upright axis"));
    m_parameter->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr int kLetters = 22;
    m_parameter->setMinimumContentsLength(kLetters);
    for (const KpiSpec& spec : kpiSpecs()) {
        m_metric->addItem(metricTitle(spec.metric), static_cast<int>(spec.metric));
    }
    m_metric->setCurrentIndex(m_metric->findData(static_cast<int>(Metric::NetBps)));
    m_warning = inkLabel(context.theme, Ink::Muted);
    m_scatter = new RelationChart(context.selection, context.theme, this);
    m_parallel = new ParallelChart(context.selection, context.theme, this);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(6);
    tools->addWidget(m_parameter);
    tools->addWidget(new QLabel(QStringLiteral("\u00d7"), this));
    tools->addWidget(m_metric);
    tools->addWidget(m_warning, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(tools);
    column->addWidget(m_scatter, 3);
    column->addWidget(m_parallel, 2);
    connect(m_parameter, &QComboBox::activated, this, &RelationsPage::relateChosen);
    connect(m_metric, &QComboBox::activated, this, &RelationsPage::relateChosen);
    connect(m_scatter, &RelationChart::pointActivated, this, &RelationsPage::pointActivated);
    connect(m_parallel, &ParallelChart::brushed, this,
            [this](const QString& what) { m_desk.pickRuns(m_parallel->matching(), what); });
    connect(&context.selection, &Selection::pickedChanged, this, [this] {
        if (m_context.selection.picked().iterations.empty()) {
            m_parallel->clearBrushes();
        }
    });
    connect(m_scatter, &RelationChart::chosenChanged, this, &RelationsPage::tellChosen);
}

void RelationsPage::refresh()
{
    const FactsRef& facts = m_desk.facts();
    const std::vector<RunInk> inks =
        facts ? inksOf(facts->runs, m_desk, m_context) : std::vector<RunInk>();
    m_parallel->setFacts(facts, inks, tr("Comparing\u2026"));
    if (facts != m_filledFrom) {
        m_filledFrom = facts;
        fillParameters();
        relateChosen();
    }
}

// Those that vary first: of the others nothing can be related.
void RelationsPage::fillParameters()
{
    const QString before = m_parameter->currentText();
    m_parameter->clear();
    if (!m_filledFrom) {
        return;
    }
    const RelatedParameters& all = m_filledFrom->parameters;
    for (const std::string& name : all.varying) {
        m_parameter->addItem(toQString(name));
    }
    for (const std::string& name : all.all) {
        if (std::ranges::find(all.varying, name) == all.varying.end()) {
            m_parameter->addItem(toQString(name));
        }
    }
    m_parameter->setCurrentIndex(std::max(0, m_parameter->findText(before)));
    m_parameter->setEnabled(m_parameter->count() > 0);
}

void RelationsPage::showParameter(const QString& name)
{
    const int at = m_parameter->findText(name);
    if (at >= 0) {
        m_parameter->setCurrentIndex(at);
        relateChosen();
    }
}

void RelationsPage::relateChosen()
{
    Jobs& jobs = m_context.session.jobs();
    jobs.stop(m_job);
    const QString parameter = m_parameter->currentText();
    const auto metric = static_cast<Metric>(m_metric->currentData().toInt());
    if (!m_filledFrom || parameter.isEmpty()) {
        showRelation(nullptr);
        return;
    }
    m_job = jobs.run(
        tr("Relate %1 to %2").arg(parameter, metricTitle(metric)),
        [facts = m_filledFrom, name = parameter.toStdString(), metric](const std::stop_token&,
                                                                       const Progress&) {
            return std::pair(facts, std::make_shared<const Relation>(
                                        relate(comparedRuns(*facts), name, metric)));
        },
        this,
        [this, parameter, metric](const std::pair<FactsRef, RelationRef>& made) {
            // Of what was asked for meanwhile only the last is shown.
            if (made.first == m_filledFrom && parameter == m_parameter->currentText() &&
                static_cast<int>(metric) == m_metric->currentData().toInt()) {
                showRelation(made.second);
            }
        });
}

void RelationsPage::showRelation(RelationRef relation)
{
    const auto metric = static_cast<Metric>(m_metric->currentData().toInt());
    const std::vector<RunInk> inks =
        m_filledFrom ? inksOf(m_filledFrom->runs, m_desk, m_context) : std::vector<RunInk>();
    const QString empty = m_parameter->count() == 0 && m_filledFrom
                              ? tr("No run recorded its overrides by iteration")
                              : tr("Comparing\u2026");
    m_scatter->setRelation(std::move(relation), m_parameter->currentText(), metric, inks, empty);
    tellChosen();
}

// What to keep in mind; with points chosen, how many and of which runs.
void RelationsPage::tellChosen()
{
    const RelationRef& relation = m_scatter->relation();
    QStringList parts;
    if (relation && !m_scatter->chosen().empty()) {
        parts << tr("%n iteration(s) chosen", nullptr,
                    static_cast<int>(m_scatter->chosen().size()));
    }
    for (const std::string& warning : relation ? relation->warnings : std::vector<std::string>()) {
        parts << coreText(warning);
    }
    if (relation && relation->missing > 0) {
        parts << tr("%n iteration(s) without both values", nullptr,
                    static_cast<int>(relation->missing));
    }
    m_warning->setText(parts.join(QStringLiteral("; ")));
}

} // namespace soak::ui
