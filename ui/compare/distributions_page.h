// SPDX-License-Identifier: GPL-3.0-or-later
// The distributions of the KPIs of all compared runs, with their figures in a table.
#pragma once

#include "ui/compare/distribution_chart.h"

#include <QWidget>

#include <array>

class QButtonGroup;
class QToolButton;

namespace soak::ui
{

class CellsTable;

class DistributionsPage final : public QWidget
{
    Q_OBJECT

public:
    DistributionsPage(const ViewContext& context, CompareDesk& desk, QWidget* parent = nullptr);

    void refresh();
    void setForm(DistributionForm form);

    [[nodiscard]] const std::array<DistributionChart*, kComparedKpis.size()>& charts() const
    {
        return m_charts;
    }

private:
    void fillFigures();

    ViewContext m_context;
    CompareDesk& m_desk;
    std::array<QToolButton*, kDistributionForms> m_forms{};
    QButtonGroup* m_group = nullptr;
    std::array<DistributionChart*, kComparedKpis.size()> m_charts{};
    CellsTable* m_figures = nullptr;
};

// The targets of one KPI as the baseline is judged by.
std::vector<ChartThreshold> targetsOf(const CompareFacts& facts, Metric metric);

} // namespace soak::ui
