// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "ui/session/workspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

const QString kRun = QStringLiteral("RUN_1 abc");

WorkspaceData someData()
{
    WorkspaceData some;
    some.folders = {"/base/soak/one", "/other/two"};
    some.bases = {"/base", "/other"};
    some.shown = {kRun};
    some.primary = kRun;
    some.baseline = QStringLiteral("RUN_0 def");
    RunMarks marks;
    marks.alias = QStringLiteral("nightly");
    marks.colour = 3;
    marks.arm = QStringLiteral("B");
    marks.notes.push_back(
        {QStringLiteral("look here"), QStringLiteral("ann"), 1767600000123, 4, 9});
    some.runs[kRun] = marks;
    some.layout = {{QStringLiteral("metric:net_bps"), QStringLiteral("parameter:tail_age_ms")},
                   2,
                   true,
                   {QStringLiteral("median")},
                   {{QStringLiteral("form"), QStringLiteral("difference")}}};
    some.comparePage = QStringLiteral("relations");
    return some;
}

} // namespace

TEST(Workspace, KeysToLeaveOutAreAnEditAndAreKept)
{
    Workspace workspace;
    workspace.setIgnoredOverrides(QStringLiteral("  guards.*   run_id "));
    EXPECT_EQ(workspace.ignoredOverrides(), QStringLiteral("guards.* run_id"));
    workspace.history().undo();
    EXPECT_TRUE(workspace.ignoredOverrides().isEmpty());
    workspace.history().redo();
    WorkspaceData data;
    data.ignoredOverrides = workspace.ignoredOverrides();
    const auto read = parseWorkspace(workspaceText(data, "/w"), "/w");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->ignoredOverrides, QStringLiteral("guards.* run_id"));
    EXPECT_TRUE(read->unknown.isEmpty());
}

TEST(Workspace, WhatIsSavedIsLoaded)
{
    const TempDir dir;
    const WorkspaceData saved = someData();
    ASSERT_TRUE(saveWorkspace(saved, dir / "w.soakws"));
    const Result<WorkspaceData> loaded = loadWorkspace(dir / "w.soakws");
    ASSERT_TRUE(loaded);
    EXPECT_EQ(*loaded, saved);
}

TEST(Workspace, PathsAreRelativeToItsFolderAndMoveWithIt)
{
    WorkspaceData some;
    some.folders = {"/base/soak/one"};
    const QByteArray text = workspaceText(some, "/base");
    EXPECT_TRUE(text.contains("\"soak/one\"")) << text.toStdString();
    EXPECT_EQ(parseWorkspace(text, "/moved")->folders.front(), "/moved/soak/one");
}

TEST(Workspace, KeysOfANewerProgramAreKept)
{
    QJsonObject json = QJsonDocument::fromJson(workspaceText(someData(), "/base")).object();
    json[QStringLiteral("charts")] = QStringLiteral("new");
    QJsonObject layout = json[QStringLiteral("layout")].toObject();
    layout[QStringLiteral("smoothing")] = 4;
    json[QStringLiteral("layout")] = layout;
    QJsonObject runs = json[QStringLiteral("runs")].toObject();
    QJsonObject marks = runs[kRun].toObject();
    marks[QStringLiteral("mood")] = 7;
    QJsonArray notes = marks[QStringLiteral("notes")].toArray();
    QJsonObject note = notes[0].toObject();
    note[QStringLiteral("stars")] = 5;
    notes[0] = note;
    marks[QStringLiteral("notes")] = notes;
    runs[kRun] = marks;
    json[QStringLiteral("runs")] = runs;
    const auto loaded = parseWorkspace(QJsonDocument(json).toJson(), "/base");
    ASSERT_TRUE(loaded);
    const QJsonObject again = QJsonDocument::fromJson(workspaceText(*loaded, "/base")).object();
    EXPECT_EQ(again, json);
}

TEST(Workspace, WhatIsNoWorkspaceIsRefused)
{
    const TempDir dir;
    dir.write("half.soakws", "{\"schema\": \"soak.workspace\"");
    dir.write("other.soakws", "{\"schema\": \"something\"}");
    dir.write("newer.soakws", "{\"schema\": \"soak.workspace\", \"version\": 2}");
    for (const char* name : {"half.soakws", "other.soakws", "newer.soakws"}) {
        const auto loaded = loadWorkspace(dir / name);
        ASSERT_FALSE(loaded) << name;
        EXPECT_EQ(loaded.error().code, Errc::BadInput) << name;
        EXPECT_NE(loaded.error().where.find(name), std::string::npos);
    }
}

