// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/cells_table.h"

#include "ui/widgets/verdict_chip.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr int kRowHeight = 32;
constexpr int kPad = 6;
constexpr int kFewestRows = 3; // are seen however low the window is
constexpr int kLeast = 60;     // of a column
constexpr int kLeastStretched = 170;

// `text` in one line of `font`, else in two of a smaller one; what does not fit ends with an
// ellipsis.
QStringList linesOf(const QString& text, const QFont& font, int width)
{
    if (QFontMetrics(font).horizontalAdvance(text) <= width) {
        return {text};
    }
    const QFontMetrics small(Theme::smallFont());
    qsizetype end = 0;
    for (qsizetype at = text.indexOf(QLatin1Char(' ')); at >= 0;
         at = text.indexOf(QLatin1Char(' '), at + 1)) {
        if (small.horizontalAdvance(text.left(at)) > width) {
            break;
        }
        end = at;
    }
    return end == 0 ? QStringList{small.elidedText(text, Qt::ElideRight, width)}
                    : QStringList{text.left(end),
                                  small.elidedText(text.mid(end + 1), Qt::ElideRight, width)};
}

// Chips, and the ink of the theme.
class CellDelegate final : public QStyledItemDelegate
{
public:
    CellDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        painter->save();
        // A picture that is exported knows no clip but this one.
        if (const auto* table = qobject_cast<const CellsTable*>(option.widget)) {
            painter->setClipRect(table->viewport()->rect());
        }
        const bool isChosen = (option.state & QStyle::State_Selected) != 0;
        const QRect ground = groundOf(option.rect, index);
        if (isChosen) {
            painter->fillRect(ground, m_theme.colour(Ink::SelectionRow));
        }
        painter->setPen(m_theme.colour(Ink::Grid));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        const QString text = index.data().toString();
        const QVariant meaning = index.data(CellsModel::MeaningRole);
        if (meaning.isValid()) {
            paintChip(*painter, option.rect, static_cast<Meaning>(meaning.toInt()), text);
        } else {
            paintText(*painter, option.rect, index, text);
        }
        if ((option.state & QStyle::State_HasFocus) != 0) {
            painter->setPen(m_theme.colour(Ink::Accent));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const override
    {
        const QString text = index.data().toString();
        const int wide = index.data(CellsModel::MeaningRole).isValid()
                             ? VerdictChip::sizeFor(text).width()
                             : QFontMetrics(fontOf(index)).horizontalAdvance(text);
        return {wide + 2 * kPad + 2, kRowHeight};
    }

private:
    static QFont fontOf(const QModelIndex& index)
    {
        QFont font =
            index.data(CellsModel::StrongRole).toBool() ? Theme::strongFont() : Theme::textFont();
        font.setUnderline(index.data(CellsModel::LinkRole).toBool());
        return font;
    }

    void paintChip(QPainter& painter, const QRect& cell, Meaning meaning, const QString& text) const
    {
        const QSize size = VerdictChip::sizeFor(text);
        const int wide = std::min(size.width(), cell.width() - kPad);
        VerdictChip::paint(
            painter,
            {cell.left() + kPad / 2, cell.center().y() - size.height() / 2, wide, size.height()},
            m_theme.tone(), meaning, text);
    }

    void paintText(QPainter& painter, const QRect& cell, const QModelIndex& index,
                   const QString& text) const
    {
        const QFont font = fontOf(index);
        const QRect place = cell.adjusted(kPad, 0, -kPad, -1);
        painter.setFont(font);
        painter.setPen(m_theme.colour(index.data(CellsModel::LinkRole).toBool()    ? Ink::Accent
                                      : index.data(CellsModel::MutedRole).toBool() ? Ink::Muted
                                                                                   : Ink::Text));
        const QString below = index.siblingAtColumn(0).data(CellsModel::BelowRole).toString();
        // It goes on under the columns up to the chip.
        if (!below.isEmpty() && index.column() < chipColumn(index)) {
            paintFirst(painter, place, {text, font});
            if (index.column() == 0) {
                paintSecond(painter, groundOf(cell, index).adjusted(kPad, 0, -kPad, -1),
                            {below, Theme::smallFont()});
            }
            return;
        }
        const QStringList lines = linesOf(text, font, place.width());
        if (lines.size() == 1) {
            painter.setFont(lines.front() == text ? font : Theme::smallFont());
            painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, lines.front());
            return;
        }
        paintTwo(painter, place, {lines.front(), Theme::smallFont()},
                 {lines.back(), Theme::smallFont()});
    }

    struct Line {
        QString text;
        QFont font;
    };

    // The first with a chip, or the number of columns.
    static int chipColumn(const QModelIndex& index)
    {
        int column = 0;
        while (column < index.model()->columnCount() &&
               !index.siblingAtColumn(column).data(CellsModel::MeaningRole).isValid()) {
            ++column;
        }
        return column;
    }

