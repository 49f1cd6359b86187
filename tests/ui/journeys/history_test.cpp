// SPDX-License-Identifier: GPL-3.0-or-later
// The history: filtered, sorted, drawn, opened. What stands there is what `soak history` says of
// the same database.
#include "tests/ui/journeys/starts.h"

#include <QDir>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <string>
#include <tuple>

namespace soak::ui
{
namespace
{

using Json = nlohmann::json;

constexpr qint64 kDayMs = 86'400'000;
constexpr qint64 kFirstNight = 1'767'608'400'000;
constexpr int kNameCell = 0;

const Thing kRemembered = table("Remembered runs");
const Thing kQuery = field("Filter of the history");
const Thing kMetricOf = choice("KPI of the chart");
const QString kDash = QStringLiteral("\u2014");

class HistoryJourney : public testing::Test
{
protected:
    // Four nights and one that cannot be read, imported by the command line. No run is open.
    void start()
    {
        const std::array iterations{8, 36, 12, 24};
        for (std::size_t i = 0; i < iterations.size(); ++i) {
            const std::string name = "runs/night" + std::to_string(i + 1);
            desk.makeRun(name.c_str(), iterations.at(i),
                         kFirstNight + static_cast<qint64>(i) * kDayMs);
        }
        desk.home().write("runs/torn/RUN.json", "{");
        desk.home().write("runs/torn/ITER_SUMMARY_1.json", "{");
        soak({QStringLiteral("import"), desk.path("runs")}, 3);
        desk.start();
        ASSERT_TRUE(desk.waitForJobs());
    }

    // What the program prints.
    QByteArray soak(const QStringList& words, int code = 0) const
    {
        const auto program = desk.startAside(QStringLiteral(SOAK_PROGRAM_SOAK),
                                             QStringList{QStringLiteral("history")} + words);
        EXPECT_TRUE(program->waitForFinished(kPatienceMs));
        EXPECT_EQ(program->exitCode(), code) << program->readAllStandardError().toStdString();
        return program->readAllStandardOutput();
    }

    Json answer(const QStringList& words) const
    {
        return Json::parse(soak(words + QStringList{QStringLiteral("--json")}).toStdString(),
                           nullptr, false);
    }

    // The rows that the program lists, as the window writes them.
    std::vector<QStringList> listed(const QStringList& words) const
    {
        std::vector<QStringList> rows;
        const Json all = answer(QStringList{QStringLiteral("list")} + words);
        EXPECT_TRUE(all.contains("runs")) << all.dump();
        for (const Json& run : all.value("runs", Json::array())) {
            rows.push_back(rowOf(run));
        }
        return rows;
    }

    static QString wordOf(const Json& value)
    {
        return value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
    }

    static QString numberOf(const Json& value, int decimals)
    {
        if (!value.is_number()) {
            return kDash;
        }
        // Rounded as the C library does it; QString::number rounds a half up.
        std::array<char, 64> digits{};
        std::snprintf(digits.data(), digits.size(), "%.*f", decimals, value.get<double>());
        return QString::fromLatin1(digits.data()).replace(QLatin1Char('-'), QChar(0x2212));
    }

    static QStringList rowOf(const Json& run)
    {
        const Json& figures = run["figures"];
        const Json values = figures.is_object() ? figures["values"] : Json::object();
        const auto counted = [&](const char* key) {
            return figures.is_object() ? QString::number(figures[key].get<int>()) : kDash;
        };
        const QString started = wordOf(run["started_utc"]);
        const QString scenario = wordOf(run["scenario"]);
        QStringList said;
        for (const Json& release : run["releases"]) {
            said << QStringLiteral("\u25bd") + wordOf(release);
        }
        for (const Json& tag : run["tags"]) {
            said << wordOf(tag);
        }
        return {wordOf(run["name"]),
                started.isEmpty() ? kDash
                                  : started.left(16).replace(QLatin1Char('T'), QLatin1Char(' ')),
                figures.is_object() ? wordOf(figures["verdict"]) : QStringLiteral("unreadable"),
                numberOf(values.value("maker_taker_ratio", Json()), 3),
                numberOf(values.value("p95_latency_ms", Json()), 1),
                numberOf(values.value("risk_ratio", Json()), 3),
                numberOf(values.value("net_bps", Json()), 2),
                wordOf(run["decision"]),
                said.join(QLatin1Char(' ')),
                counted("iterations_read"),
                wordOf(run["engine"]) +
                    (scenario.isEmpty() ? QString() : QStringLiteral(", ") + scenario),
                counted("problems")};
    }

