// SPDX-License-Identifier: GPL-3.0-or-later
// Several nights a side held against each other; the numbers are those of `soak compare --arm-a`.
#include "tests/ui/journeys/starts.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak::ui
{
namespace
{

const Thing kArmsForest{QAccessible::NoRole, QStringLiteral("Effect of arm B against arm A"),
                        Thing::Match::Beginning};
const Thing kNights = table("Runs");
const Thing kValues = table("Values of the runs");

class ArmsJourney : public testing::Test
{
protected:
    // Six simulated nights without a tuner: the last three with another cap of the impact.
    void start()
    {
        for (int night = 0; night < 6; ++night) {
            const auto program = desk.startAside(
                QStringLiteral(SOAK_PROGRAM_SOAK),
                {QStringLiteral("run"), QStringLiteral("--engine"), QStringLiteral("sim"),
                 QStringLiteral("--iterations"), QStringLiteral("12"), QStringLiteral("--seed"),
                 QString::number(night + 1), QStringLiteral("--set"),
                 night < 3 ? QStringLiteral("min_interval_ms=45")
                           : QStringLiteral("min_interval_ms=90"),
                 QStringLiteral("--out"),
                 desk.path(("runs/night" + std::to_string(night + 1)).c_str())});
            ASSERT_TRUE(program->waitForFinished(4 * kPatienceMs));
            ASSERT_EQ(program->exitCode(), 0) << program->readAllStandardError().toStdString();
        }
        QStringList paths;
        for (int night = 0; night < 6; ++night) {
            paths << desk.path(("runs/night" + std::to_string(night + 1)).c_str());
        }
        desk.start({.paths = paths});
        ASSERT_TRUE(until([] { return rowsOf(kNights).size() == 6; })) << allWords().toStdString();
        ASSERT_TRUE(desk.waitForJobs());
        ASSERT_TRUE(tabTo(kNights));
        press("Ctrl+A");
        press("Return");
        press("Alt+6");
        ASSERT_TRUE(waitFor(tab("Arms"))) << allWords().toStdString();
        ASSERT_TRUE(desk.waitForJobs());
    }

    // The answer of the line in the clipboard.
    nlohmann::json answer() const
    {
        const QString line = clipboardText();
        EXPECT_TRUE(line.startsWith(QStringLiteral("soak compare --arm-a "))) << line.toStdString();
        const auto shell =
            desk.startAside(QStringLiteral("/bin/sh"),
                            {QStringLiteral("-c"), QStringLiteral(SOAK_PROGRAM_SOAK) + line.mid(4) +
                                                       QStringLiteral(" --json")});
        EXPECT_TRUE(shell->waitForFinished(kPatienceMs));
        EXPECT_EQ(shell->exitCode(), 0) << shell->readAllStandardError().toStdString();
        return nlohmann::json::parse(shell->readAllStandardOutput().toStdString(), nullptr, false);
    }

    // The means of the runs, as the table shows them and as the program says them.
    void expectValues(const nlohmann::json& said, std::size_t runs)
    {
        constexpr std::size_t kP95Cell = 2;
        ASSERT_EQ(said["runs"].size(), runs) << said.dump();
        const auto rows = rowsOf(kValues);
        ASSERT_EQ(rows.size(), runs + 4);
        for (const nlohmann::json& effect : said["effects"]) {
            if (effect["metric"] != "p95_latency_ms") {
                continue;
            }
            for (const nlohmann::json& value : effect["values"]) {
                const QString label = QString::fromStdString(value["run"].get<std::string>());
                const QString wanted = QString::number(value["mean"].get<double>(), 'f', 1);
                const auto row = std::ranges::find_if(
                    rows, [&](const QStringList& cells) { return cells.front() == label; });
                ASSERT_NE(row, rows.end()) << label.toStdString();
                EXPECT_EQ(row->at(kP95Cell).toStdString(), wanted.toStdString());
            }
            return;
        }
        FAIL() << said.dump();
    }

    Desk desk;
};

} // namespace

TEST_F(ArmsJourney, NightsOfTwoConfigurationsAreTwoArms)
{
    start();
    // The first and the last night are of different configurations: A with the star, and B.
    clickCell(kNights, 0, kRunNameColumn);
    press("S");
    clickCell(kNights, 5, kRunNameColumn);
    click(tab("Arms"));
    ASSERT_TRUE(waitFor(kArmsForest)) << allWords().toStdString();
    EXPECT_TRUE(isShown(words("Arm A: 3 runs with the configuration of ")));
    press("Ctrl+Alt+C");
    ASSERT_TRUE(until([] { return clipboardText().contains(QStringLiteral("--arm-b")); }));
    const nlohmann::json said = answer();
    expectValues(said, 6);
    const QString counts =
        QStringLiteral("%1 better \u00b7 %2 same \u00b7 %3 worse \u00b7 %4 not known")
            .arg(said["better"].get<int>())
            .arg(said["same"].get<int>())
            .arg(said["worse"].get<int>())
            .arg(said["inconclusive"].get<int>());
    EXPECT_TRUE(isShown(words(counts.toUtf8().constData()))) << allWords().toStdString();
}

TEST_F(ArmsJourney, ArmsAreChosenInTheListOfRunsAndTakenBack)
{
    start();
    press("Ctrl+2"); // the list of runs and the comparison have the window
    click(tab("Arms"));
    const auto choose = [](int from, int to, const char* arm) {
        clickCell(kNights, from, kRunNameColumn);
        clickCell(kNights, to, kRunNameColumn, Qt::ShiftModifier);
        meanwhile([from] { rightClickCell(kNights, from, kRunNameColumn); },
                  [arm] {
                      chooseMenu({QStringLiteral("Arm of the comparison"), QString::fromUtf8(arm)});
                  });
    };
    choose(0, 1, "Arm A");
    choose(2, 5, "Arm B");
    ASSERT_TRUE(waitFor(words("Arm A: 2 chosen runs. Arm B: 4 chosen runs.")))
        << allWords().toStdString();
    ASSERT_TRUE(desk.waitForJobs());
    press("Ctrl+Alt+C");
    ASSERT_TRUE(until([] { return clipboardText().contains(QStringLiteral("--arm-b")); }));
    expectValues(answer(), 6);
    press("Ctrl+Z");
    EXPECT_TRUE(waitFor(words("No two arms of runs"))) << allWords().toStdString();
}

} // namespace soak::ui
