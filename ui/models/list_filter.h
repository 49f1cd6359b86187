// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the rows whose texts hold every typed word. A long list is gone through in steps, so that
// the person can go on typing. GUI thread only.
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>
#include <QTimer>

#include <vector>

namespace soak::ui
{

// Whether every word of `typed` occurs in `text`, in any order and case.
bool matchesTyped(const QString& text, const QString& typed);

class ListFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ListFilter(QAbstractItemModel* rows, QObject* parent = nullptr);

    static constexpr int kRowsAtOnce = 500;

    void setText(const QString& text); // "" keeps everything

    [[nodiscard]] const QString& text() const { return m_text; }

    // Where the row of the model below is shown; -1: it is not.
    [[nodiscard]] int shownRow(int row) const;
    [[nodiscard]] int rowBelow(const QModelIndex& shown) const; // -1 when there is none

Q_SIGNALS:
    void filtered(); // the whole list was gone through

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    void begin();
    void step();

    QString m_text;
    std::vector<bool> m_kept; // rows beyond it are kept
    std::vector<bool> m_next;
    QTimer m_steps;
};

} // namespace soak::ui
