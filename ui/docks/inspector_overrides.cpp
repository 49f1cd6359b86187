// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/inspector_overrides.h"

#include "core/base/text.h"
#include "core/report/report_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/change_mark.h"
#include "ui/widgets/gate_words.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

enum Column { kName, kBefore, kDelta, kAfter, kMark, kColumns };

constexpr int kRowHeight = 20;
constexpr int kIcon = 9;
constexpr int kLeastName = 96;
constexpr int kMostMark = 60;
constexpr int kMarkRole = Qt::UserRole + 1;
constexpr int kPathRole = Qt::UserRole + 2;

// Shape and word of the mark; changed numbers are ink, the others are quiet.
class MarkDelegate final : public QStyledItemDelegate
{
public:
    MarkDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const auto mark = static_cast<ChangeMark>(index.data(kMarkRole).toInt());
        QStyleOptionViewItem bare = option;
        bare.text.clear();
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &bare, painter,
                                              option.widget);
        const QColor ink = changeMarkInk(m_theme, mark);
        const QRectF icon(option.rect.left() + 3, option.rect.center().y() - kIcon / 2 + 0.5, kIcon,
                          kIcon);
        paintChangeMark(*painter, icon, mark, ink);
        const QRect text = option.rect.adjusted(kIcon + 7, 0, 0, 0);
        painter->setFont(Theme::smallFont());
        painter->setPen(ink);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(Theme::smallFont())
                              .elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QFontMetrics metrics(Theme::smallFont());
        const QString word = index.data().toString();
        return {word.isEmpty() ? 0 : metrics.horizontalAdvance(word) + kIcon + 9,
                QStyledItemDelegate::sizeHint(option, index).height()};
    }

private:
    const Theme& m_theme;
};

// Four figures are enough in a narrow column; the tooltip has all of them.
double shortened(double value)
{
    const double size = std::abs(value);
    return roundTo(value, size >= 100 ? 1 : size >= 10 ? 2 : 4);
}

QString valueTextOf(std::optional<double> value)
{
    return localNumber(shortNumber(value ? std::optional(shortened(*value)) : std::nullopt));
}

QString exactText(const OverrideRow& row)
{
    return localNumber(shortNumber(row.before)) + QStringLiteral(" \u2192 ") +
           localNumber(shortNumber(row.after));
}

QTreeWidgetItem* rowItem(const OverrideRow& row)
{
    auto* item = new QTreeWidgetItem;
    item->setText(kName, toQString(row.name));
    item->setText(kBefore, valueTextOf(row.before));
    item->setText(kDelta, row.delta ? localNumber(signedNumber(shortened(*row.delta))) : QString());
    item->setText(kAfter, valueTextOf(row.after));
    item->setText(kMark, changeMarkWord(row.mark));
    item->setSizeHint(kName, QSize(0, kRowHeight));
    item->setData(kMark, kMarkRole, static_cast<int>(row.mark));
    item->setData(kName, kPathRole, toQString(row.path));
    for (const int column : {kBefore, kDelta, kAfter}) {
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    QString hint = toQString(row.path);
    hint += row.unit.empty() ? QString() : QStringLiteral(", ") + coreWord(row.unit);
    hint += QLatin1Char('\n') + exactText(row);
    if (const QString mark = changeMarkWord(row.mark); !mark.isEmpty()) {
        hint += QStringLiteral(": ") + mark;
    }
    if (!row.reason.empty()) {
        hint += QLatin1Char('\n') + coreWord(row.reason);
    }
    for (int column = 0; column < kColumns; ++column) {
        item->setToolTip(column, hint);
    }
    item->setData(kName, Qt::AccessibleDescriptionRole, hint);
    return item;
}

} // namespace

InspectorOverrides::InspectorOverrides(const Theme& theme, QWidget* parent)
    : QTreeWidget(parent), m_theme(theme)
{
    setAccessibleName(tr("Overrides of the iteration"));
    setColumnCount(kColumns);
    setHeaderLabels({tr("parameter"), tr("before"), QStringLiteral("\u0394"), tr("after"), {}});
    setFrameShape(QFrame::NoFrame);
    setFont(Theme::smallFont());
    setIndentation(10);
    setUniformRowHeights(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideMiddle);
    setItemDelegateForColumn(kMark, new MarkDelegate(theme, this));
    header()->setMinimumSectionSize(24);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    for (const int column : {kBefore, kDelta, kAfter}) {
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* item) {
        const QString path = item->data(kName, kPathRole).toString();
        if (!path.isEmpty()) {
            Q_EMIT parameterActivated(path);
        }
    });
    connect(&theme, &Theme::changed, this, [this] {
        for (int i = 0; i < topLevelItemCount(); ++i) {
            topLevelItem(i)->setForeground(kName, m_theme.colour(Ink::Muted));
        }
        viewport()->update();
    });
}

void InspectorOverrides::setRows(const std::vector<OverrideRow>& rows)
{
    setUpdatesEnabled(false);
    clear();
    QTreeWidgetItem* group = nullptr;
    for (const OverrideRow& row : rows) {
        const QString name = coreWord(row.group);
        if (group == nullptr || group->text(kName) != name) {
            group = new QTreeWidgetItem(this, {name});
            group->setSizeHint(kName, QSize(0, kRowHeight));
            group->setForeground(kName, m_theme.colour(Ink::Muted));
        }
        group->addChild(rowItem(row));
    }
    expandAll();
    fitColumns();
    setUpdatesEnabled(true);
    updateGeometry();
}

QString InspectorOverrides::currentPath() const
{
    return currentItem() == nullptr ? QString() : currentItem()->data(kName, kPathRole).toString();
}

QString InspectorOverrides::currentValues() const
{
    QStringList values;
    for (const int column : {kBefore, kDelta, kAfter}) {
        if (currentItem() != nullptr && !currentItem()->text(column).isEmpty()) {
            values << currentItem()->text(column);
        }
    }
    return values.join(QLatin1Char(' '));
}

// Numbers and marks take what they need, names the rest.
void InspectorOverrides::fitColumns()
{
    int rest = viewport()->width();
    for (const int column : {kBefore, kDelta, kAfter, kMark}) {
        const int numbers = std::max(sizeHintForColumn(column), header()->sectionSizeHint(column));
        const int wanted =
            column == kMark ? std::min(sizeHintForColumn(column), kMostMark) : numbers;
        setColumnWidth(column, wanted);
        rest -= wanted;
    }
    setColumnWidth(kName, std::max(rest, kLeastName));
}

void InspectorOverrides::resizeEvent(QResizeEvent* event)
{
    QTreeWidget::resizeEvent(event);
    fitColumns();
}

// By key it is of the chosen row, and opens there.
void InspectorOverrides::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QTreeWidgetItem* item =
        isByKey ? currentItem() : itemAt(viewport()->mapFromGlobal(event->globalPos()));
    if (item == nullptr || item->data(kName, kPathRole).toString().isEmpty()) {
        return;
    }
    Q_EMIT menuRequested(item->text(kName),
                         isByKey ? viewport()->mapToGlobal(visualItemRect(item).bottomLeft())
                                 : event->globalPos());
}

QSize InspectorOverrides::sizeHint() const
{
    int lines = topLevelItemCount();
    for (int i = 0; i < topLevelItemCount(); ++i) {
        lines += topLevelItem(i)->childCount();
    }
    return {260, lines * kRowHeight + header()->sizeHint().height() + 2};
}

QSize InspectorOverrides::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

} // namespace soak::ui
