// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_table.h"

#include "core/report/compare_csv.h"
#include "core/report/report_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/meaning.h"
#include "ui/widgets/verdict_chip.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr int kTableRow = 24;
constexpr int kCellPad = 16;
constexpr int kMarkColumn = 34;
constexpr int kNameColumn = 150;

// The colour of the run beside its name, the verdict as a chip, the highlighted run's row.
class CompareCellDelegate final : public QStyledItemDelegate
{
public:
    CompareCellDelegate(const ViewContext& context, QObject* parent)
        : QStyledItemDelegate(parent), m_context(context)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const auto* row = index.data(CompareTableModel::RowRole).value<const CompareRow*>();
        const auto column = static_cast<CompareColumn>(index.column());
        const Tone tone = m_context.theme.tone();
        QStyleOptionViewItem shown = option;
        if (row != nullptr && row->identity == m_context.selection.highlighted()) {
            painter->fillRect(option.rect, m_context.theme.colour(Ink::WarmUp));
        }
        if (row != nullptr && column == CompareColumn::Verdict) {
            shown.text.clear();
            QStyledItemDelegate::paint(painter, withoutText(shown), index);
            const QRect box(option.rect.topLeft() + QPoint(2, 2),
                            QSize(std::min(VerdictChip::sizeFor(coreWord(row->word)).width(),
                                           option.rect.width() - 4),
                                  option.rect.height() - 4));
            VerdictChip::paint(*painter, box, tone, row->meaning, coreWord(row->word));
            return;
        }
        QStyledItemDelegate::paint(painter, shown, index);
        if (row != nullptr && column == CompareColumn::Mark && row->isShown) {
            const QRectF dot(option.rect.right() - 14, option.rect.center().y() - 4, 9, 9);
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(runColour(tone, row->slot));
            painter->drawEllipse(dot);
            painter->restore();
        }
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (static_cast<CompareColumn>(index.column()) == CompareColumn::Verdict) {
            option->text.clear();
        }
    }

private:
    static QStyleOptionViewItem withoutText(QStyleOptionViewItem option)
    {
        option.text.clear();
        return option;
    }

    ViewContext m_context;
};

} // namespace

CompareTable::CompareTable(const ViewContext& context, CompareDesk& desk, QWidget* parent)
    : QTableView(parent), m_context(context), m_desk(desk)
{
    m_model = new CompareTableModel(this);
    m_proxy = new CompareProxy(this);
    m_proxy->setSourceModel(m_model);
    setModel(m_proxy);
    setItemDelegate(new CompareCellDelegate(context, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setFont(Theme::numberFont());
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kTableRow);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicator(static_cast<int>(CompareColumn::Mark), Qt::AscendingOrder);
    setSortingEnabled(true);
    setAccessibleName(tr("All open runs"));
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](QPoint at) { askColumns(horizontalHeader()->mapToGlobal(at)); });
    connect(&context.session.workspace(), &Workspace::layoutChanged, this,
            &CompareTable::showColumns);
    connect(this, &QTableView::activated, this, &CompareTable::hold);
    connect(&context.selection, &Selection::highlightChanged, this,
            [this] { viewport()->update(); });
    connect(&context.theme, &Theme::changed, this, [this] { viewport()->update(); });
    const auto later = [this] {
        m_isDirty = true;
        if (isVisible()) {
            refresh();
        }
    };
    connect(&desk, &CompareDesk::changed, this, later);
    connect(&context.session, &Session::opened, this, later);
    connect(&context.session, &Session::closed, this, [this, later] {
        m_known.clear(); // a closed run is not kept
        m_means.clear();
        later();
    });
    sizeColumns();
    showColumns();
}

void CompareTable::showColumns()
{
    const Workspace& workspace = m_context.session.workspace();
    for (int column = 0; column < kCompareColumns; ++column) {
        const std::optional<CompareChoosable> choosable = choosableOf(column);
        setColumnHidden(column, choosable && !isColumnShown(workspace, *choosable));
    }
}

void CompareTable::askColumns(QPoint globalAt)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Columns"));
    addColumnChoices(*menu, m_context);
    menu->popup(globalAt);
}

std::string CompareTable::csv() const
{
    std::vector<NamedMeans> runs;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const CompareRow* one = rowAt(m_proxy->index(row, 0));
        runs.push_back({one->name.toStdString(), one->means});
    }
    return compareCsv(runs);
}

const CompareRow* CompareTable::rowAt(const QModelIndex& index) const
{
    return index.isValid() ? index.data(CompareTableModel::RowRole).value<const CompareRow*>()
                           : nullptr;
}

void CompareTable::showEvent(QShowEvent* event)
{
    QTableView::showEvent(event);
    if (m_isDirty) {
        refresh();
    }
}

void CompareTable::refresh()
{
    m_isDirty = false;
    std::vector<ComparedInput> all;
    const QString baseline = m_desk.baseline();
    for (const OpenRun& open : m_context.session.runs()) {
        ComparedInput one{open.identity, {}, open.run, open.judgement};
        all.insert(open.identity == baseline ? all.begin() : all.end(), std::move(one));
    }
    const ComparedWindow window = m_desk.choice().window;
    if (all != m_known || window != m_window) {
        m_known = std::move(all);
        m_window = window;
        m_means.clear();
        workOutMeans();
    }
    showRows();
}

