// SPDX-License-Identifier: GPL-3.0-or-later
// A run that is made while the person watches: started, stopped and resumed from the window, told
// of, replaced.
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"
#include "tests/ui/support/waiting_bot.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <gtest/gtest.h>
#include <signal.h>

namespace soak::ui
{
namespace
{

constexpr int kLiveIterations = 8;
constexpr int kMostPanes = 8; // that F6 goes round
const QString kProgram = QStringLiteral(SOAK_PROGRAM_SOAK);

// Fills the run panel and starts a run of the bot; `use` is how a control is gone to.
void startRun(const Desk& desk, const WaitingBot& bot, const std::function<void(const Thing&)>& use)
{
    press("Ctrl+R");
    ASSERT_TRUE(waitFor(number("iterations"))) << allWords().toStdString();
    const auto fill = [&](const Thing& thing, const QString& text) {
        use(thing);
        press("Ctrl+A");
        typeText(text);
    };
    fill(field("Folder for runs"), desk.path("runs"));
    fill(field("Program of engine command"), bot.command());
    use(choice("engine"));
    typeText(QStringLiteral("com"));
    press("Return");
    ASSERT_EQ(valueOf(choice("engine")), QStringLiteral("command"));
    fill(number("iterations"), QString::number(kLiveIterations));
    press("Tab");
}

void byMouse(const Thing& thing)
{
    click(thing);
}

void byKeys(const Thing& thing)
{
    ASSERT_TRUE(tabTo(thing)) << thing.name.toStdString();
}

// The folder of the one run in the base.
QString runFolder(const Desk& desk)
{
    const QDir base(desk.path("runs"));
    const QStringList runs = base.entryList({QStringLiteral("RUN_*")}, QDir::Dirs);
    return runs.isEmpty() ? QString() : base.filePath(runs.front());
}

// The files of the iterations, in their order.
QList<QByteArray> summaryBytes(const QString& folder)
{
    QList<QByteArray> all;
    for (int iteration = 1; iteration <= summariesIn(folder); ++iteration) {
        QFile file(QDir(folder).filePath(QStringLiteral("ITER_SUMMARY_%1.json").arg(iteration)));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << iteration;
        all << file.readAll();
    }
    return all;
}

// What `soak run` alone makes of the same, in the same folder's name.
QString undisturbed(const Desk& desk, const WaitingBot& bot, const char* to)
{
    bot.letAll(kLiveIterations);
    QProcess soak;
    QStringList words{QStringLiteral("run"),
                      QStringLiteral("--engine"),
                      QStringLiteral("command"),
                      QStringLiteral("--auto-tune"),
                      QStringLiteral("--iterations"),
                      QString::number(kLiveIterations),
                      QStringLiteral("--out"),
                      desk.path(to),
                      QStringLiteral("--")};
    soak.start(kProgram, words + QProcess::splitCommand(bot.command()));
    EXPECT_TRUE(soak.waitForFinished(kPatienceMs));
    EXPECT_EQ(soak.exitCode(), 0) << soak.readAllStandardError().toStdString();
    return desk.path(to);
}

// What `soak verify` says of the hash chain: an exit code of its own when it is broken.
void expectChain(const QString& folder, bool isWhole)
{
    constexpr int kIntegrity = 4;
    QProcess soak;
    soak.start(kProgram, {QStringLiteral("verify"), QStringLiteral("--path"), folder});
    ASSERT_TRUE(soak.waitForFinished(kPatienceMs));
    const QString told = QString::fromUtf8(soak.readAllStandardError());
    EXPECT_EQ(soak.exitCode() == kIntegrity, !isWhole) << soak.exitCode();
    EXPECT_EQ(told.contains(QStringLiteral("chain")), !isWhole) << told.toStdString();
}

// What holds for a run that was resumed: its links hold, and they would not if a byte were another.
void expectWholeChain(const QString& folder)
{
    ASSERT_TRUE(waitFor(words("ITER_SUMMARY_8.json \u00b7 "))) << allWords().toStdString();
    EXPECT_TRUE(
        nameOf(words("ITER_SUMMARY_8.json \u00b7 ")).endsWith(QStringLiteral("chain intact")))
        << nameOf(words("ITER_SUMMARY_8.json \u00b7 ")).toStdString();
    expectChain(folder, true);
    QFile before(QDir(folder).filePath(QStringLiteral("ITER_SUMMARY_5.json"))); // of the stop
    ASSERT_TRUE(before.open(QIODevice::ReadOnly));
    const QByteArray bytes = before.readAll();
    before.close();
    ASSERT_TRUE(before.open(QIODevice::WriteOnly));
    ASSERT_EQ(before.write(bytes + '\n'), bytes.size() + 1);
    before.close();
    expectChain(folder, false);
}

void stopAtFiveAndResume(const std::function<void(const Thing&)>& use,
                         const std::function<void()>& start, const std::function<void()>& stop,
                         const std::function<void()>& resume)
{
    // The start of a run is part of its identity: both begin at one instant.
    const StartOfRuns begin("1767608400");
    Desk desk;
    const WaitingBot bot(desk.home());
    desk.start({.soakProgram = kProgram});
    startRun(desk, bot, use);
    start();
    bot.letAll(5);
    ASSERT_TRUE(waitFor(words("IN PROGRESS 5 of 8"))) << allWords().toStdString();
    EXPECT_TRUE(isShown(words("if it ended now: "))) << allWords().toStdString();
    const QString folder = runFolder(desk);
    const qint64 writer = writerOf(folder);
    ASSERT_NE(writer, 0);
    ASSERT_TRUE(until([] { return isEnabled(button("Stop")); })) << allWords().toStdString();
    stop();
    ASSERT_TRUE(waitFor(words("UNFINISHED 5 of 8"))) << allWords().toStdString();
    EXPECT_EQ(summariesIn(folder), 5);
    EXPECT_FALSE(hasLock(folder));
    EXPECT_TRUE(until([&] { return !isWriterAlive(writer); })) << "the writer lives";
    const QList<QByteArray> measured = summaryBytes(folder);
    ASSERT_EQ(measured.size(), 5);
    bot.letAll(kLiveIterations);
    ASSERT_TRUE(until([] { return isEnabled(button("Resume")); })) << allWords().toStdString();
    resume();
    // A run that was stopped has its RUN_END.json, too.
    ASSERT_TRUE(until([&] {
        return summariesIn(folder) == kLiveIterations && isEnded(folder) && !hasLock(folder);
    })) << allWords().toStdString();
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("FAIL")));
    EXPECT_FALSE(isShown(words("UNFINISHED")));
    EXPECT_EQ(summaryBytes(folder).first(5), measured) << "what was measured is kept to the byte";
    EXPECT_EQ(differingFiles(folder, undisturbed(desk, bot, "alone"))
                  .join(QLatin1Char(' '))
                  .toStdString(),
              "");
    expectWholeChain(folder);
}