    // On screen stands what the program lists.
    void expectListed(const QStringList& words)
    {
        const std::vector<QStringList> wanted = listed(words);
        EXPECT_TRUE(until([&] { return rowsOf(kRemembered) == wanted; }))
            << "shown:\n"
            << textOf(rowsOf(kRemembered)) << "listed:\n"
            << textOf(wanted);
    }

    static std::string textOf(const std::vector<QStringList>& rows)
    {
        QString text;
        for (const QStringList& row : rows) {
            text += row.join(QStringLiteral(" | ")) + QLatin1Char('\n');
        }
        return text.toStdString();
    }

    static void openByMouse()
    {
        chooseMenu({QStringLiteral("Analyze"), QStringLiteral("History")});
        ASSERT_TRUE(until([] { return rowsOf(kRemembered).size() == 5; }));
    }

    static void typeFilter(const QString& text)
    {
        press("Ctrl+F");
        ASSERT_TRUE(until([] { return hasFocus(kQuery); }));
        typeText(text);
    }

    Desk desk;
};

QStringList filtered(const char* filter)
{
    return {QStringLiteral("--filter"), QString::fromUtf8(filter)};
}

} // namespace

TEST_F(HistoryJourney, ShowsWhatTheCommandLineLists)
{
    start();
    openByMouse();
    expectListed({});
    EXPECT_TRUE(isShown(words("5 runs")));
}

TEST_F(HistoryJourney, TheFilterIsThatOfTheCommandLine)
{
    start();
    openByMouse();
    click(kQuery);
    typeText(QStringLiteral("verdict:fail iterations<30"));
    expectListed(filtered("verdict:fail iterations<30"));
    ASSERT_FALSE(rowsOf(kRemembered).empty());
    EXPECT_LT(rowsOf(kRemembered).size(), 5U);
    press("Ctrl+A");
    typeText(QStringLiteral("night2"));
    expectListed(filtered("night2"));
    EXPECT_EQ(rowsOf(kRemembered).size(), 1U);
    press("Ctrl+A");
    typeText(QStringLiteral("no run is called so"));
    EXPECT_TRUE(until([] { return rowsOf(kRemembered).empty(); }));
    EXPECT_TRUE(waitFor(words("0 runs"))) << allWords().toStdString();
    press("Ctrl+A");
    press("Delete");
    expectListed({});
}

TEST_F(HistoryJourney, ABrokenFilterSaysWhereAndKeepsTheRows)
{
    start();
    openByMouse();
    click(kQuery);
    typeText(QStringLiteral("night2"));
    expectListed(filtered("night2"));
    typeText(QStringLiteral(" p95<"));
    EXPECT_TRUE(waitFor(words("column 12:"))) << allWords().toStdString();
    EXPECT_EQ(rowsOf(kRemembered).size(), 1U);
    // The command line names the same place.
    const auto program =
        desk.startAside(QStringLiteral(SOAK_PROGRAM_SOAK),
                        {QStringLiteral("history"), QStringLiteral("list"),
                         QStringLiteral("--filter"), QStringLiteral("night2 p95<")});
    ASSERT_TRUE(program->waitForFinished(kPatienceMs));
    EXPECT_EQ(program->exitCode(), 2);
    EXPECT_TRUE(program->readAllStandardError().contains("column 12,"));
}

TEST_F(HistoryJourney, AHostileFilterIsTextAndNothingElse)
{
    start();
    press("Alt+7");
    ASSERT_TRUE(until([] { return rowsOf(kRemembered).size() == 5; }));
    for (const char* hostile :
         {"'; DROP TABLE runs; --", "%' OR '1' --", "__________", "\\%\\_\\'", "tag:'||tag||'"}) {
        typeFilter(QString::fromUtf8(hostile));
        EXPECT_TRUE(until([] { return rowsOf(kRemembered).empty(); })) << hostile;
        EXPECT_EQ(listed(filtered(hostile)).size(), 0U) << hostile;
        press("Ctrl+A");
        press("Delete");
        expectListed({});
    }
    EXPECT_FALSE(isShown(words("The history cannot be read")));
}

TEST_F(HistoryJourney, AHeadSortsAndAnotherClickTurnsItAround)
{
    start();
    openByMouse();
    clickHead(kRemembered, "p95 latency, ms");
    expectListed({QStringLiteral("--sort"), QStringLiteral("p95")});
    clickHead(kRemembered, "p95 latency, ms");
    expectListed({QStringLiteral("--sort=-p95")});
    clickHead(kRemembered, "Run");
    expectListed({QStringLiteral("--sort"), QStringLiteral("name")});
}

// Run by run, as the arrows go through it.
TEST_F(HistoryJourney, TheChartSaysWhatTheCommandLineSays)
{
    start();
    openByMouse();
    for (const auto& [metric, title, decimals] :
         {std::tuple("p95_latency_ms", "p95 latency, ms by run", 1),
          std::tuple("net_bps", "Net edge, bps by run", 2)}) {
        const Thing shown = words(title);
        ASSERT_TRUE(waitFor(shown)) << allWords().toStdString();
        const Json kpi = answer({QStringLiteral("kpi"), QString::fromUtf8(metric)});
        ASSERT_EQ(kpi["runs"].size(), 4U) << kpi.dump();
        EXPECT_TRUE(nameOf(shown).contains(QStringLiteral("by run, 4 runs; ")));
        EXPECT_TRUE(nameOf(shown).contains(
            QStringLiteral("change points need %1 runs").arg(kpi["changes_need_runs"].get<int>())));
        ASSERT_TRUE(tabTo(shown));
        for (int i = 0; i < 4; ++i) {
            press("Left"); // to the first one
        }
        for (const Json& run : kpi["runs"]) {
            const QString wanted =
                QStringLiteral("; %1, %2: %3, %4")
                    .arg(wordOf(run["name"]),
                         wordOf(run["started_utc"])
                             .left(16)
                             .replace(QLatin1Char('T'), QLatin1Char(' ')),
                         numberOf(run["last_n"], decimals), wordOf(run["verdict"]));
            EXPECT_TRUE(until([&] { return nameOf(shown).endsWith(wanted); }))
                << nameOf(shown).toStdString() << "\nwanted " << wanted.toStdString();
            EXPECT_EQ(selectedRow(kRemembered).value(kNameCell), wordOf(run["name"]));
            press("Right");
        }
        click(kMetricOf);
        press("End");
        press("Return");
    }
}

TEST_F(HistoryJourney, TheChartSaysWhereTheLevelChanged)
{
    for (int i = 0; i < 18; ++i) {
        const std::string name = "runs/night" + std::to_string(i + 1);
        desk.makeRun(name.c_str(), (i < 10 ? 8 : 36) + i % 2, kFirstNight + i * kDayMs);
    }
    soak({QStringLiteral("import"), desk.path("runs")});
    desk.start();
    press("Alt+7");
    const Thing shown = words("p95 latency, ms by run");
    ASSERT_TRUE(waitFor(shown)) << allWords().toStdString();
    const Json kpi = answer({QStringLiteral("kpi"), QStringLiteral("p95_latency_ms")});
    ASSERT_EQ(kpi["changes"].size(), 1U) << kpi["changes"].dump();
    const Json& change = kpi["changes"][0];
    const QString wanted =
        QStringLiteral("the level changed at %1, give or take %2 runs: %3 ms to %4 ms")
            .arg(wordOf(change["name"]))
            .arg(change["half_width"].get<int>())
            .arg(numberOf(change["before"], 1), numberOf(change["after"], 1));
    EXPECT_TRUE(until([&] { return nameOf(shown).contains(wanted); }))
        << nameOf(shown).toStdString() << "\nwanted " << wanted.toStdString();
}

TEST_F(HistoryJourney, ADoubleClickOpensTheRun)
{
    start();
    openByMouse();
    doubleClickCell(kRemembered, 2, kNameCell); // night2
    EXPECT_TRUE(desk.waitForTitle(QStringLiteral("RUN_1767694800000")));
    EXPECT_TRUE(waitFor(chart("p95 latency"))) << allWords().toStdString();
}

TEST_F(HistoryJourney, KeysAloneFilterSortChooseAndOpen)
{
    start();
    press("Alt+7");
    ASSERT_TRUE(until([] { return rowsOf(kRemembered).size() == 5; }));
    typeFilter(QStringLiteral("is:finished"));
    expectListed(filtered("is:finished"));
    ASSERT_TRUE(tabTo(kMetricOf));
    press("Down");
    ASSERT_TRUE(until([] { return valueOf(kMetricOf) == QStringLiteral("Risk ratio"); }));
    EXPECT_TRUE(waitFor(words("Risk ratio by run"))) << allWords().toStdString();
    ASSERT_TRUE(tabTo(kRemembered));
    press("Home");
    meanwhile([] { press("Menu"); },
              [] {
                  chooseMenuByKeys({{}, QStringLiteral("Sort By"), QStringLiteral("Run")});
              });
    expectListed(filtered("is:finished") +
                 QStringList{QStringLiteral("--sort"), QStringLiteral("name")});
    press("Home");
    ASSERT_EQ(selectedRow(kRemembered).value(kNameCell), QStringLiteral("night1"));
    press("Down");
    press("Return");
    EXPECT_TRUE(desk.waitForTitle(QStringLiteral("RUN_1767694800000")));
}

TEST_F(HistoryJourney, TwoRunsAreHeldAgainstEachOther)
{
    start();
    press("Alt+7");
    ASSERT_TRUE(until([] { return rowsOf(kRemembered).size() == 5; }));
    clickCell(kRemembered, 0, kNameCell);
    clickCell(kRemembered, 2, kNameCell, Qt::ControlModifier);
    click(button("Open"));
    // Whichever was read first is the baseline.
    EXPECT_TRUE(until([] {
        return isShown(words("B RUN_1767694800000, candidate")) ||
               isShown(words("B RUN_1767867600000, candidate"));
    })) << allWords().toStdString();
}

// Whose folder is gone is still remembered, and says so where one wants to open it.
TEST_F(HistoryJourney, AFolderThatIsGoneIsSaid)
{
    start();
    ASSERT_TRUE(QDir(desk.path("runs/night2")).removeRecursively());
    soak({QStringLiteral("import"), desk.path("runs")}, 3);
    press("Alt+7");
    ASSERT_TRUE(until([] { return rowsOf(kRemembered).size() == 5; }));
    doubleClickCell(kRemembered, 2, kNameCell);
    EXPECT_TRUE(waitFor(words("The folder of night2 is no longer there")))
        << allWords().toStdString();
    EXPECT_TRUE(isShown(kRemembered));
}

// The list of runs looks into the folder of the open run; what it finds enters the history.
TEST_F(HistoryJourney, WhatTheListOfRunsFindsAppears)
{
    const QString first = desk.makeRun("runs/night1", 8, kFirstNight);
    desk.start({.paths = {desk.path("runs"), first}});
    ASSERT_TRUE(desk.waitForJobs());
    press("Alt+7");
    ASSERT_TRUE(until([] { return rowsOf(kRemembered).size() == 1; })) << allWords().toStdString();
    desk.makeRun("runs/night2", 12, kFirstNight + kDayMs);
    EXPECT_TRUE(until([] { return rowsOf(kRemembered).size() == 2; })) << allWords().toStdString();
    ASSERT_TRUE(desk.waitForJobs());
    expectListed({});
}

} // namespace soak::ui
