// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/lock_file.h"
#include "core/io/artifacts.h"
#include "tests/support/temp_dir.h"
#include "ui/session/run_launcher.h"

#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>
#include <unistd.h>

namespace soak::ui
{
namespace
{

constexpr int kLaunchMs = 20'000;

struct Launched {
    Jobs jobs;
    Session session{jobs};
    RunLauncher launcher;
    TempDir dir;
    QSignalSpy opened{&session, &Session::opened};
    QSignalSpy problems{&session, &Session::problemsChanged};

    explicit Launched(const QString& program = QStringLiteral(SOAK_PROGRAM_SOAK))
        : launcher(session, program)
    {
    }

    // A bot that waits for a file `go_<k>` in each iteration k.
    QStringList waitingBot()
    {
        dir.write("bot.sh", "while [ ! -e " + dir.path().string() +
                                "/go_$SOAK_ITERATION ]; do sleep 0.02; done\n"
                                "echo '{\"totals\": {\"net_bps\": 3.0}}' > "
                                "\"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\"\n");
        return {QStringLiteral("/bin/sh"), QString::fromStdString((dir / "bot.sh").string())};
    }

    void let(int iteration) { dir.write("go_" + std::to_string(iteration), "go"); }

    bool waitForSummary(const fs::path& folder, int iteration)
    {
        return QTest::qWaitFor([&] { return fs::exists(folder / summaryFileName(iteration)); },
                               kLaunchMs);
    }

    bool waitForNobody(const fs::path& folder)
    {
        return QTest::qWaitFor([&] { return !fs::exists(folder / kLockFile); }, kLaunchMs);
    }
};

QStringList commandOptions(int iterations)
{
    return {QStringLiteral("--engine"), QStringLiteral("command"), QStringLiteral("--iterations"),
            QString::number(iterations)};
}

} // namespace

TEST(RunLauncher, TellsTheOptionsOfTheProgram)
{
    Launched launched;
    QSignalSpy known(&launched.launcher, &RunLauncher::optionsKnown);
    launched.launcher.askOptions();
    ASSERT_TRUE(known.wait(kLaunchMs));
    EXPECT_FALSE(launched.launcher.options().empty());
}

TEST(RunLauncher, AProgramThatIsNotThereIsAProblem)
{
    Launched launched(QStringLiteral("/nonexistent/soak"));
    launched.launcher.askOptions();
    ASSERT_TRUE(launched.problems.count() > 0 || launched.problems.wait(kLaunchMs));
    EXPECT_EQ(launched.session.problems().front().error.code, Errc::Environment);
    EXPECT_FALSE(launched.launcher.start({{}, {}, launched.dir / "run"}));
}

TEST(RunLauncher, ARunThatBeganIsOpenedWhenItsFirstIterationIsThere)
{
    Launched launched;
    const fs::path folder = launched.dir / "run";
    ASSERT_TRUE(launched.launcher.start(
        {{QStringLiteral("--mock"), QStringLiteral("--iterations"), QStringLiteral("3")},
         {},
         folder}));
    ASSERT_TRUE(launched.opened.wait(kLaunchMs));
    EXPECT_EQ(launched.session.runs().front().folder, folder);
    ASSERT_TRUE(launched.waitForNobody(folder));
}

TEST(RunLauncher, ARunnerThatRefusesSaysWhy)
{
    Launched launched;
    ASSERT_TRUE(launched.launcher.start(
        {{QStringLiteral("--iterations"), QStringLiteral("0")}, {}, launched.dir / "run"}));
    ASSERT_TRUE(launched.problems.wait(kLaunchMs));
    EXPECT_NE(launched.session.problems().front().error.message.find("--iterations"),
              std::string::npos)
        << launched.session.problems().front().error.message;
}

TEST(RunLauncher, TheRunnerHasASessionOfItsOwnAndStopsAndResumes)
{
    Launched launched;
    const fs::path folder = launched.dir / "run";
    const QStringList bot = launched.waitingBot();
    qputenv("SOAK_SLEEP_SECONDS", "0"); // between iterations of a command
    ASSERT_TRUE(launched.launcher.start({commandOptions(4), bot, folder}));
    launched.let(1);
    launched.let(2);
    ASSERT_TRUE(launched.waitForSummary(folder, 2));
    const auto writer = lockHolder(folder / kLockFile);
    ASSERT_TRUE(writer);
    EXPECT_NE(::getsid(*writer), ::getsid(0));
    launched.launcher.stop(folder);
    ASSERT_TRUE(launched.waitForNobody(folder));
    EXPECT_FALSE(fs::exists(folder / summaryFileName(3)));
    launched.let(3);
    launched.let(4);
    ASSERT_TRUE(launched.launcher.resume(folder, bot));
    ASSERT_TRUE(launched.waitForSummary(folder, 4));
    ASSERT_TRUE(launched.waitForNobody(folder));
    EXPECT_TRUE(fs::exists(folder / kRunEndFile));
}

TEST(RunLauncher, NobodyToStopIsAProblem)
{
    Launched launched;
    launched.launcher.stop(launched.dir.path());
    ASSERT_TRUE(launched.problems.wait(kLaunchMs));
    EXPECT_EQ(launched.session.problems().front().error.code, Errc::NotFound);
}

} // namespace soak::ui
