// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/docks/opened_runs.h"
#include "ui/docks/runs_panel.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>

namespace soak::ui
{
namespace
{

struct Shown {
    OpenedRuns runs;
    QString eight = runs.openCopy("reference-8", "reference-8");
    QString thirtySix = runs.open("reference-36");
    std::unique_ptr<RunsPanel> panel;

    explicit Shown(std::optional<qint64> lastVisitMs = std::nullopt)
    {
        runs.selection.setPrimary(eight);
        panel = std::make_unique<RunsPanel>(runs.context, lastVisitMs);
        panel->resize(340, 500);
        panel->show();
    }

    void click(const QString& name, RunColumn column)
    {
        QTableView& table = panel->table();
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            const auto index = table.model()->index(row, static_cast<int>(column));
            if (index.siblingAtColumn(static_cast<int>(RunColumn::Name)).data() == name) {
                QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                                  table.visualRect(index).center());
                return;
            }
        }
        ADD_FAILURE() << name.toStdString() << " is not listed";
    }
};

} // namespace

TEST(RunsPanel, AClickLooksAtARunAndLeavesTheOneBefore)
{
    Shown shown;
    shown.click(QStringLiteral("reference-36"), RunColumn::Name);
    EXPECT_EQ(shown.runs.selection.primary(), shown.thirtySix);
    EXPECT_EQ(shown.runs.selection.shown(), QStringList{shown.thirtySix});
}

TEST(RunsPanel, TheDotDrawsARunBesideAndItCanBeUndone)
{
    Shown shown;
    shown.click(QStringLiteral("reference-36"), RunColumn::Shown);
    EXPECT_EQ(shown.runs.selection.shown(), (QStringList{shown.eight, shown.thirtySix}));
    EXPECT_EQ(shown.runs.selection.primary(), shown.eight);
    shown.runs.session.workspace().history().undo();
    EXPECT_EQ(shown.runs.selection.shown(), QStringList{shown.eight});
}

TEST(RunsPanel, ADrawnRunUnderThePointerStandsOutEverywhere)
{
    Shown shown;
    QTableView& table = shown.panel->table();
    const auto pointAt = [&](const QString& name) {
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            const auto index = table.model()->index(row, static_cast<int>(RunColumn::Name));
            if (index.data() == name) {
                QTest::mouseMove(table.viewport(), table.visualRect(index).center());
            }
        }
    };
    pointAt(QStringLiteral("reference-8"));
    EXPECT_EQ(shown.runs.selection.highlighted(), shown.eight);
    pointAt(QStringLiteral("reference-36"));
    EXPECT_EQ(shown.runs.selection.highlighted(), QString()) << "it is not drawn";
}

TEST(RunsPanel, KeysDoWhatTheMouseDoes)
{
    Shown shown;
    QTableView& table = shown.panel->table();
    shown.click(QStringLiteral("reference-36"), RunColumn::Name);
    QTest::keyClick(&table, Qt::Key_S);
    EXPECT_EQ(shown.runs.selection.baseline(), shown.thirtySix);
    QTest::keyClick(&table, Qt::Key_S);
    EXPECT_EQ(shown.runs.selection.baseline(), QString());
    QTest::keyClick(&table, Qt::Key_V);
    EXPECT_FALSE(shown.runs.selection.shown().contains(shown.thirtySix));
    QTest::keyClick(&table, Qt::Key_Delete);
    EXPECT_EQ(shown.runs.session.find(shown.thirtySix), nullptr);
}

TEST(RunsPanel, ChosenRunsAreDrawnTogetherByEnter)
{
    Shown shown;
    QTableView& table = shown.panel->table();
    table.setFocus();
    table.selectAll();
    QTest::keyClick(&table, Qt::Key_Return);
    EXPECT_EQ(shown.runs.selection.shown().size(), 2);
    shown.runs.session.workspace().history().undo();
    EXPECT_EQ(shown.runs.selection.shown(), QStringList{shown.eight});
    shown.runs.session.workspace().history().redo();
    EXPECT_EQ(shown.runs.selection.shown().size(), 2);
}

TEST(RunsPanel, AFoundRunIsListedOnceAndOpenedByAClick)
{
    Shown shown;
    RunListItem found;
    found.folder = QStringLiteral("/somewhere/RUN_1");
    found.name = QStringLiteral("RUN_1");
    RunListItem again;
    again.folder = QString::fromStdString(shown.runs.session.find(shown.eight)->folder.string());
    again.name = QStringLiteral("again");
    shown.panel->setFound({found, again});
    EXPECT_EQ(shown.panel->table().model()->rowCount(), 3);
    QSignalSpy wished(shown.panel.get(), &RunsPanel::openRequested);
    shown.click(QStringLiteral("RUN_1"), RunColumn::Name);
    ASSERT_EQ(wished.count(), 1);
    EXPECT_EQ(wished.front().front().toString(), found.folder);
}

TEST(RunsPanel, AFilterHidesAndSaysHowMany)
{
    Shown shown;
    auto* field = shown.panel->findChild<QLineEdit*>();
    QSignalSpy typed(shown.panel.get(), &RunsPanel::filterTextChanged);
    QTest::keyClicks(field, QStringLiteral("36"));
    EXPECT_EQ(typed.count(), 2);
    shown.panel->setFilter(
        [](const RunListItem& item) { return item.name.contains(QStringLiteral("36")); }, {});
    EXPECT_EQ(shown.panel->table().model()->rowCount(), 1);
    const QList<QLabel*> labels = shown.panel->findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text() == QStringLiteral("1 of 2 runs");
    }));
}

