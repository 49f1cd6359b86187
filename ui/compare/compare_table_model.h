// SPDX-License-Identifier: GPL-3.0-or-later
// All open runs beside the baseline: the means of the KPIs, by how much they differ and to which
// side. Text and meanings only; a delegate gives them ink.
#pragma once

#include "ui/compare/compare_columns.h"
#include "ui/compare/compare_data.h"
#include "ui/theme/colours.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <optional>
#include <string_view>
#include <vector>

namespace soak::ui
{

struct CompareRow {
    QString identity;
    QString name;
    std::size_t slot = 0;
    bool isShown = false;
    bool isBaseline = false;
    bool isCandidate = false;
    Meaning meaning = Meaning::NoData;
    std::string_view word; // of the verdict, English of the core
    std::size_t iterations = 0;
    std::vector<ComparedMean> means; // of kComparedKpis; empty: not worked out yet
    bool operator==(const CompareRow&) const = default;
};

enum class CompareColumn { Mark, Name, Verdict, Iterations, FirstKpi };
inline constexpr int kFirstKpiColumn = static_cast<int>(CompareColumn::FirstKpi);
inline constexpr int kCompareColumns =
    kFirstKpiColumn + static_cast<int>(kComparedKpis.size() * kCompareFigures);

// Of kComparedKpis.
constexpr int columnOf(std::size_t kpi, CompareFigure figure)
{
    return kFirstKpiColumn + static_cast<int>(kpi * kCompareFigures) + static_cast<int>(figure);
}

// What shows and hides it; absent: it is always shown.
std::optional<CompareChoosable> choosableOf(int column);

class CompareTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole, // the raw number or text; absent is an invalid variant
        RowRole,                 // const CompareRow*
    };

    using QAbstractTableModel::QAbstractTableModel;

    // The same runs are changed in place, so that the selection stays.
    void setRows(std::vector<CompareRow> rows);

    [[nodiscard]] const std::vector<CompareRow>& rows() const { return m_rows; }

    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QVariant textOf(const CompareRow& row, int column, int role) const;
    [[nodiscard]] static QString leaningWord(Leaning leaning);
    [[nodiscard]] static QVariant sortKeyOf(const CompareRow& row, int column);

    std::vector<CompareRow> m_rows;
};

// Sorts by SortRole, absent last in either order; the baseline is always the first.
class CompareProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit CompareProxy(QObject* parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

} // namespace soak::ui

Q_DECLARE_METATYPE(const soak::ui::CompareRow*)
