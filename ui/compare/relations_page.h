// SPDX-License-Identifier: GPL-3.0-or-later
// Any override against any KPI over the iterations of the compared runs, and what differs between
// the runs beside their KPIs.
#pragma once

#include "ui/compare/parallel_chart.h"
#include "ui/compare/relation_chart.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace soak::ui
{

class ElidedLabel;

class RelationsPage final : public QWidget
{
    Q_OBJECT

public:
    RelationsPage(const ViewContext& context, CompareDesk& desk, QWidget* parent = nullptr);

    void refresh();
    void showParameter(const QString& name);

    [[nodiscard]] RelationChart* scatter() const { return m_scatter; }

Q_SIGNALS:
    void pointActivated(const QString& identity, int iteration);

private:
    void fillParameters();
    void relateChosen();
    void showRelation(RelationRef relation);
    void tellChosen();

    ViewContext m_context;
    CompareDesk& m_desk;
    QComboBox* m_parameter = nullptr;
    QComboBox* m_metric = nullptr;
    ElidedLabel* m_warning = nullptr;
    RelationChart* m_scatter = nullptr;
    ParallelChart* m_parallel = nullptr;
    FactsRef m_filledFrom;
    int m_job = 0;
};

} // namespace soak::ui
