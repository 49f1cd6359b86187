// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_accessible.h"

#include "ui/charts/chart_pane.h"
#include "ui/theme/numbers.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <map>

namespace soak::ui
{
namespace
{

class ChartTable;

// One value. Column 0 holds the iterations.
class ChartCell final : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    ChartCell(ChartPane* pane, int row, int column) : m_pane(pane), m_row(row), m_column(column) {}

    [[nodiscard]] bool isValid() const override;

    [[nodiscard]] QObject* object() const override { return nullptr; }

    [[nodiscard]] QWindow* window() const override { return nullptr; }

    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }

    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }

    [[nodiscard]] int childCount() const override { return 0; }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }

    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return m_pane ? QAccessible::queryAccessibleInterface(m_pane) : nullptr;
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override;

    void setText(QAccessible::Text, const QString&) override {}

    [[nodiscard]] QRect rect() const override;

    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Cell; }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface
                   ? static_cast<QAccessibleTableCellInterface*>(this)
                   : nullptr;
    }

    [[nodiscard]] bool isSelected() const override { return false; }

    [[nodiscard]] QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }

    [[nodiscard]] QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }

    [[nodiscard]] int columnIndex() const override { return m_column; }

    [[nodiscard]] int rowIndex() const override { return m_row; }

    [[nodiscard]] int columnExtent() const override { return 1; }

    [[nodiscard]] int rowExtent() const override { return 1; }

    [[nodiscard]] QAccessibleInterface* table() const override { return parent(); }

private:
    [[nodiscard]] std::optional<int> iteration() const;

    QPointer<ChartPane> m_pane;
    int m_row;
    int m_column;
};

class ChartTable final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit ChartTable(ChartPane* pane) : QAccessibleWidget(pane, QAccessible::Table), m_pane(pane)
    {
    }

    ~ChartTable() override { forget(); }

    void forget()
    {
        for (const auto& [index, id] : m_cells) {
            QAccessible::deleteAccessibleInterface(id);
        }
        m_cells.clear();
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    // The rows of the primary run.
    [[nodiscard]] int rowCount() const override
    {
        const auto& series = m_pane->scene()->series;
        return series.empty() ? 0 : static_cast<int>(series.front().iterations.size());
    }

    [[nodiscard]] int columnCount() const override
    {
        return 1 + static_cast<int>(m_pane->scene()->series.size());
    }

    [[nodiscard]] int childCount() const override { return rowCount() * columnCount(); }

    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        return cellAt(index / columnCount(), index % columnCount());
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        auto* cell = const_cast<QAccessibleInterface*>(child)->tableCellInterface();
        return cell == nullptr ? -1 : cell->rowIndex() * columnCount() + cell->columnIndex();
    }

    [[nodiscard]] QAccessibleInterface* cellAt(int row, int column) const override
    {
        if (row < 0 || row >= rowCount() || column < 0 || column >= columnCount()) {
            return nullptr;
        }
        const auto index = std::pair(row, column);
        const auto found = m_cells.find(index);
        if (found != m_cells.end()) {
            return QAccessible::accessibleInterface(found->second);
        }
        auto* cell = new ChartCell(m_pane, row, column);
        m_cells[index] = QAccessible::registerAccessibleInterface(cell);
        return cell;
    }

    [[nodiscard]] QString columnDescription(int column) const override
    {
        const ChartScene& scene = *m_pane->scene();
        if (column == 0) {
            return ChartPane::tr("Iteration");
        }
        const auto index = static_cast<std::size_t>(column) - 1;
        return index >= scene.series.size() ? QString()
               : scene.series.size() == 1   ? scene.titleWithUnit()
                                            : scene.series[index].label;
    }

    [[nodiscard]] QString rowDescription(int row) const override
    {
        const auto& series = m_pane->scene()->series;
        return row < 0 || row >= rowCount()
                   ? QString()
                   : QString::number(series.front().iterations[static_cast<std::size_t>(row)]);
    }

    [[nodiscard]] QAccessibleInterface* caption() const override { return nullptr; }

    [[nodiscard]] QAccessibleInterface* summary() const override { return nullptr; }

    [[nodiscard]] int selectedCellCount() const override { return 0; }

    [[nodiscard]] QList<QAccessibleInterface*> selectedCells() const override { return {}; }

    [[nodiscard]] int selectedColumnCount() const override { return 0; }

    [[nodiscard]] int selectedRowCount() const override { return 0; }

    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }

    [[nodiscard]] QList<int> selectedRows() const override { return {}; }

    [[nodiscard]] bool isColumnSelected(int) const override { return false; }

    [[nodiscard]] bool isRowSelected(int) const override { return false; }

    bool selectRow(int) override { return false; }

    bool selectColumn(int) override { return false; }

    bool unselectRow(int) override { return false; }

    bool unselectColumn(int) override { return false; }

    void modelChange(QAccessibleTableModelChangeEvent*) override {}

private:
    ChartPane* m_pane;
    mutable std::map<std::pair<int, int>, QAccessible::Id> m_cells;
};

std::optional<int> ChartCell::iteration() const
{
    if (!m_pane || m_pane->scene()->series.empty()) {
        return std::nullopt;
    }
    const std::span<const int> rows = m_pane->scene()->series.front().iterations;
    const auto row = static_cast<std::size_t>(m_row);
    return row < rows.size() ? std::optional(rows[row]) : std::nullopt;
}

bool ChartCell::isValid() const
{
    return iteration().has_value();
}

QString ChartCell::text(QAccessible::Text kind) const
{
    const std::optional<int> at = iteration();
    if (!at || (kind != QAccessible::Name && kind != QAccessible::Value)) {
        return {};
    }
    if (m_column == 0) {
        return QString::number(*at);
    }
    const ChartScene& scene = *m_pane->scene();
    const auto index = static_cast<std::size_t>(m_column) - 1;
    return index < scene.series.size()
               ? numberText(valueAt(scene.series[index], *at), scene.decimals)
               : QString();
}

QRect ChartCell::rect() const
{
    const std::optional<int> at = iteration();
    if (!at) {
        return {};
    }
    const QRectF plot = m_pane->plotRect();
    const double x = m_pane->frame().px(*at);
    return QRect(m_pane->mapToGlobal(QPointF(x - 1, plot.top()).toPoint()),
                 QSize(3, static_cast<int>(plot.height())));
}

QAccessibleInterface* chartInterface(const QString& /*key*/, QObject* object)
{
    auto* pane = qobject_cast<ChartPane*>(object);
    return pane == nullptr ? nullptr : new ChartTable(pane);
}

} // namespace

void installChartAccessibility()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(chartInterface);
        return true;
    }();
    static_cast<void>(isInstalled);
}

void forgetChartCells(ChartPane* pane)
{
    if (!QAccessible::isActive()) {
        return;
    }
    if (auto* table = dynamic_cast<ChartTable*>(QAccessible::queryAccessibleInterface(pane))) {
        table->forget();
    }
}

} // namespace soak::ui
