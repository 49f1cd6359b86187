// SPDX-License-Identifier: GPL-3.0-or-later
// The list of runs under mouse and keys, and the width of its columns.
#include "ui/docks/runs_panel.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/verdict_chip.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QTableView>

#include <algorithm>
#include <set>
#include <string_view>

namespace soak::ui
{
namespace
{

constexpr int kKpisFrom = 560; // px: narrower, the columns of KPIs are hidden
constexpr int kMarginFrom = 420;
constexpr int kStartFrom = 390; // beside the column of the star
constexpr int kMarkWidth = 20;
constexpr int kMarginWidth = 48;
constexpr int kPad = 8;
constexpr int kChipRoom = 4; // around a chip

int widthOf(const QFont& font, const QString& text)
{
    return QFontMetrics(font).horizontalAdvance(text);
}

QIcon swatch(const QColor& colour)
{
    QPixmap pixmap(14, 14);
    pixmap.fill(colour);
    return pixmap;
}

} // namespace

void RunsPanel::sizeColumns()
{
    QHeaderView& header = *m_table->horizontalHeader();
    const bool withKpis = width() >= kKpisFrom && !m_isNarrow;
    const bool withMargin = width() >= kMarginFrom && !m_isNarrow;
    const auto setColumn = [&](RunColumn column, bool isVisible, int size) {
        header.setSectionHidden(static_cast<int>(column), !isVisible);
        header.setSectionResizeMode(static_cast<int>(column), QHeaderView::Fixed);
        header.resizeSection(static_cast<int>(column), size);
    };
    const bool hasBaseline = !m_context.selection.baseline().isEmpty();
    int chip = VerdictChip::sizeFor(coreWord("PASS")).width();
    std::set<std::string_view> words; // few, of many runs
    for (const RunListItem& item : m_model->items()) {
        words.insert(item.word);
    }
    for (const std::string_view word : words) {
        chip = std::max(chip, VerdictChip::sizeFor(coreWord(word)).width());
    }
    const auto titled = [&](RunColumn column, const QString& sample) {
        const QString title =
            m_model->headerData(static_cast<int>(column), Qt::Horizontal, Qt::DisplayRole)
                .toString();
        return std::max(widthOf(Theme::textFont(), title), widthOf(Theme::numberFont(), sample)) +
               kPad;
    };
    const auto widest = [&](RunColumn column) {
        QString text = QStringLiteral("36/36");
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QString one = m_model->index(row, static_cast<int>(column)).data().toString();
            text = one.size() > text.size() ? one : text;
        }
        return text;
    };
    setColumn(RunColumn::Shown, true, kMarkWidth);
    setColumn(RunColumn::Baseline, hasBaseline && !m_isNarrow, kMarkWidth);
    // The name of a run says more than its day.
    const bool withStart = !hasBaseline || width() >= kStartFrom;
    setColumn(RunColumn::Start, withStart && !m_isNarrow,
              titled(RunColumn::Start, QStringLiteral("28 Nov")));
    setColumn(RunColumn::Iterations, !m_isNarrow,
              titled(RunColumn::Iterations, widest(RunColumn::Iterations)));
    setColumn(RunColumn::Verdict, !m_isNarrow,
              std::max(chip + kChipRoom, titled(RunColumn::Verdict, QString())));
    for (int kpi = 0; kpi < static_cast<int>(kListedKpis); ++kpi) {
        const auto column = static_cast<RunColumn>(static_cast<int>(RunColumn::Kpi1) + kpi);
        setColumn(column, withKpis, titled(column, QStringLiteral("\u2212000.0")));
    }
    setColumn(RunColumn::Margin, withMargin, kMarginWidth);
    header.setSectionResizeMode(static_cast<int>(RunColumn::Name), QHeaderView::Stretch);
    m_table->horizontalHeader()->setVisible(!m_isNarrow);
}

const RunListItem* RunsPanel::itemAt(const QModelIndex& index) const
{
    return index.isValid() ? index.data(RunsModel::ItemRole).value<const RunListItem*>() : nullptr;
}

const RunListItem* RunsPanel::current() const
{
    return itemAt(m_table->currentIndex());
}

