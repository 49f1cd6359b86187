// SPDX-License-Identifier: GPL-3.0-or-later
// A line that keeps the rows of a list which contain a text, in any column; hidden until asked for.
// Escape takes it away again and brings all rows back.
#pragma once

#include <QTimer>
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QLineEdit;
class QTableView;
class QTreeView;

namespace soak::ui
{

class ListFilter final : public QWidget
{
    Q_OBJECT

public:
    // Long lists are filtered in slices, so that the window stays awake.
    static constexpr int kSlice = 2000;

    // `name`: of the line, for assistive tools.
    ListFilter(QTableView* table, const QString& name, QWidget* parent);
    ListFilter(QTreeView* tree, const QString& name, QWidget* parent);

    void setName(const QString& name);
    void begin(); // shows the line and gives it the focus

    [[nodiscard]] int shownRows() const { return m_shown; }

    [[nodiscard]] bool isDone() const { return !m_turn.isActive(); }

    // The one of the list that `focus` is in or beside; nullptr when there is none.
    static ListFilter* nearest(const QWidget* focus);

Q_SIGNALS:
    void filtered(); // every row was looked at

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ListFilter(const QString& name, QWidget* parent);
    void follow(QAbstractItemModel* model);
    void restart();
    void slice();
    bool applyTo(const QModelIndex& parent, int row, bool isKept);
    [[nodiscard]] QAbstractItemModel* model() const;
    void end();

    QTableView* m_table = nullptr;
    QTreeView* m_tree = nullptr;
    QLineEdit* m_text = nullptr;
    QLabel* m_note = nullptr;
    QTimer m_turn;
    int m_next = 0;  // row to look at
    int m_shown = 0; // of those looked at
};

} // namespace soak::ui