void CompareTable::workOutMeans()
{
    Jobs& jobs = m_context.session.jobs();
    jobs.stop(m_job);
    if (m_known.empty()) {
        return;
    }
    m_job = jobs.run(
        tr("Compare %n run(s)", nullptr, static_cast<int>(m_known.size())),
        [runs = m_known, window = m_window](const std::stop_token& stop, const Progress& progress) {
            Means means;
            std::vector<const SoakRun*> all;
            for (const ComparedInput& one : runs) {
                all.push_back(one.run.get());
            }
            const int from = steadyFrom(all);
            for (std::size_t i = 0; i < all.size() && !stop.stop_requested(); ++i) {
                means.push_back(
                    comparedMeans(*all[i], i == 0 ? nullptr : all[0], kComparedKpis, window, from));
                if (progress) {
                    progress(i + 1, all.size(), {});
                }
            }
            return std::pair(std::move(means), runs);
        },
        this,
        [this](std::pair<Means, std::vector<ComparedInput>> made) {
            if (made.first.size() == m_known.size() && made.second == m_known) {
                m_means = std::move(made.first);
                showRows();
            }
        });
}

void CompareTable::showRows()
{
    std::vector<CompareRow> rows;
    const QString candidate = m_desk.candidate();
    const QString baseline = m_desk.baseline();
    for (std::size_t i = 0; i < m_known.size(); ++i) {
        const OpenRun* open = m_context.session.find(m_known[i].identity);
        if (open == nullptr) {
            continue;
        }
        CompareRow row;
        row.identity = open->identity;
        row.name = m_context.session.nameOf(open->identity);
        row.isBaseline = open->identity == baseline;
        row.isCandidate = open->identity == candidate;
        row.isShown = row.isBaseline || m_context.selection.shown().contains(open->identity);
        row.slot = row.isBaseline ? 0 : m_context.session.colourSlot(open->identity);
        row.meaning = meaningOf(open->judgement->gateVerdict);
        row.word = keyOf(open->judgement->gateVerdict);
        row.iterations = open->run->table.rowCount();
        row.means = i < m_means.size() ? m_means[i] : std::vector<ComparedMean>();
        rows.push_back(std::move(row));
    }
    m_model->setRows(std::move(rows));
}

void CompareTable::sizeColumns()
{
    const QFontMetrics title(horizontalHeader()->font());
    const QFontMetrics number(font());
    for (int column = 0; column < kCompareColumns; ++column) {
        const QString text =
            m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int least = number.horizontalAdvance(QStringLiteral("\u22120000.0000 \u25b2"));
        int width = title.horizontalAdvance(text) + 2 * kCellPad;
        switch (static_cast<CompareColumn>(column)) {
        case CompareColumn::Mark:
            width = kMarkColumn;
            break;
        case CompareColumn::Name:
            width = std::max(width, kNameColumn);
            break;
        case CompareColumn::Verdict:
            width = std::max(width, VerdictChip::sizeFor(coreWord("NO DATA")).width() + 8);
            break;
        case CompareColumn::Iterations:
            break;
        default:
            width = std::max(width, least);
        }
        setColumnWidth(column, width);
    }
}

// Enter: it is the one that is held against the baseline, and drawn for it.
void CompareTable::hold(const QModelIndex& index)
{
    if (const CompareRow* row = rowAt(index)) {
        const QString identity = row->identity;
        m_context.selection.setShown(identity, true);
        m_desk.setCandidate(identity);
    }
}

void CompareTable::keyPressEvent(QKeyEvent* event)
{
    const CompareRow* row = rowAt(currentIndex());
    if (row != nullptr && event->modifiers() == Qt::NoModifier) {
        const QString identity = row->identity;
        if (event->key() == Qt::Key_Space && !row->isBaseline) {
            m_context.selection.setShown(identity, !row->isShown);
            return;
        }
        if (event->key() == Qt::Key_S) {
            m_desk.star(row->isBaseline ? QString() : identity);
            return;
        }
        // A table takes letters and signs as the beginning of a search: the view's come first.
        if (event->key() == Qt::Key_BracketLeft || event->key() == Qt::Key_BracketRight) {
            event->ignore();
            return;
        }
    }
    QTableView::keyPressEvent(event);
}

void CompareTable::mouseMoveEvent(QMouseEvent* event)
{
    QTableView::mouseMoveEvent(event);
    const CompareRow* row = rowAt(indexAt(event->pos()));
    m_context.selection.highlight(row != nullptr && row->isShown ? row->identity : QString());
}

void CompareTable::leaveEvent(QEvent* event)
{
    QTableView::leaveEvent(event);
    m_context.selection.highlight({});
}

void CompareTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_model != nullptr) {
        setAccessibleName(tr("All open runs"));
        m_model->retranslate();
        sizeColumns();
    }
}

} // namespace soak::ui