void RunsPanel::clicked(const QModelIndex& index)
{
    const RunListItem* item = itemAt(index);
    if (item == nullptr) {
        return;
    }
    const auto column = static_cast<RunColumn>(index.column());
    if (column == RunColumn::Shown && item->isOpen) {
        setShown(*item, !item->isShown);
    } else if (column == RunColumn::Baseline && item->isOpen) {
        setBaseline(item->isBaseline ? QString() : item->identity);
    } else if (m_table->selectionModel()->selectedRows().size() <= 1) {
        activate(index);
    }
}

void RunsPanel::activate(const QModelIndex& index)
{
    const RunListItem* item = itemAt(index);
    if (item == nullptr) {
        return;
    }
    if (item->isOpen) {
        // One run is looked at: the one before it goes, unless more were drawn on purpose.
        const QString before = m_context.selection.primary();
        const bool wasAlone = m_context.selection.shown().size() <= 1;
        const QString identity = item->identity;
        m_context.selection.setPrimary(identity);
        if (wasAlone && before != identity) {
            m_context.selection.setShown(before, false);
        }
    } else {
        Q_EMIT openRequested(item->folder);
    }
}

void RunsPanel::setShown(const RunListItem& item, bool isShown)
{
    Selection& selection = m_context.selection;
    const QString identity = item.identity;
    m_context.session.workspace().edit(
        (isShown ? tr("Draw %1") : tr("Hide %1")).arg(item.name),
        [&selection, identity, isShown] { selection.setShown(identity, isShown); },
        [&selection, identity, isShown] { selection.setShown(identity, !isShown); });
}

void RunsPanel::setBaseline(const QString& identity)
{
    Selection& selection = m_context.selection;
    const QString before = selection.baseline();
    const QString text = identity.isEmpty()
                             ? tr("No baseline")
                             : tr("Baseline: %1").arg(m_context.session.nameOf(identity));
    m_context.session.workspace().edit(
        text, [&selection, identity] { selection.setBaseline(identity); },
        [&selection, before] { selection.setBaseline(before); });
}

void RunsPanel::overlaySelected()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() <= 1) {
        activate(m_table->currentIndex());
        return;
    }
    QStringList folders;
    QStringList identities;
    for (const QModelIndex& row : rows) {
        const RunListItem* item = itemAt(row);
        if (item != nullptr) {
            (item->isOpen ? identities : folders) << (item->isOpen ? item->identity : item->folder);
        }
    }
    const auto isDrawn = [this](const QString& identity) {
        return m_context.selection.shown().contains(identity);
    };
    identities.erase(std::remove_if(identities.begin(), identities.end(), isDrawn),
                     identities.end());
    if (!identities.isEmpty()) {
        Selection& selection = m_context.selection;
        const auto draw = [&selection, identities](bool isShown) {
            for (const QString& identity : identities) {
                selection.setShown(identity, isShown);
            }
        };
        m_context.session.workspace().edit(
            tr("Draw %n run(s)", nullptr, static_cast<int>(identities.size())),
            [draw] { draw(true); }, [draw] { draw(false); });
    }
    for (const QString& folder : folders) {
        Q_EMIT openRequested(folder);
    }
}

// A run under the pointer that is drawn stands out in every chart.
void RunsPanel::pointAt(const QEvent& event)
{
    QString run;
    if (event.type() == QEvent::MouseMove) {
        const auto& mouse = static_cast<const QMouseEvent&>(event);
        const RunListItem* item = itemAt(m_table->indexAt(mouse.position().toPoint()));
        run = item != nullptr && item->isShown ? item->identity : QString();
    }
    m_context.selection.highlight(run);
}