    static void paintFirst(QPainter& painter, const QRect& place, const Line& line)
    {
        const int middle = place.center().y() + 1;
        painter.setFont(line.font);
        painter.drawText(
            QRect(place.left(), place.top(), place.width(), middle - place.top()),
            Qt::AlignLeft | Qt::AlignBottom,
            QFontMetrics(line.font).elidedText(line.text, Qt::ElideRight, place.width()));
    }

    void paintSecond(QPainter& painter, const QRect& place, const Line& line) const
    {
        const int middle = place.center().y() + 1;
        painter.setFont(line.font);
        painter.setPen(m_theme.colour(Ink::Muted));
        painter.drawText(
            QRect(place.left(), middle, place.width(), place.bottom() - middle),
            Qt::AlignLeft | Qt::AlignTop,
            QFontMetrics(line.font).elidedText(line.text, Qt::ElideRight, place.width()));
    }

    void paintTwo(QPainter& painter, const QRect& place, const Line& first,
                  const Line& second) const
    {
        paintFirst(painter, place, first);
        paintSecond(painter, place, second);
    }

    // Of a row with a second line the first cell paints the ground of all that the line goes under.
    static QRect groundOf(const QRect& cell, const QModelIndex& index)
    {
        const auto* table = qobject_cast<const CellsTable*>(index.model()->parent());
        const int chip = chipColumn(index);
        if (table == nullptr || index.column() >= chip ||
            index.siblingAtColumn(0).data(CellsModel::BelowRole).toString().isEmpty()) {
            return cell;
        }
        const int right = table->columnViewportPosition(chip - 1) + table->columnWidth(chip - 1);
        return index.column() > 0
                   ? QRect()
                   : QRect(cell.left(), cell.top(), right - cell.left(), cell.height());
    }

    const Theme& m_theme;
};

} // namespace

CellsTable::CellsTable(const Theme& theme, const QString& name, const QStringList& titles,
                       int stretched, QWidget* parent)
    : QTableView(parent), m_model(new CellsModel(this)), m_stretched(stretched)
{
    m_model->setTitles(titles);
    setModel(m_model);
    setItemDelegate(new CellDelegate(theme, this));
    setAccessibleName(name);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(30);
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT rowActivated(index.row()); });
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.data(CellsModel::LinkRole).toBool()) {
            Q_EMIT rowActivated(index.row());
        }
    });
}

void CellsTable::setRows(CellRows rows)
{
    m_model->setRows(std::move(rows));
    fit();
    updateGeometry();
}

void CellsTable::setRowHeight(int pixels)
{
    m_rowHeight = pixels;
    verticalHeader()->setMinimumSectionSize(pixels);
    verticalHeader()->setDefaultSectionSize(pixels);
    updateGeometry();
}

void CellsTable::fitHeight()
{
    m_isWhole = true;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

int CellsTable::heightOf(int rows) const
{
    return horizontalHeader()->sizeHint().height() + rows * m_rowHeight + 2;
}

QSize CellsTable::sizeHint() const
{
    return {QTableView::sizeHint().width(),
            m_isWhole ? heightOf(m_model->rowCount()) : minimumSizeHint().height()};
}

QSize CellsTable::minimumSizeHint() const
{
    return {200, heightOf(std::min(m_model->rowCount(), kFewestRows))};
}

bool CellsTable::isOfChips(int column) const
{
    return m_model->rowCount() > 0 &&
           m_model->index(0, column).data(CellsModel::MeaningRole).isValid();
}

// What is not stretched is as wide as its texts, as long as the stretched one has its least; then
// the widest gives way.
void CellsTable::fit()
{
    QHeaderView& header = *horizontalHeader();
    const int count = m_model->columnCount();
    const QFontMetrics metrics(header.font());
    std::vector<int> widths;
    int sum = 0;
    for (int column = 0; column < count; ++column) {
        const int title =
            metrics.horizontalAdvance(
                m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) +
            3 * kPad;
        const int wide = column == m_stretched ? std::max(title, kLeastStretched)
                                               : std::max(title, sizeHintForColumn(column));
        widths.push_back(wide);
        sum += wide;
    }
    for (int over = sum - viewport()->width(); over > 0; --over) {
        int* widest = nullptr;
        for (int column = 0; column < count; ++column) {
            int& wide = widths.at(static_cast<std::size_t>(column));
            if (!isOfChips(column) && (widest == nullptr || wide > *widest)) {
                widest = &wide;
            }
        }
        if (widest == nullptr || *widest <= kLeast) {
            break;
        }
        --*widest;
    }
    for (int column = 0; column < count; ++column) {
        const bool isStretched = column == m_stretched;
        header.setSectionResizeMode(column,
                                    isStretched ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (!isStretched) {
            header.resizeSection(column, widths.at(static_cast<std::size_t>(column)));
        }
    }
}

// A row is painted as a whole: its second line goes under several cells.
void CellsTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    for (const QModelIndex& one : {current, previous}) {
        if (one.isValid()) {
            viewport()->update(0, rowViewportPosition(one.row()), viewport()->width(),
                               rowHeight(one.row()));
        }
    }
}

void CellsTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fit();
}

void CellsTable::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex().row());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace soak::ui