// A run of the bot that nobody here started, in `folder` of the home.
void startElsewhere(const Desk& desk, const WaitingBot& bot, const char* folder)
{
    const QStringList words{QStringLiteral("run"),
                            QStringLiteral("--engine"),
                            QStringLiteral("command"),
                            QStringLiteral("--iterations"),
                            QString::number(kLiveIterations),
                            QStringLiteral("--out"),
                            desk.path(folder),
                            QStringLiteral("--")};
    ASSERT_TRUE(QProcess::startDetached(kProgram, words + QProcess::splitCommand(bot.command())));
    ASSERT_TRUE(until([&] { return hasLock(desk.path(folder)); }));
}

void finish(const Desk& desk, const WaitingBot& bot, const char* folder)
{
    bot.letAll(kLiveIterations);
    EXPECT_TRUE(until([&] { return isEnded(desk.path(folder)) && !hasLock(desk.path(folder)); }));
}

} // namespace

TEST(LiveJourney, StoppedAtRowFiveAndResumedTheRunIsAsIfUndisturbed)
{
    stopAtFiveAndResume(
        byMouse, [] { click(button("Start")); }, [] { click(button("Stop")); },
        [] { click(button("Resume")); });
}

TEST(LiveJourney, StopAndResumeByKeys)
{
    stopAtFiveAndResume(
        byKeys,
        [] {
            byKeys(button("Start"));
            press("Space");
        },
        [] { press("Ctrl+."); }, [] { press("Ctrl+Shift+R"); });
}

