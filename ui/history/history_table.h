// SPDX-License-Identifier: GPL-3.0-or-later
// The table of remembered runs: a click on a head asks the store for another order.
#pragma once

#include "ui/history/history_model.h"

#include <QTableView>

namespace soak::ui
{

class HistoryTable final : public QTableView
{
    Q_OBJECT

public:
    explicit HistoryTable(const Theme& theme, QWidget* parent = nullptr);
    ~HistoryTable() override;

    [[nodiscard]] HistoryModel& model() const { return *m_model; }

    // Of the shown order; a word of historySort().
    [[nodiscard]] const QString& sort() const { return m_sort; }

    // The arrow in the head; `sort` is a word of historySort().
    void showOrder(const QString& sort);

    [[nodiscard]] const HistoryRun* currentRun() const;              // nullptr: none
    [[nodiscard]] std::vector<const HistoryRun*> chosenRuns() const; // from the top
    // Selects it when it is on this page.
    void setCurrentRun(std::int64_t number);

    // Other facts; what was chosen stays so, as far as it is on this page.
    void setFacts(HistoryFactsRef facts);

Q_SIGNALS:
    void orderRequested(const QString& sort);
    void currentRunChanged();
    void chosenChanged();

protected:
    void changeEvent(QEvent* event) override;
    // Whoever comes by keys sees where they are: there is a chosen run then.
    void focusInEvent(QFocusEvent* event) override;
    // Rows are what one goes through: Home is the first one, End the last.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void sizeColumns();
    void orderBy(int column);

    HistoryModel* m_model = nullptr;
    QString m_sort;
    bool m_hasSizedNames = false; // by the first runs; then it is the person's
};

} // namespace soak::ui