TEST(RunsPanel, NothingFoundSaysSoAndLeadsBackToAll)
{
    Shown shown;
    auto* field = shown.panel->findChild<QLineEdit*>();
    QTest::keyClicks(field, QStringLiteral("zzz"));
    shown.panel->setFilter([](const RunListItem&) { return false; }, {});
    EXPECT_EQ(shown.panel->table().model()->rowCount(), 0);
    const auto isSaid = [&shown](const QString& text) {
        const QList<QLabel*> labels = shown.panel->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&text](const QLabel* label) {
            return label->isVisible() && label->text() == text;
        });
    };
    EXPECT_TRUE(isSaid(QStringLiteral("0 of 2 runs")));
    QSignalSpy typed(shown.panel.get(), &RunsPanel::filterTextChanged);
    for (auto* button : shown.panel->findChildren<QToolButton*>()) {
        if (button->text() == QStringLiteral("Clear the filter")) {
            ASSERT_TRUE(button->isVisible());
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    EXPECT_EQ(field->text(), QString());
    ASSERT_EQ(typed.count(), 1);
    shown.panel->setFilter({}, {});
    EXPECT_FALSE(isSaid(QStringLiteral("2 of 2 runs")));
}

TEST(RunsPanel, AChipAddsItsWordToTheFilterAndTakesItAway)
{
    Shown shown;
    auto* field = shown.panel->findChild<QLineEdit*>();
    field->setText(QStringLiteral("night"));
    shown.panel->setFilter([](const RunListItem&) { return true; }, {});
    QToolButton* chip = nullptr;
    for (auto* button : shown.panel->findChildren<QToolButton*>()) {
        if (button->accessibleName() == QStringLiteral("Only these: verdict:fail")) {
            chip = button;
        }
    }
    ASSERT_NE(chip, nullptr);
    EXPECT_FALSE(chip->isChecked());
    QTest::mouseClick(chip, Qt::LeftButton);
    EXPECT_EQ(field->text(), QStringLiteral("night verdict:fail"));
    shown.panel->setFilter([](const RunListItem&) { return true; }, {});
    EXPECT_TRUE(chip->isChecked());
    QTest::mouseClick(chip, Qt::LeftButton);
    EXPECT_EQ(field->text(), QStringLiteral("night"));
}

TEST(RunsPanel, ANoteIsInTheTooltipAndTheSpokenText)
{
    Shown shown;
    shown.runs.session.workspace().addNote(
        shown.eight, {QStringLiteral("look here"), QStringLiteral("ann"), 1, 3, 3});
    const QAbstractItemModel& model = *shown.panel->table().model();
    bool isFound = false;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex name = model.index(row, static_cast<int>(RunColumn::Name));
        if (name.data() == QStringLiteral("reference-8")) {
            isFound = true;
            EXPECT_TRUE(
                name.data(Qt::ToolTipRole).toString().endsWith(QStringLiteral("#3: look here")));
            EXPECT_TRUE(
                name.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("notes: 1")));
        }
    }
    EXPECT_TRUE(isFound);
}

TEST(RunsPanel, TheHistoryNamesWhatWasDone)
{
    Shown shown;
    QTableView& table = shown.panel->table();
    shown.click(QStringLiteral("reference-36"), RunColumn::Name);
    QTest::keyClick(&table, Qt::Key_S);
    QTest::keyClick(&table, Qt::Key_V);
    QTest::keyClick(&table, Qt::Key_S);
    const QUndoStack& history = shown.runs.session.workspace().history();
    ASSERT_EQ(history.count(), 3);
    EXPECT_EQ(history.text(0), QStringLiteral("Baseline: reference-36"));
    EXPECT_EQ(history.text(1), QStringLiteral("Hide reference-36"));
    EXPECT_EQ(history.text(2), QStringLiteral("No baseline"));
}

TEST(RunsPanel, WhatCameSinceTheLastVisitIsCountedAndFiltered)
{
    Shown shown(1);
    auto* since = shown.panel->findChild<QToolButton*>();
    EXPECT_TRUE(since->text().contains(QStringLiteral("2 run"))) << since->text().toStdString();
    EXPECT_TRUE(since->text().contains(QStringLiteral("1 FAIL"))) << since->text().toStdString();
    Shown later(QDateTime::currentMSecsSinceEpoch());
    since = later.panel->findChild<QToolButton*>();
    EXPECT_TRUE(since->text().contains(QStringLiteral("0 run")));
    EXPECT_FALSE(since->isEnabled());
}

TEST(RunsPanel, ANarrowOneHasDotAndNameOnly)
{
    Shown shown;
    shown.panel->setNarrow(true);
    QHeaderView* header = shown.panel->table().horizontalHeader();
    EXPECT_TRUE(header->isSectionHidden(static_cast<int>(RunColumn::Verdict)));
    EXPECT_FALSE(header->isSectionHidden(static_cast<int>(RunColumn::Shown)));
    EXPECT_FALSE(header->isSectionHidden(static_cast<int>(RunColumn::Name)));
    shown.panel->setNarrow(false);
    EXPECT_FALSE(header->isSectionHidden(static_cast<int>(RunColumn::Verdict)));
}

TEST(RunsPanel, AnotherNameIsTypedInItsPlace)
{
    Shown shown;
    shown.click(QStringLiteral("reference-8"), RunColumn::Name);
    QTest::keyClick(&shown.panel->table(), Qt::Key_F2);
    auto* editor = shown.panel->table().viewport()->findChild<QLineEdit*>();
    ASSERT_NE(editor, nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("nightly"));
    QTest::keyClick(editor, Qt::Key_Return);
    // The delegate takes the text after the key, by an event of its own.
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return shown.runs.session.nameOf(shown.eight) == QStringLiteral("nightly"); }));
}

} // namespace soak::ui