bool RunsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport()) {
        if (event->type() == QEvent::MouseMove || event->type() == QEvent::Leave) {
            pointAt(*event);
        }
        return QWidget::eventFilter(watched, event);
    }
    // Keys that the editor of a name leaves over come here, too: Enter is its own. Asked of the
    // window, since no widget of one that is not active has the focus.
    if (watched != m_table || event->type() != QEvent::KeyPress ||
        window()->focusWidget() != m_table) {
        return QWidget::eventFilter(watched, event);
    }
    const RunListItem* item = current();
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        overlaySelected();
        return true;
    case Qt::Key_V:
        if (item != nullptr && item->isOpen) {
            setShown(*item, !item->isShown);
        }
        return true;
    case Qt::Key_S:
        if (item != nullptr && item->isOpen) {
            setBaseline(item->isBaseline ? QString() : item->identity);
        }
        return true;
    case Qt::Key_F2: // whichever cell of the row has the focus
        m_table->edit(m_table->currentIndex().siblingAtColumn(static_cast<int>(RunColumn::Name)));
        return true;
    case Qt::Key_Delete:
        if (item != nullptr && item->isOpen) {
            m_context.session.close(QString(item->identity));
        }
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void RunsPanel::showMenu(const QPoint& at)
{
    const QModelIndex index = m_table->indexAt(at);
    const RunListItem* item = itemAt(index);
    if (item == nullptr) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex name = index.siblingAtColumn(static_cast<int>(RunColumn::Name));
    // Of several chosen runs the menu is about this one, but for what it says of all of them.
    if (m_table->selectionModel()->isSelected(name)) {
        m_table->selectionModel()->setCurrentIndex(name, QItemSelectionModel::NoUpdate);
    } else {
        m_table->setCurrentIndex(name);
    }
    fillMenu(*menu, *item);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void RunsPanel::addNoteEntry(QMenu& menu, const QString& identity)
{
    menu.addAction(tr("Write a note\u2026"), this,
                   [this, identity] { Q_EMIT noteRequested(identity); });
}

// Of all chosen runs that are open.
void RunsPanel::addArmEntries(QMenu& menu, const RunListItem& item)
{
    QStringList identities;
    for (const QModelIndex& row : m_table->selectionModel()->selectedRows()) {
        const RunListItem* chosen = itemAt(row);
        if (chosen != nullptr && chosen->isOpen) {
            identities << chosen->identity;
        }
    }
    if (!identities.contains(item.identity)) {
        identities = {item.identity};
    }
    QMenu* arms = menu.addMenu(tr("Arm of the comparison"));
    const auto add = [&](const QString& text, const QString& arm) {
        QAction* entry = arms->addAction(text, this, [this, identities, arm] {
            Workspace& workspace = m_context.session.workspace();
            workspace.history().beginMacro(
                arm.isEmpty()
                    ? tr("%n run(s) in no arm", nullptr, static_cast<int>(identities.size()))
                    : tr("%n run(s) in arm %1", nullptr, static_cast<int>(identities.size()))
                          .arg(arm));
            for (const QString& identity : identities) {
                workspace.setArm(identity, arm);
            }
            workspace.history().endMacro();
        });
        entry->setCheckable(true);
        entry->setChecked(item.arm == arm);
    };
    add(tr("Arm A"), QStringLiteral("A"));
    add(tr("Arm B"), QStringLiteral("B"));
    add(tr("By its configuration"), {});
}

void RunsPanel::fillMenu(QMenu& menu, const RunListItem& item)
{
    if (!item.isOpen) {
        menu.addAction(tr("Open"), this,
                       [this, folder = item.folder] { Q_EMIT openRequested(folder); });
        if (!item.identity.isEmpty()) {
            menu.addAction(tr("Rename"), this, [this] { m_table->edit(m_table->currentIndex()); });
            addNoteEntry(menu, item.identity);
        }
        return;
    }
    const RunListItem copy = item;
    menu.addAction(item.isShown ? tr("Hide in the charts") : tr("Draw in the charts"), this,
                   [this, copy] { setShown(copy, !copy.isShown); });
    menu.addAction(item.isBaseline ? tr("No baseline") : tr("Make it the baseline"), this,
                   [this, copy] { setBaseline(copy.isBaseline ? QString() : copy.identity); });
    menu.addAction(tr("Rename"), this, [this] { m_table->edit(m_table->currentIndex()); });
    QMenu* colours = menu.addMenu(tr("Colour"));
    for (std::size_t slot = 1; slot < kRunColours; ++slot) {
        const QColor colour = runColour(m_context.theme.tone(), slot);
        colours->addAction(swatch(colour), tr("Colour %1").arg(slot), this, [this, copy, slot] {
            m_context.session.workspace().setColour(copy.identity, slot);
        });
    }
    colours->addSeparator();
    colours->addAction(tr("By itself"), this, [this, copy] {
        m_context.session.workspace().setColour(copy.identity, std::nullopt);
    });
    addArmEntries(menu, item);
    addNoteEntry(menu, item.identity);
    menu.addSeparator();
    menu.addAction(tr("Close"), this, [this, copy] { m_context.session.close(copy.identity); });
}

} // namespace soak::ui
