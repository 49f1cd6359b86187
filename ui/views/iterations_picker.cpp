// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/iterations_picker.h"

#include "ui/widgets/clear_button.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

constexpr int kIdRole = Qt::UserRole;
constexpr int kFindRole = Qt::UserRole + 1;
constexpr int kWidth = 320;
constexpr int kHeight = 300;

} // namespace

ChartPicker::ChartPicker(QWidget* parent) : QFrame(parent, Qt::Popup)
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Add a chart"));
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("Metric or parameter"));
    m_filter->setAccessibleName(tr("Find a metric or parameter"));
    giveClearButton(*m_filter);
    m_list = new QListWidget(this);
    m_list->setAccessibleName(tr("Metrics and parameters"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(4);
    column->addWidget(m_filter);
    column->addWidget(m_list);
    setFixedSize(kWidth, kHeight);
    setFocusProxy(m_filter);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, &ChartPicker::filter);
    connect(m_filter, &QLineEdit::returnPressed, this, &ChartPicker::choose);
    connect(m_list, &QListWidget::itemClicked, this, &ChartPicker::choose);
    connect(m_list, &QListWidget::itemActivated, this, &ChartPicker::choose);
}

void ChartPicker::open(const std::vector<ChartChoice>& choices, QWidget* under)
{
    m_list->clear();
    for (const ChartChoice& choice : choices) {
        auto* item = new QListWidgetItem(choice.text, m_list);
        item->setData(kIdRole, choice.id);
        item->setData(kFindRole, choice.text + QLatin1Char(' ') + choice.detail);
        item->setToolTip(choice.detail);
    }
    m_filter->clear();
    filter({});
    move(under->mapToGlobal(QPoint(0, under->height())));
    show();
    m_filter->setFocus();
}

void ChartPicker::filter(const QString& text)
{
    QListWidgetItem* first = nullptr;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        const bool isFound =
            item->data(kFindRole).toString().contains(text.trimmed(), Qt::CaseInsensitive);
        item->setHidden(!isFound);
        first = first == nullptr && isFound ? item : first;
    }
    m_list->setCurrentItem(first);
}

void ChartPicker::choose()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr || item->isHidden()) {
        return;
    }
    const QString id = item->data(kIdRole).toString();
    hide();
    Q_EMIT chosen(id);
}

// Up and Down move in the list while the person types.
bool ChartPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int step = key == Qt::Key_Down ? 1 : -1;
            for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count();
                 row += step) {
                if (!m_list->item(row)->isHidden()) {
                    m_list->setCurrentRow(row);
                    break;
                }
            }
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace soak::ui
