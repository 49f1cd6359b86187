// SPDX-License-Identifier: GPL-3.0-or-later
// Two runs held against each other, by mouse and by keys; the numbers are those of `soak compare`.
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <QDir>
#include <QFile>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace soak::ui
{
namespace
{

constexpr int kRunName = 2; // of the list of runs
constexpr qint64 kStart = 1'767'608'400'000;

const Thing kForest{QAccessible::NoRole, QStringLiteral("Effect of B against A"),
                    Thing::Match::Beginning};
const Thing kRuns = table("Runs");

// Two runs below one folder are open and drawn; the older is starred.
struct Drawn {
    QString older;
    QString newer;
};

Drawn startWithPair(Desk& desk)
{
    Drawn drawn{desk.makeRun("runs/older", 24, kStart),
                desk.makeRun("runs/newer", 36, kStart + 60'000)};
    desk.start({.paths = {desk.path("runs"), drawn.newer}});
    EXPECT_TRUE(until([] { return rowsOf(kRuns).size() == 2; }));
    EXPECT_TRUE(desk.waitForJobs());
    clickCell(kRuns, 0, kRunName);
    clickCell(kRuns, 1, kRunName, Qt::ControlModifier);
    press("Return");
    EXPECT_TRUE(desk.waitForJobs());
    press("Ctrl+2"); // the list of runs and the comparison have the window
    EXPECT_TRUE(waitFor(kForest)) << allWords().toStdString();
    EXPECT_TRUE(desk.waitForJobs());
    EXPECT_TRUE(until([] {
        return isShown(words("0 better")) || isShown(words("1 better")) ||
               isShown(words("2 better")) || isShown(words("3 better")) ||
               isShown(words("4 better"));
    })) << allWords().toStdString();
    return drawn;
}

nlohmann::json answerOf(const Desk& desk, const QStringList& runs)
{
    const auto program =
        desk.startAside(QStringLiteral(SOAK_PROGRAM_SOAK),
                        QStringList{QStringLiteral("compare"), QStringLiteral("--json")} + runs);
    EXPECT_TRUE(program->waitForFinished(kPatienceMs));
    return nlohmann::json::parse(program->readAllStandardOutput().toStdString(), nullptr, false);
}

// What the chart calls a metric, and how it says its verdict.
QString titleFor(const std::string& key)
{
    return key == "p95_latency_ms" ? QStringLiteral("p95 latency")
           : key == "risk_ratio"   ? QStringLiteral("Risk ratio")
           : key == "net_bps"      ? QStringLiteral("Net edge")
                                   : QStringLiteral("Maker share");
}

// Of the difference, as the metric has decimals; "" where it would read 0.
QString digitsOf(const nlohmann::json& effect, const std::string& metric)
{
    if (!effect["diff"].is_number()) {
        return {};
    }
    const int decimals = metric == "p95_latency_ms" ? 1 : metric == "net_bps" ? 2 : 3;
    const QString text = QString::number(std::abs(effect["diff"].get<double>()), 'f', decimals);
    return text.toDouble() == 0 ? QString() : text;
}

QString wordFor(const std::string& verdict)
{
    return verdict == "inconclusive" ? QStringLiteral("not known")
                                     : QString::fromStdString(verdict);
}

} // namespace

TEST(CompareJourney, TheNumbersAreThoseOfTheCommandLine)
{
    Desk desk;
    const Drawn drawn = startWithPair(desk);
    // No star: the run that is looked at is the baseline.
    const bool isNewerFirst = desk.title().contains(QStringLiteral("60000"));
    const QStringList order = isNewerFirst ? QStringList{drawn.newer, drawn.older}
                                           : QStringList{drawn.older, drawn.newer};
    const nlohmann::json answer = answerOf(desk, order);
    ASSERT_TRUE(answer.is_object() && answer.contains("pairs")) << answer.dump();
    const nlohmann::json& pair = answer["pairs"][0];
    const QString counts =
        QStringLiteral("%1 better \u00b7 %2 same \u00b7 %3 worse \u00b7 %4 not known")
            .arg(pair["better"].get<int>())
            .arg(pair["same"].get<int>())
            .arg(pair["worse"].get<int>())
            .arg(pair["inconclusive"].get<int>());
    EXPECT_TRUE(allWords().contains(counts)) << counts.toStdString() << allWords().toStdString();
    // Row by row: the name of the plot tells verdict, effect, n.
    ASSERT_TRUE(tabTo(kForest));
    for (const char* metric : {"p95_latency_ms", "risk_ratio", "net_bps", "maker_taker_ratio"}) {
        const QString name = nameOf(kForest);
        EXPECT_TRUE(name.contains(titleFor(metric))) << name.toStdString();
        bool isFound = false;
        for (const nlohmann::json& effect : pair["effects"]) {
            if (effect["metric"] == metric) {
                isFound = true;
                const QString digits = digitsOf(effect, metric);
                EXPECT_TRUE(name.contains(digits)) << name.toStdString() << effect.dump();
                EXPECT_TRUE(name.contains(wordFor(effect["verdict"].get<std::string>())))
                    << name.toStdString() << effect.dump();
                EXPECT_TRUE(name.contains(QStringLiteral("n %1").arg(effect["a"]["n"].get<int>())))
                    << name.toStdString() << effect.dump();
            }
        }
        EXPECT_TRUE(isFound) << metric;
        press("Down");
    }
}

TEST(CompareJourney, ByMouseThroughEveryPart)
{
    Desk desk;
    startWithPair(desk);
    const Thing latency = chart("p95 latency");
    ASSERT_TRUE(until([&] {
        return !rowsOf(latency).empty() && rowsOf(latency).front().size() == 3;
    })) << "iteration and two runs";
    click(choice("Align"));
    press("Down");
    press("Down");
    press("Return");
    ASSERT_TRUE(until([] { return valueOf(choice("Align")) == QStringLiteral("elapsed time"); }));
    ASSERT_TRUE(desk.waitForJobs());
    EXPECT_TRUE(until([] {
        return !letteringOf("Maker share").filter(QStringLiteral(" h")).isEmpty() ||
               !letteringOf("Maker share").filter(QStringLiteral(" min")).isEmpty();
    })) << letteringOf("Maker share").join(QLatin1Char('\n')).toStdString();
    click(tab("Distributions"));
    EXPECT_TRUE(waitFor(table("Figures of the distributions")));
    EXPECT_EQ(rowsOf(table("Figures of the distributions")).size(), 8U);
    click(check("Boxes"));
    EXPECT_TRUE(isChecked(check("Boxes")));
    click(tab("Relations"));
    EXPECT_TRUE(waitFor(choice("Override")));
    ASSERT_TRUE(desk.waitForJobs());
    click(tab("Table"));
    const Thing all = table("All open runs");
    ASSERT_TRUE(waitFor(all));
    ASSERT_TRUE(until([&] { return rowsOf(all).size() == 2; }));
    click(tab("Effects"));
    EXPECT_TRUE(waitFor(kForest));
}

TEST(CompareJourney, FormsOfTheChartsByKeysAlone)
{
    Desk desk;
    startWithPair(desk);
    ASSERT_TRUE(tabTo(choice("Show")));
    press("Down");
    ASSERT_TRUE(until([] { return valueOf(choice("Show")) == QStringLiteral("side by side"); }));
    ASSERT_TRUE(desk.waitForJobs());
    EXPECT_TRUE(waitFor(chart("A: p95 latency")));
    EXPECT_TRUE(isShown(chart("B: Maker share")));
    EXPECT_EQ(rowsOf(chart("B: p95 latency")).front().size(), 2U) << "iteration and its own run";
    press("Down");
    ASSERT_TRUE(until([] { return valueOf(choice("Show")) == QStringLiteral("difference to A"); }));
    ASSERT_TRUE(desk.waitForJobs());
    EXPECT_TRUE(waitFor(chart("Net edge, difference to A")));
    press("Home");
    EXPECT_TRUE(waitFor(chart("Net edge, bps")));
}

TEST(CompareJourney, ABrushPicksIterationsInEveryViewUntilItIsLetGo)
{
    Desk desk;
    startWithPair(desk);
    const Thing chip{QAccessible::NoRole, QStringLiteral("Let go of the picked iterations"),
                     Thing::Match::Beginning};
    const Thing steps{QAccessible::NoRole, QStringLiteral("p95 latency, ms; A"),
                      Thing::Match::Beginning};
    click(tab("Distributions"));
    ASSERT_TRUE(waitFor(steps)) << allWords().toStdString();
    EXPECT_FALSE(isShown(chip));
    drag(steps, {0.3, 0.5}, {0.8, 0.5});
    ASSERT_TRUE(waitFor(chip)) << allWords().toStdString();
    EXPECT_TRUE(nameOf(chip).contains(QStringLiteral(": p95 latency from ")))
        << "what and how many";
    click(chip);
    EXPECT_TRUE(waitForNone(chip));
    ASSERT_TRUE(tabTo(steps));
    press("Right");
    ASSERT_TRUE(waitFor(chip));
    click(tab("Effects"));
    EXPECT_TRUE(isShown(chip)) << "what is picked is picked everywhere";
    press("Escape");
    click(tab("Distributions"));
    ASSERT_TRUE(tabTo(steps));
    press("Escape");
    EXPECT_TRUE(waitForNone(chip));
}

TEST(CompareJourney, ColumnsAreChosenAndTakenBack)
{
    Desk desk;
    startWithPair(desk);
    click(tab("Table"));
    const Thing all = table("All open runs");
    ASSERT_TRUE(until([&] { return rowsOf(all).size() == 2; }));
    const auto columns = [&] { return shownColumnsOf(all); };
    const int usual = columns();
    ASSERT_EQ(usual, 12);
    meanwhile([] { click(button("Choose the columns of the table")); },
              [] {
                  chooseMenuByKeys({QString(), QStringLiteral("Median")});
              });
    ASSERT_TRUE(until([&] { return columns() == usual + 4; })) << "one of each KPI";
    press("Ctrl+Z");
    EXPECT_TRUE(until([&] { return columns() == usual; }));
}

TEST(CompareJourney, KeysStarTheCandidateAndTakeItBack)
{
    Desk desk;
    startWithPair(desk);
    ASSERT_TRUE(tabTo(kForest));
    const QString before = desk.title();
    press("S");
    ASSERT_TRUE(until([] { return !allWords().contains(QStringLiteral("baseline, no star")); }))
        << allWords().toStdString();
    press("Ctrl+Z");
    ASSERT_TRUE(until([] { return allWords().contains(QStringLiteral("baseline, no star")); }));
}

TEST(CompareJourney, TheSummaryAndTheCommandAreCopied)
{
    Desk desk;
    const Drawn drawn = startWithPair(desk);
    clearClipboard();
    click(button("Copy the comparison as text (Ctrl+Shift+C)"));
    ASSERT_TRUE(until([] { return clipboardText().contains(QStringLiteral("better")); }));
    EXPECT_TRUE(clipboardText().contains(QStringLiteral("Method: AR(1) t")));
    press("Ctrl+Alt+C");
    ASSERT_TRUE(until([] { return clipboardText().startsWith(QStringLiteral("soak compare ")); }));
    EXPECT_TRUE(clipboardText().contains(drawn.older));
    EXPECT_TRUE(clipboardText().contains(drawn.newer));
}

TEST(CompareJourney, TheReportIsThatOfTheCommandLine)
{
    Desk desk;
    startWithPair(desk);
    click(button("Save the comparison as a page, Markdown or text"));
    saveAs(desk.path("comparison.md"));
    ASSERT_TRUE(until([&] { return QFile::exists(desk.path("comparison.md")); }));
    EXPECT_TRUE(desk.text("comparison.md").contains(QStringLiteral("p95")));
}

TEST(CompareJourney, OneRunAloneSaysHowToPickASecond)
{
    Desk desk;
    desk.start({.paths = {desk.makeRun("mine", 8)}});
    ASSERT_TRUE(desk.waitForJobs());
    click(tab("Compare"));
    EXPECT_TRUE(waitFor(words("Pick a second run"))) << allWords().toStdString();
}

TEST(CompareJourney, BesideTheInspectorTheDetailsAreAKeyAway)
{
    Desk desk;
    startWithPair(desk);
    press("Ctrl+1");
    press("Alt+6");
    ASSERT_TRUE(waitForNone(kForest));
    click(check("Effects, overrides and distribution in place of the charts (D)"));
    EXPECT_TRUE(waitFor(kForest)) << allWords().toStdString();
    press("D");
    EXPECT_TRUE(waitFor(chart("p95 latency"))) << allWords().toStdString();
}

} // namespace soak::ui
