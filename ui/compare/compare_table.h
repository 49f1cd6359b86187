// SPDX-License-Identifier: GPL-3.0-or-later
// The table of all open runs: sorted by any column, drawn and starred from here.
#pragma once

#include "ui/compare/compare_desk.h"
#include "ui/compare/compare_table_model.h"

#include <QTableView>

namespace soak::ui
{

class CompareTable final : public QTableView
{
    Q_OBJECT

public:
    CompareTable(const ViewContext& context, CompareDesk& desk, QWidget* parent = nullptr);

    // The runs as they are now; their means follow from a job.
    void refresh();

    [[nodiscard]] CompareTableModel& model() { return *m_model; }

    void askColumns(QPoint globalAt); // a menu

    // The rows in the order shown, every figure: as `soak compare --format csv`.
    [[nodiscard]] std::string csv() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    using Means = std::vector<std::vector<ComparedMean>>; // by run

    [[nodiscard]] const CompareRow* rowAt(const QModelIndex& index) const;
    void showRows();
    void workOutMeans();
    void showColumns();
    void sizeColumns();
    void hold(const QModelIndex& index);

    ViewContext m_context;
    CompareDesk& m_desk;
    CompareTableModel* m_model = nullptr;
    CompareProxy* m_proxy = nullptr;
    std::vector<ComparedInput> m_known; // whose means are known, the baseline first
    ComparedWindow m_window = ComparedWindow::Steady;
    Means m_means;
    int m_job = 0;
    bool m_isDirty = true;
};

} // namespace soak::ui
