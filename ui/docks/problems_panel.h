// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong, one line each; Enter or a double click shows the bytes of the file.
#pragma once

#include "ui/models/problems_model.h"

#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace soak::ui
{

class ListFilter;

class ProblemsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPanel(const ViewContext& context, QWidget* parent = nullptr);

    [[nodiscard]] std::size_t count() const; // without notes: what the badge says

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

    ViewContext m_context;
    ProblemsModel* m_model = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_empty = nullptr;
    ListFilter* m_filter = nullptr;
    QToolButton* m_bytes = nullptr;
    QToolButton* m_dismiss = nullptr;
};

} // namespace soak::ui
