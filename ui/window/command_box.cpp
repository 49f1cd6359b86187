// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/command_box.h"

#include "ui/widgets/clear_button.h"

#include <QKeyEvent>
#include <QListWidget>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr int kRowHeight = 24;
constexpr int kListWidth = 420;

} // namespace

CommandBox::CommandBox(Offer offer, QWidget* parent)
    : QLineEdit(parent), m_offer(std::move(offer)), m_list(new QListWidget(parent->window()))
{
    m_list->hide();
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setObjectName(QStringLiteral("commands"));
    m_list->setProperty("overlay", true); // lies over the view on purpose
    giveClearButton(*this);
    connect(this, &QLineEdit::textEdited, this, &CommandBox::offer);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { choose(m_list->row(item)); });
    retranslate();
}

void CommandBox::retranslate()
{
    setPlaceholderText(tr("Runs, iterations, parameters, > actions (Ctrl+K)"));
    setAccessibleName(tr("Command box"));
    // What a narrow box cuts off is told here.
    setToolTip(placeholderText() + QLatin1Char('\n') +
               tr("Go to a run, an iteration or a parameter; actions after > (Ctrl+K)"));
    m_list->setAccessibleName(tr("Where to go"));
}

void CommandBox::begin(const QString& start)
{
    setFocus(Qt::ShortcutFocusReason);
    setText(start);
    offer();
}

void CommandBox::offer()
{
    m_entries = m_offer(text());
    if (m_entries.size() > kMostEntries) {
        m_entries.resize(kMostEntries);
    }
    m_list->clear();
    for (const CommandEntry& entry : m_entries) {
        auto* item = new QListWidgetItem(
            entry.detail.isEmpty() ? entry.text
                                   : entry.text + QStringLiteral("   \u00b7   ") + entry.detail,
            m_list);
        item->setSizeHint(QSize(0, kRowHeight));
        item->setToolTip(item->text());
    }
    m_list->setCurrentRow(0);
    place();
}

void CommandBox::place()
{
    if (m_entries.empty()) {
        m_list->hide();
        return;
    }
    const int wide = std::max(width(), kListWidth);
    const int high = static_cast<int>(m_entries.size()) * kRowHeight + 6;
    const QPoint below = mapTo(window(), QPoint(width() - wide, height() + 2));
    m_list->setGeometry(std::max(0, below.x()), below.y(), wide, high);
    m_list->show();
    m_list->raise();
}

void CommandBox::keyPressEvent(QKeyEvent* event)
{
    const int row = m_list->currentRow();
    switch (event->key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(row + 1, m_list->count() - 1));
        return;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(row - 1, 0));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(row);
        return;
    case Qt::Key_Escape:
        end();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void CommandBox::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    m_list->hide();
}

void CommandBox::choose(int row)
{
    if (row < 0 || row >= static_cast<int>(m_entries.size())) {
        return;
    }
    const std::function<void()> go = m_entries[static_cast<std::size_t>(row)].go;
    end();
    go();
}

void CommandBox::end()
{
    clear();
    m_list->hide();
    m_entries.clear();
    if (QWidget* next = nextInFocusChain()) {
        next->setFocus();
    }
}

} // namespace soak::ui