TEST(Workspace, EveryEditIsUndoneAndRedone)
{
    Workspace workspace;
    QSignalSpy changed(&workspace, &Workspace::changed);
    workspace.setAlias(kRun, QStringLiteral(" nightly "));
    workspace.setColour(kRun, 4);
    workspace.addNote(kRun, {QStringLiteral("why"), QStringLiteral("ann"), 1});
    workspace.replaceNote(kRun, 0, {QStringLiteral("because"), QStringLiteral("bob"), 2, 3, 3});
    workspace.removeNote(kRun, 0);
    const RunMarks last = workspace.marksOf(kRun);
    EXPECT_EQ(last.alias, QStringLiteral("nightly"));
    EXPECT_EQ(workspace.history().count(), 5);
    EXPECT_EQ(changed.count(), 5);
    workspace.history().undo();
    ASSERT_EQ(workspace.marksOf(kRun).notes.size(), 1U);
    EXPECT_EQ(workspace.marksOf(kRun).notes[0].text, QStringLiteral("because"));
    workspace.history().undo();
    EXPECT_EQ(workspace.marksOf(kRun).notes[0].text, QStringLiteral("why"));
    while (workspace.history().canUndo()) {
        workspace.history().undo();
    }
    EXPECT_EQ(workspace.marksOf(kRun), RunMarks{});
    EXPECT_TRUE(workspace.runs().empty());
    while (workspace.history().canRedo()) {
        workspace.history().redo();
    }
    EXPECT_EQ(workspace.marksOf(kRun), last);
}

TEST(Workspace, TheHistoryNamesTheRunAndWhatWasDone)
{
    Workspace workspace;
    workspace.setNames([&workspace](const QString& identity) {
        const QString& alias = workspace.marksOf(identity).alias;
        return alias.isEmpty() ? QStringLiteral("RUN_1") : alias;
    });
    workspace.setAlias(kRun, QStringLiteral("nightly"));
    workspace.setColour(kRun, 4);
    workspace.addNote(kRun, {QStringLiteral("x"), {}, 1, 33, 33});
    workspace.replaceNote(kRun, 0, {QStringLiteral("y"), {}, 1, 29, 36});
    workspace.removeNote(kRun, 0);
    workspace.addNote(kRun, {QStringLiteral("z"), {}, 1});
    workspace.setAlias(kRun, {});
    QStringList texts;
    for (int i = 0; i < workspace.history().count(); ++i) {
        texts << workspace.history().text(i);
    }
    const QStringList expected{
        QStringLiteral("Rename RUN_1 to nightly"),
        QStringLiteral("Colour of nightly"),
        QStringLiteral("Note on nightly, #33"),
        QStringLiteral("Change the note on nightly, #29 to #36"),
        QStringLiteral("Remove the note on nightly, #29 to #36"),
        QStringLiteral("Note on nightly, the whole run"),
        QStringLiteral("Take the name of nightly away"),
    };
    EXPECT_EQ(texts, expected);
}

TEST(Workspace, ANoteConcernsTheIterationsThatItIsAbout)
{
    EXPECT_TRUE(concerns({}, 7));
    EXPECT_TRUE(concerns({{}, {}, 0, 3, 9}, 3));
    EXPECT_TRUE(concerns({{}, {}, 0, 3, 9}, 9));
    EXPECT_FALSE(concerns({{}, {}, 0, 3, 9}, 10));
    EXPECT_FALSE(concerns({{}, {}, 0, 3, 9}, 2));
}

TEST(Workspace, TheCoreReadsTheNotesThatTheWindowWrote)
{
    const TempDir dir;
    ASSERT_TRUE(saveWorkspace(someData(), dir / "w.soakws"));
    const auto runs = loadWorkspaceNotes(dir / "w.soakws");
    ASSERT_TRUE(runs) << describe(runs.error());
    const std::vector<NotedRun> expected{
        {kRun.toStdString(), "nightly", {{"look here", "ann", 1767600000123, 4, 9}}}};
    EXPECT_EQ(*runs, expected);
}

TEST(Workspace, AnEditThatChangesNothingIsNone)
{
    Workspace workspace;
    workspace.setAlias(kRun, {});
    workspace.removeNote(kRun, 3);
    EXPECT_EQ(workspace.history().count(), 0);
}

TEST(Workspace, ARestoredOneHasNoHistory)
{
    Workspace workspace;
    workspace.setAlias(QStringLiteral("old"), QStringLiteral("name"));
    workspace.restore(someData());
    EXPECT_EQ(workspace.marksOf(kRun).alias, QStringLiteral("nightly"));
    EXPECT_EQ(workspace.marksOf(QStringLiteral("old")), RunMarks{});
    EXPECT_FALSE(workspace.history().canUndo());
}

} // namespace soak::ui
