// SPDX-License-Identifier: GPL-3.0-or-later
// The remembered runs as a table. Sorting is the store's.
#pragma once

#include "ui/history/history_desk.h"

#include <QAbstractTableModel>

namespace soak::ui
{

enum class HistoryColumn {
    Name,
    Started,
    Verdict,
    Maker,
    P95,
    Risk,
    Net,
    Decision,
    Words,
    Iterations,
    Engine,
    Problems,
};
inline constexpr int kHistoryColumns = 12;

// Of historySort(); "" = the store does not sort by it.
QString sortWord(HistoryColumn column);

class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { RunRole = Qt::UserRole }; // const HistoryRun*

    using QAbstractTableModel::QAbstractTableModel;

    void setFacts(HistoryFactsRef facts); // nullptr: empty
    void retranslate();

    [[nodiscard]] const HistoryRun* runAt(int row) const; // nullptr: no such row
    [[nodiscard]] int rowOf(std::int64_t number) const;   // -1: not on this page

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] static QString textOf(const HistoryRun& run, HistoryColumn column);

    HistoryFactsRef m_facts;
};

// The verdict of a remembered run, or that it could not be read.
Meaning meaningOf(const HistoryRun& run);
QString verdictText(const HistoryRun& run);
QString startedText(std::optional<EpochMs> startedMs); // UTC, to the minute

} // namespace soak::ui

Q_DECLARE_METATYPE(const soak::HistoryRun*)
