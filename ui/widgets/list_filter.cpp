// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/list_filter.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr int kWidth = 220;

bool rowContains(const QAbstractItemModel& model, const QModelIndex& parent, int row,
                 const QString& text)
{
    for (int column = 0; column < model.columnCount(parent); ++column) {
        const QString cell = model.index(row, column, parent).data(Qt::DisplayRole).toString();
        if (cell.contains(text, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

} // namespace

ListFilter::ListFilter(const QString& name, QWidget* parent)
    : QWidget(parent), m_text(new QLineEdit(this)), m_note(new QLabel(this))
{
    setName(name);
    m_text->setClearButtonEnabled(true);
    m_text->setFixedWidth(kWidth);
    m_text->installEventFilter(this);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_note, 1);
    m_turn.setInterval(0);
    connect(m_text, &QLineEdit::textChanged, this, &ListFilter::restart);
    connect(&m_turn, &QTimer::timeout, this, &ListFilter::slice);
    hide();
}

ListFilter::ListFilter(QTableView* table, const QString& name, QWidget* parent)
    : ListFilter(name, parent)
{
    m_table = table;
    follow(table->model());
}

ListFilter::ListFilter(QTreeView* tree, const QString& name, QWidget* parent)
    : ListFilter(name, parent)
{
    m_tree = tree;
    follow(tree->model());
}

// What the list gets later is filtered too.
void ListFilter::follow(QAbstractItemModel* model)
{
    const auto again = [this] {
        if (!m_text->text().isEmpty()) {
            restart();
        }
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, again);
    connect(model, &QAbstractItemModel::modelReset, this, again);
}

ListFilter* ListFilter::nearest(const QWidget* focus)
{
    for (const QWidget* at = focus; at != nullptr; at = at->parentWidget()) {
        if (auto* here = at->findChild<ListFilter*>(QString(), Qt::FindDirectChildrenOnly)) {
            return here;
        }
    }
    return nullptr;
}

void ListFilter::setName(const QString& name)
{
    m_text->setAccessibleName(name);
    m_text->setPlaceholderText(name);
}

void ListFilter::begin()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

QAbstractItemModel* ListFilter::model() const
{
    return m_table != nullptr ? m_table->model() : m_tree->model();
}

void ListFilter::restart()
{
    m_next = 0;
    m_shown = 0;
    m_turn.start();
}

void ListFilter::slice()
{
    const int rows = model()->rowCount();
    const int end = std::min(rows, m_next + kSlice);
    for (; m_next < end; ++m_next) {
        m_shown += applyTo({}, m_next, false) ? 1 : 0;
    }
    if (m_next < rows) {
        return;
    }
    m_turn.stop();
    m_note->setText(m_text->text().isEmpty() ? QString() : tr("%1 of %2").arg(m_shown).arg(rows));
    Q_EMIT filtered();
}

// Whether the row stays in sight. A group stays with any of its rows, and with it all of them where
// the group itself has the text.
bool ListFilter::applyTo(const QModelIndex& parent, int row, bool isKept)
{
    const QString text = m_text->text().trimmed();
    bool isShown = isKept || text.isEmpty() || rowContains(*model(), parent, row, text);
    if (m_table != nullptr) {
        m_table->setRowHidden(row, !isShown);
        return isShown;
    }
    const QModelIndex index = model()->index(row, 0, parent);
    const bool isGroupKept = isShown;
    for (int child = 0; child < model()->rowCount(index); ++child) {
        isShown = applyTo(index, child, isGroupKept) || isShown;
    }
    m_tree->setRowHidden(row, parent, !isShown);
    return isShown;
}

void ListFilter::end()
{
    m_text->clear();
    hide();
    QWidget* list = m_table != nullptr ? static_cast<QWidget*>(m_table) : m_tree;
    list->setFocus(Qt::OtherFocusReason);
}

bool ListFilter::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            end();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            QWidget* list = m_table != nullptr ? static_cast<QWidget*>(m_table) : m_tree;
            list->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace soak::ui
