// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong, one line each; Enter or a double click shows the bytes of the file.
#pragma once

#include "ui/models/problems_model.h"
#include "ui/widgets/filterable.h"

#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace soak::ui
{

class FilterLine;
class ListFilter;

class ProblemsPanel final : public QWidget, public Filterable
{
    Q_OBJECT

public:
    explicit ProblemsPanel(const ViewContext& context, QWidget* parent = nullptr);

    [[nodiscard]] std::size_t count() const; // without notes: what the badge says

    void beginFilter() override;

Q_SIGNALS:
    void countChanged();
    void bytesRequested(const QString& file);
    void iterationRequested(const QString& identity, int iteration);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void showCurrent();
    void dismissCurrent();
    void enableButtons();
    [[nodiscard]] const ProblemRow* current() const;

    ViewContext m_context;
    ProblemsModel* m_model = nullptr;
    ListFilter* m_filter = nullptr;
    QTableView* m_table = nullptr;
    FilterLine* m_line = nullptr;
    QLabel* m_empty = nullptr;
    QToolButton* m_bytes = nullptr;
    QToolButton* m_dismiss = nullptr;
};

} // namespace soak::ui
