// SPDX-License-Identifier: GPL-3.0-or-later
// The controls of IterationsView: its row of buttons, the table, the words where there is nothing.
#include "ui/charts/chart_stack.h"
#include "ui/theme/numbers.h"
#include "ui/views/iterations_model.h"
#include "ui/views/iterations_picker.h"
#include "ui/views/iterations_view.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr int kRowHeight = 24;

QToolButton* toolButton(QWidget* parent, bool isCheckable)
{
    auto* button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setCheckable(isCheckable);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return button;
}

// Goals first, then what else the run recorded.
std::vector<Metric> columnsOf(const SoakRun& run)
{
    std::vector<Metric> metrics(goalMetrics().begin(), goalMetrics().end());
    for (const KpiSpec& spec : kpiSpecs()) {
        const bool isGoal = std::find(metrics.begin(), metrics.end(), spec.metric) != metrics.end();
        if (!isGoal && !run.table.column(spec.metric).values().empty()) {
            metrics.push_back(spec.metric);
        }
    }
    return metrics;
}

} // namespace

void IterationsView::makeControls()
{
    m_add = toolButton(this, false);
    m_grid = toolButton(this, true);
    m_asTable = toolButton(this, true);
    m_rangeText = new QLabel(this);
    m_rangeText->setFont(Theme::smallFont());
    m_rangeText->setForegroundRole(QPalette::PlaceholderText);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(4);
    for (QToolButton* button : {m_add, m_grid, m_asTable}) {
        tools->addWidget(button);
    }
    tools->addStretch(1);
    tools->addWidget(m_rangeText);

    m_stack = new ChartStack(m_context.selection, m_context.theme, this);
    m_model = new IterationsModel(this);
    m_table = new QTableView(this);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setFont(Theme::numberFont());
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->installEventFilter(this);
    m_empty = new QLabel(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_pages = new QStackedLayout;
    for (QWidget* page : {static_cast<QWidget*>(m_stack), static_cast<QWidget*>(m_table),
                          static_cast<QWidget*>(m_empty)}) {
        m_pages->addWidget(page);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(4);
    column->addLayout(tools);
    column->addLayout(m_pages, 1);
    m_picker = new ChartPicker(this);
    setFocusProxy(m_stack);

    connect(m_add, &QToolButton::clicked, this, &IterationsView::pick);
    connect(m_grid, &QToolButton::clicked, this, [this](bool on) { setColumns(on ? 2 : 1); });
    connect(m_asTable, &QToolButton::toggled, this, &IterationsView::showTable);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &IterationsView::tableMoved);
}

void IterationsView::retranslate()
{
    const auto name = [](QToolButton* button, const QString& text, const QString& tip) {
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
    };
    name(m_add, tr("+ Chart"), tr("Add a chart of a metric or parameter (Insert)"));
    name(m_grid, tr("2 × 2"), tr("Charts in two columns (G)"));
    name(m_asTable, tr("Table"), tr("Charts as a table (T)"));
    m_table->setAccessibleName(tr("Iterations"));
    m_model->retranslate();
    setAccessibleName(tr("Iterations"));
}

void IterationsView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        later();
    }
}

bool IterationsView::isTable() const
{
    return m_isTable;
}

void IterationsView::showTable(bool isTable)
{
    if (isTable == m_isTable) {
        return;
    }
    m_isTable = isTable;
    m_asTable->setChecked(isTable);
    showEmpty();
    if (isTable) {
        rebuildTable();
        cursorMoved();
        m_table->setFocus();
    } else {
        m_stack->setFocus();
    }
}

void IterationsView::rebuildTable()
{
    const OpenRun* primary = m_context.primary();
    if (!m_isTable) {
        return;
    }
    const auto before = m_model->metrics();
    m_model->setRun(primary == nullptr ? nullptr : primary->run,
                    primary == nullptr ? std::vector<Metric>{} : columnsOf(*primary->run));
    if (m_model->metrics() == before) {
        return;
    }
    const QFontMetrics metrics(m_table->horizontalHeader()->font());
    constexpr int kPadding = 20;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QString title = m_model->headerData(column, Qt::Horizontal).toString();
        m_table->setColumnWidth(column, metrics.horizontalAdvance(title) + kPadding);
    }
}

void IterationsView::showEmpty()
{
    const OpenRun* primary = m_context.primary();
    QString text;
    if (primary == nullptr) {
        text = tr("No run is chosen. Choose one in the list of runs, or drop a folder here.");
    } else if (primary->run->table.rowCount() == 0) {
        text = tr("No iteration of this run could be read: there is no ITER_SUMMARY_<n>.json "
                  "in %1")
                   .arg(QString::fromStdString(primary->folder.string()));
    } else if (m_isPreparing && m_stack->panes().empty()) {
        text = tr("Preparing the charts of %1 iterations…").arg(primary->run->table.rowCount());
    }
    m_empty->setText(text);
    m_pages->setCurrentWidget(!text.isEmpty() ? static_cast<QWidget*>(m_empty)
                              : m_isTable     ? static_cast<QWidget*>(m_table)
                                              : static_cast<QWidget*>(m_stack));
    for (QToolButton* button : {m_add, m_grid, m_asTable}) {
        button->setEnabled(text.isEmpty());
    }
}

void IterationsView::updateTools()
{
    const OpenRun* primary = m_context.primary();
    const std::optional<ViewRange> range = m_context.selection.range();
    QString text;
    if (primary != nullptr && primary->run->table.rowCount() > 0) {
        const std::span<const int> all = primary->run->table.iterations();
        text = range ? tr("#%1 to #%2, of #%3 to #%4")
                           .arg(std::lround(std::ceil(range->from)))
                           .arg(std::lround(std::floor(range->to)))
                           .arg(all.front())
                           .arg(all.back())
                     : tr("#%1 to #%2").arg(all.front()).arg(all.back());
    }
    m_rangeText->setText(text);
}

void IterationsView::tableMoved()
{
    const QModelIndex current = m_table->currentIndex();
    if (m_isTable && current.isValid()) {
        m_context.selection.setCursor(current.data(IterationsModel::kIterationRole).toInt());
    }
}

void IterationsView::cursorMoved()
{
    const std::optional<int> cursor = m_context.selection.cursor();
    if (!m_isTable || !cursor) {
        return;
    }
    const QModelIndex index = m_model->indexOf(*cursor);
    if (index.isValid() && index.row() != m_table->currentIndex().row()) {
        m_table->setCurrentIndex(index);
    }
}

// A table takes letters as the beginning of a search: ours come first.
bool IterationsView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_T && key->modifiers() == Qt::NoModifier) {
            keyPressEvent(key);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void IterationsView::keyPressEvent(QKeyEvent* event)
{
    const bool isShift = event->modifiers() == Qt::ShiftModifier;
    if (isShift && event->key() == Qt::Key_P) {
        stepChange(-1);
        return;
    }
    if (event->modifiers() == Qt::NoModifier) {
        switch (event->key()) {
        case Qt::Key_T:
            showTable(!m_isTable);
            return;
        case Qt::Key_G:
            setColumns(m_stack->columns() > 1 ? 1 : 2);
            return;
        case Qt::Key_P:
            stepChange(1);
            return;
        case Qt::Key_Insert:
            pick();
            return;
        default:
            break;
        }
    }
    QWidget::keyPressEvent(event);
}

} // namespace soak::ui