TEST(LiveJourney, EachThingIsToldOnce)
{
    Desk desk;
    const WaitingBot bot(desk.home());
    startElsewhere(desk, bot, "runs/mine");
    bot.letAll(5);
    ASSERT_TRUE(until([&] { return summariesIn(desk.path("runs/mine")) == 5; }));
    desk.start({.paths = {desk.path("runs/mine")}});
    ASSERT_TRUE(waitFor(words("IN PROGRESS 5 of 8")));
    EXPECT_FALSE(isShown(button("Close the notice"))) << allWords().toStdString();
    bot.let(6);
    ASSERT_TRUE(waitFor(words("IN PROGRESS 6 of 8")));
    ASSERT_TRUE(waitFor(button("Close the notice"))) << "the first FAIL is told";
    const QString name = desk.title().section(QLatin1Char(' '), 0, 0);
    EXPECT_TRUE(isShown(words((name + QStringLiteral(" would fail")).toUtf8().constData())))
        << allWords().toStdString();
    click(button("Close the notice"));
    bot.let(7);
    ASSERT_TRUE(waitFor(words("IN PROGRESS 7 of 8")));
    EXPECT_FALSE(isShown(button("Close the notice"))) << "it is told once";
    finish(desk, bot, "runs/mine");
    EXPECT_TRUE(waitFor(words((name + QStringLiteral(" is finished: FAIL")).toUtf8().constData())))
        << allWords().toStdString();
}

// What the lists show keeps the rules of models as a run grows under their filters: each Desk
// watches over them, and a breach fails the test.
TEST(LiveJourney, TheListsKeepTheRulesOfModelsWhileARunGrowsUnderTheirFilters)
{
    Desk desk;
    const WaitingBot bot(desk.home());
    startElsewhere(desk, bot, "runs/mine");
    bot.letAll(3);
    ASSERT_TRUE(until([&] { return summariesIn(desk.path("runs/mine")) == 3; }));
    desk.start({.paths = {desk.path("runs/mine")}});
    ASSERT_TRUE(waitFor(words("IN PROGRESS 3 of 8")));
    press("Alt+2");
    ASSERT_TRUE(waitFor(chart("p95 latency")));
    ASSERT_TRUE(tabTo(chart("p95 latency")));
    press("T"); // the iterations as a table
    ASSERT_TRUE(until([] { return rowsOf(table("Iterations")).size() == 3; }));
    for (const char* list : {"Ctrl+Alt+3", "Ctrl+Alt+4", "Ctrl+Alt+2"}) {
        press(list);
    }
    press("Ctrl+F");
    typeText(QStringLiteral("is:running"));
    ASSERT_TRUE(until([] { return rowsOf(table("Runs")).size() == 1; }));
    bot.letAll(6);
    ASSERT_TRUE(waitFor(words("IN PROGRESS 6 of 8")));
    ASSERT_TRUE(until([] { return rowsOf(table("Iterations")).size() == 6; }));
    finish(desk, bot, "runs/mine");
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("FAIL")));
    ASSERT_TRUE(until([] { return rowsOf(table("Iterations")).size() == 8; }));
    ASSERT_TRUE(until([] { return rowsOf(table("Runs")).empty(); })) << "it runs no longer";
    for (const char* model : {"EventsModel", "IterationsModel", "JobsModel", "ListFilter",
                              "ProblemsModel", "RunsModel", "RunsProxy"}) {
        EXPECT_TRUE(
            desk.watchedModels().contains(QStringLiteral("soak::ui::") + QString::fromUtf8(model)))
            << model << " is not among " << desk.watchedModels().join(u' ').toStdString();
    }
}

