// SPDX-License-Identifier: GPL-3.0-or-later
// Two arms of runs held against each other: what can be known of each KPI, and the value of every
// run. What `soak compare --arm-a ... --arm-b ...` says.
#pragma once

#include "ui/compare/compare_desk.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedLayout;

namespace soak::ui
{

class CellsTable;
class ElidedLabel;
class EmptyState;
class ForestPlot;

class ArmsPage final : public QWidget
{
    Q_OBJECT

public:
    ArmsPage(const ViewContext& context, CompareDesk& desk, QWidget* parent = nullptr);

    void refresh();

    [[nodiscard]] ForestPlot* forest() const { return m_forest; }

    [[nodiscard]] CellsTable* values() const { return m_values; }

    // How the arms came about and what lacks; the notes below.
    [[nodiscard]] QString howText() const;
    [[nodiscard]] QString countsText() const;
    [[nodiscard]] QString notesText() const;

private:
    void build();
    void showArms(const CompareFacts& facts);
    void showWhy();
    void fillValues(const ArmComparison& comparison);

    ViewContext m_context;
    CompareDesk& m_desk;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QLabel* m_how = nullptr;
    QLabel* m_counts = nullptr;
    ForestPlot* m_forest = nullptr;
    QLabel* m_why = nullptr; // the KPI that is looked at has its verdict
    CellsTable* m_values = nullptr;
    QLabel* m_notes = nullptr;
};

} // namespace soak::ui
