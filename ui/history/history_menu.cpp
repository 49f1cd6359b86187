// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of the table: what can be done with the chosen runs, and the order of all.
#include "ui/history/history_table.h"
#include "ui/history/history_view.h"
#include "ui/history/saying_editor.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <set>

namespace soak::ui
{
namespace
{

constexpr qsizetype kMostShown = 200; // signs of a note below the table

QString shortened(const std::string& text)
{
    const QString whole = toQString(text).simplified();
    return whole.size() > kMostShown ? whole.left(kMostShown - 1) + QChar(0x2026) : whole;
}

QString saidBy(const QString& what, const std::string& by)
{
    return by.empty() ? what : HistoryView::tr("%1 (%2)").arg(what, toQString(by));
}

} // namespace

void HistoryView::showMenu(QPoint at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Remembered run"));
    menu->addAction(tr("&Open") + QStringLiteral("\tEnter"), this, &HistoryView::openChosen)
        ->setEnabled(m_table->currentRun() != nullptr);
    menu->addAction(tr("Copy &Folder"), this, &HistoryView::copyFolders)
        ->setEnabled(m_table->currentRun() != nullptr);
    menu->addSeparator();
    addSayings(*menu);
    menu->addSeparator();
    menu->addAction(tr("Copy Co&mmand") + QLatin1Char('\t') + QLatin1String(kHistoryCommandKeys),
                    this, [this] { Q_EMIT commandRequested(HistoryForm::Text); });
    menu->addAction(tr("Copy Command for CS&V"), this,
                    [this] { Q_EMIT commandRequested(HistoryForm::Csv); });
    fillOrders(*menu->addMenu(tr("&Sort By")));
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

// Several are a line each.
void HistoryView::copyFolders()
{
    QStringList folders;
    for (const HistoryRun* run : m_table->chosenRuns()) {
        folders << toQString(run->row.folder);
    }
    QGuiApplication::clipboard()->setText(folders.join(QLatin1Char('\n')));
}

void HistoryView::addSayings(QMenu& menu)
{
    const auto add = [&](const QString& text, const char* keys, SayingKind kind) {
        menu.addAction(text + QLatin1Char('\t') + QLatin1String(keys), this,
                       [this, kind] { say(kind); })
            ->setEnabled(canSay(kind));
    };
    add(tr("&Tag\u2026"), kTagKeys, SayingKind::Tag);
    add(tr("&Mark a Release\u2026"), kReleaseKeys, SayingKind::Release);
    add(tr("&Note\u2026"), kNoteKeys, SayingKind::Note);
    add(tr("&Decide\u2026"), kDecideKeys, SayingKind::Decision);
    QMenu* takeBack = menu.addMenu(tr("Take &Back"));
    fillTakeBack(*takeBack);
    takeBack->setEnabled(!takeBack->isEmpty());
}

// Tags and releases; notes and decisions stay.
void HistoryView::fillTakeBack(QMenu& menu)
{
    const std::vector<const HistoryRun*> chosen = m_table->chosenRuns();
    std::set<std::string> tags;
    std::set<std::string> releases;
    for (const HistoryRun* run : chosen) {
        tags.insert(run->row.tags.begin(), run->row.tags.end());
        releases.insert(run->releases.begin(), run->releases.end());
    }
    const auto add = [&](const QString& text, WordKind kind, const std::string& word) {
        menu.addAction(text.arg(toQString(word)), this,
                       [this, runs = saidRunsOf(chosen), kind, word] {
                           m_desk.takeBack(runs, kind, toQString(word));
                       });
    };
    for (const std::string& tag : tags) {
        add(tr("Tag %1"), WordKind::Tag, tag);
    }
    for (const std::string& release : releases) {
        add(tr("Release %1"), WordKind::Release, release);
    }
}

bool HistoryView::canSay(SayingKind kind) const
{
    const std::size_t chosen = m_table->chosenRuns().size();
    return kind == SayingKind::Decision ? chosen == 1 : chosen > 0;
}

void HistoryView::say(SayingKind kind)
{
    if (!canSay(kind)) {
        return;
    }
    const std::vector<const HistoryRun*> chosen = m_table->chosenRuns();
    const QString about = chosen.size() == 1
                              ? toQString(chosen.front()->row.name)
                              : tr("%n run(s)", nullptr, static_cast<int>(chosen.size()));
    auto* editor = new SayingEditor(kind, about, m_desk.author(), this);
    connect(editor, &SayingEditor::said, this,
            [this, runs = saidRunsOf(chosen)](const Saying& saying) { m_desk.say(runs, saying); });
    connect(&m_desk, &HistoryDesk::sayingEnded, editor, [editor](const Status& status) {
        if (status) {
            editor->accept();
        } else {
            editor->refuse(coreText(status.error().message));
        }
    });
    editor->open();
}

// The newest decision with its reason, and the notes.
QString HistoryView::saidText() const
{
    const HistoryRun* run = m_table->currentRun();
    if (run == nullptr) {
        return {};
    }
    QStringList texts;
    if (run->decision) {
        const auto& decisions = m_desk.said().decisions;
        const QString decided = tr("decided: %1").arg(coreWord(*run->decision));
        texts << (decisions.empty()
                      ? decided
                      : saidBy(decided + QStringLiteral(", ") + shortened(decisions.back().why),
                               decisions.back().by));
    }
    for (const SaidWord& note : m_desk.said().notes) {
        texts << saidBy(tr("note: %1").arg(shortened(note.text)), note.by);
    }
    return texts.join(QStringLiteral(" \u00b7 "));
}

// A click on a head does the same.
void HistoryView::fillOrders(QMenu& menu)
{
    auto* group = new QActionGroup(&menu);
    for (int column = 0; column < kHistoryColumns; ++column) {
        const QString word = sortWord(static_cast<HistoryColumn>(column));
        if (word.isEmpty()) {
            continue;
        }
        const QString shown = m_table->sort();
        const QString turned = QLatin1Char('-') + word;
        const QString next = shown == word ? turned : word;
        QAction* entry = menu.addAction(
            m_table->model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), this,
            [this, next] { askInOrder(next); });
        entry->setCheckable(true);
        entry->setChecked(shown == word || shown == turned);
        group->addAction(entry);
    }
}

} // namespace soak::ui
