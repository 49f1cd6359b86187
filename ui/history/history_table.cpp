// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_table.h"

#include "ui/theme/numbers.h"
#include "ui/widgets/meaning.h"
#include "ui/widgets/verdict_chip.h"

#include <QEvent>
#include <QFocusEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>

namespace soak::ui
{

namespace
{

constexpr int kHistoryRow = 24;
constexpr int kLeastName = 110;
constexpr int kMostName = 260; // longer ones are cut in their middle until the person widens it
constexpr std::array<int, kHistoryColumns> kWidths{kLeastName, 120, 0,   96, 100, 84,
                                                   96,         76,  130, 84, 120, 80};

// A number stands off from the text of the next column.
class HistoryCellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if ((option->displayAlignment & Qt::AlignRight) != 0) {
            option->text += QString(2, QChar::Nbsp);
        }
    }
};

class VerdictCellDelegate final : public QStyledItemDelegate
{
public:
    VerdictCellDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent), m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const auto* run = index.data(HistoryModel::RunRole).value<const HistoryRun*>();
        if (run == nullptr) {
            return;
        }
        const QString word = verdictText(*run);
        const QRect box(option.rect.topLeft() + QPoint(2, 2),
                        QSize(std::min(VerdictChip::sizeFor(word).width(), option.rect.width() - 4),
                              option.rect.height() - 4));
        VerdictChip::paint(*painter, box, m_theme.tone(), meaningOf(*run), word);
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text.clear();
    }

private:
    const Theme& m_theme;
};

} // namespace

HistoryTable::HistoryTable(const Theme& theme, QWidget* parent)
    : QTableView(parent), m_model(new HistoryModel(this))
{
    setModel(m_model);
    setItemDelegate(new HistoryCellDelegate(this));
    setItemDelegateForColumn(static_cast<int>(HistoryColumn::Verdict),
                             new VerdictCellDelegate(theme, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    setFont(Theme::numberFont());
    setWordWrap(false);
    setTextElideMode(Qt::ElideMiddle); // names differ at their ends
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kHistoryRow);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    sizeColumns();
    setAccessibleName(tr("Remembered runs"));
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &HistoryTable::orderBy);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HistoryTable::currentRunChanged);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryTable::chosenChanged);
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
}

HistoryTable::~HistoryTable()
{
    selectionModel()->disconnect(this); // the rows go before the selection does
}

// No head and no verdict is cut, in whatever language.
void HistoryTable::sizeColumns()
{
    int chip = VerdictChip::sizeFor(verdictText(HistoryRun())).width();
    for (const RunVerdict verdict : {RunVerdict::Pass, RunVerdict::Warn, RunVerdict::Fail}) {
        chip = std::max(chip, VerdictChip::sizeFor(coreWord(keyOf(verdict))).width());
    }
    for (int column = 0; column < kHistoryColumns; ++column) {
        const int least = column == static_cast<int>(HistoryColumn::Verdict)
                              ? chip + 4
                              : kWidths[static_cast<std::size_t>(column)];
        if (column == static_cast<int>(HistoryColumn::Name) && m_hasSizedNames) {
            continue;
        }
        setColumnWidth(column, std::max(least, horizontalHeader()->sectionSizeHint(column)));
    }
}

void HistoryTable::orderBy(int column)
{
    const QString word = sortWord(static_cast<HistoryColumn>(column));
    showOrder(m_sort); // the head has moved its arrow by itself; ours moves with the rows
    if (!word.isEmpty()) {
        Q_EMIT orderRequested(m_sort == word ? QLatin1Char('-') + word : word);
    }
}

void HistoryTable::showOrder(const QString& sort)
{
    m_sort = sort;
    const bool isTurned = sort.startsWith(QLatin1Char('-'));
    const QString word = isTurned ? sort.mid(1) : sort;
    // Names begin with the first, figures and starts with the greatest.
    const bool startsAscending = word == QStringLiteral("name") || word == QStringLiteral("engine");
    for (int column = 0; column < kHistoryColumns; ++column) {
        if (sortWord(static_cast<HistoryColumn>(column)) == word) {
            horizontalHeader()->setSortIndicator(
                column, startsAscending != isTurned ? Qt::AscendingOrder : Qt::DescendingOrder);
        }
    }
}

const HistoryRun* HistoryTable::currentRun() const
{
    return m_model->runAt(currentIndex().isValid() ? currentIndex().row() : -1);
}

std::vector<const HistoryRun*> HistoryTable::chosenRuns() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows()) {
        rows.push_back(index.row());
    }
    std::ranges::sort(rows);
    std::vector<const HistoryRun*> runs;
    for (const int row : rows) {
        runs.push_back(m_model->runAt(row));
    }
    return runs;
}

void HistoryTable::setCurrentRun(std::int64_t number)
{
    const int row = m_model->rowOf(number);
    if (row >= 0 && (currentRun() == nullptr || currentRun()->number != number)) {
        selectRow(row);
        scrollTo(m_model->index(row, 0));
    }
}

void HistoryTable::setFacts(HistoryFactsRef facts)
{
    const HistoryRun* current = currentRun();
    const std::int64_t number = current != nullptr ? current->number : 0; // 0: of no run
    std::vector<std::int64_t> chosen;
    for (const HistoryRun* run : chosenRuns()) {
        chosen.push_back(run->number);
    }
    const int scrolled = verticalScrollBar()->value();
    m_model->setFacts(std::move(facts));
    if (!m_hasSizedNames && m_model->rowCount() > 0) {
        m_hasSizedNames = true;
        constexpr int kNames = static_cast<int>(HistoryColumn::Name);
        setColumnWidth(kNames, std::clamp(sizeHintForColumn(kNames), kLeastName, kMostName));
    }
    if (const int row = m_model->rowOf(number); row >= 0) {
        setCurrentIndex(m_model->index(row, 0));
    }
    for (const std::int64_t one : chosen) {
        if (const int row = m_model->rowOf(one); row >= 0) {
            selectionModel()->select(m_model->index(row, 0),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    verticalScrollBar()->setValue(scrolled);
}

QModelIndex HistoryTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const bool isToAnEnd = action == MoveHome || action == MoveEnd;
    return QTableView::moveCursor(action, isToAnEnd ? modifiers | Qt::ControlModifier : modifiers);
}

void HistoryTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && !selectionModel()->hasSelection() &&
        m_model->rowCount() > 0) {
        selectRow(std::max(0, currentIndex().row()));
    }
}

void HistoryTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        sizeColumns();
        setAccessibleName(tr("Remembered runs"));
    }
    QTableView::changeEvent(event);
}

} // namespace soak::ui
