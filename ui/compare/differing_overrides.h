// SPDX-License-Identifier: GPL-3.0-or-later
// The overrides in which the runs differ; those that are equal one click away.
#pragma once

#include "ui/compare/compare_desk.h"

#include <QWidget>

class QToolButton;

namespace soak::ui
{

class CellsTable;
struct Cell;
class ElidedLabel;

class DifferingOverrides final : public QWidget
{
    Q_OBJECT

public:
    DifferingOverrides(const Theme& theme, CompareDesk& desk, QWidget* parent = nullptr);

    void refresh();

Q_SIGNALS:
    void parameterActivated(const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] std::vector<Cell> cellsOf(const RunsOverride& row) const;

    const Theme& m_theme;
    CompareDesk& m_desk;
    ElidedLabel* m_title = nullptr;
    CellsTable* m_table = nullptr;
    QToolButton* m_equal = nullptr;
    std::vector<QString> m_names; // by row
};

} // namespace soak::ui
