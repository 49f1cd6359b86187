// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "ui/session/workspace.h"

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
    some.shown = {kRun};
    some.primary = kRun;
    some.baseline = QStringLiteral("RUN_0 def");
    RunMarks marks;
    marks.alias = QStringLiteral("nightly");
    marks.colour = 3;
    marks.notes.push_back(
        {QStringLiteral("look here"), QStringLiteral("ann"), 1767600000123, 4, 9});
    some.runs[kRun] = marks;
    some.layout = {
        {QStringLiteral("metric:net_bps"), QStringLiteral("parameter:tail_age_ms")}, 2, true};
    return some;
}

} // namespace

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
    QJsonObject runs = json[QStringLiteral("runs")].toObject();
    QJsonObject marks = runs[kRun].toObject();
    marks[QStringLiteral("mood")] = 7;
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
    workspace.removeNote(kRun, 0);
    const RunMarks last = workspace.marksOf(kRun);
    EXPECT_EQ(last.alias, QStringLiteral("nightly"));
    EXPECT_EQ(workspace.history().count(), 4);
    EXPECT_EQ(changed.count(), 4);
    workspace.history().undo();
    EXPECT_EQ(workspace.marksOf(kRun).notes.size(), 1U);
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