TEST(LiveJourney, AWriterThatStallsDiesOrVanishesIsSaid)
{
    Desk desk;
    const WaitingBot bot(desk.home());
    startElsewhere(desk, bot, "runs/mine");
    bot.letAll(3);
    ASSERT_TRUE(until([&] { return summariesIn(desk.path("runs/mine")) == 3; }));
    desk.start({.paths = {desk.path("runs/mine")}});
    ASSERT_TRUE(waitFor(words("STALLED at 3 of 8"))) << allWords().toStdString();
    bot.let(4);
    ASSERT_TRUE(waitFor(words("IN PROGRESS 4 of 8"))) << allWords().toStdString();
    ASSERT_EQ(::kill(static_cast<pid_t>(writerOf(desk.path("runs/mine"))), SIGKILL), 0);
    ASSERT_TRUE(waitFor(words("UNFINISHED 4 of 8"))) << allWords().toStdString();
    EXPECT_TRUE(isShown(words("The writer of "))) << allWords().toStdString();
    ASSERT_TRUE(QDir().rename(desk.path("runs"), desk.path("gone")));
    ASSERT_TRUE(waitFor(words("FOLDER GONE, 4 of 8"))) << allWords().toStdString();
    bot.letAll(kLiveIterations); // the bot of the dead writer ends
}

TEST(LiveJourney, ARunThatSomebodyWritesIsOfferedAndFollowedToItsEnd)
{
    Desk desk;
    const WaitingBot bot(desk.home());
    desk.makeRun("runs/RUN_1767608400000", 36);
    desk.start({.paths = {desk.path("runs")}});
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("PASS")));
    ASSERT_TRUE(desk.waitForJobs());
    press("Ctrl+Q");
    desk.end();
    startElsewhere(desk, bot, "runs/mine");
    bot.letAll(2);
    ASSERT_TRUE(until([&] { return summariesIn(desk.path("runs/mine")) == 2; }));
    desk.start();
    ASSERT_TRUE(waitFor(words("RUN_"))) << allWords().toStdString();
    ASSERT_TRUE(until([] {
        return nameOf(words("RUN_"))
            .contains(QStringLiteral(" is being written now: iteration 2 of 8."));
    })) << allWords().toStdString();
    const Thing watch{QAccessible::Button, QStringLiteral("Watch RUN_"), Thing::Match::Beginning};
    for (int pane = 0; pane < kMostPanes && !hasFocus(watch); ++pane) {
        press("F6");
    }
    ASSERT_TRUE(hasFocus(watch)) << allWords().toStdString();
    press("Space");
    ASSERT_TRUE(waitFor(words("IN PROGRESS 2 of 8"))) << allWords().toStdString();
    finish(desk, bot, "runs/mine");
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("FAIL")));
}

TEST(LiveJourney, ASecondRunOverTheOpenFolderIsAnotherRow)
{
    Desk desk;
    const QString folder = desk.makeRun("runs/mine", 36);
    desk.start({.paths = {folder}});
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("PASS")));
    ASSERT_TRUE(tabTo(table("Runs")));
    press("Home");
    press("F2");
    press("Ctrl+A");
    typeText(QStringLiteral("nightly"));
    press("Return");
    ASSERT_TRUE(desk.waitForJobs());
    QProcess soak;
    soak.start(kProgram,
               {QStringLiteral("run"), QStringLiteral("--mock"), QStringLiteral("--iterations"),
                QStringLiteral("12"), QStringLiteral("--out"), folder});
    ASSERT_TRUE(soak.waitForFinished(kPatienceMs));
    ASSERT_EQ(soak.exitCode(), 0);
    ASSERT_TRUE(until([] { return rowsOf(table("Runs")).size() == 2; }))
        << allWords().toStdString();
    QStringList rows;
    for (const QStringList& row : rowsOf(table("Runs"))) {
        rows << row.join(QLatin1Char('|'));
    }
    const QStringList old = rows.filter(QStringLiteral("nightly"));
    const QStringList other = rows.filter(QStringLiteral("RUN_"));
    ASSERT_EQ(old.size(), 1) << rows.join(QLatin1Char('\n')).toStdString();
    ASSERT_EQ(other.size(), 1) << "the name did not move";
    EXPECT_TRUE(old.front().contains(QStringLiteral("REPLACED"))) << old.front().toStdString();
    EXPECT_TRUE(isShown(words("REPLACED, 36 of 36"))) << allWords().toStdString();
    EXPECT_FALSE(other.front().contains(QStringLiteral("REPLACED")));
}

} // namespace soak::ui
