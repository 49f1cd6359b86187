// SPDX-License-Identifier: GPL-3.0-or-later
// What the history shows goes to a file and to the clipboard: the runs that stand there, never the
// iterations of whatever run is open. The same line of the command line prints the same bytes.
#include "tests/ui/journeys/starts.h"

#include <QFile>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr qint64 kExportDayMs = 86'400'000;
constexpr qint64 kExportFrom = 1'767'608'400'000;

const Thing kRows = table("Remembered runs");
const Thing kFilterField = field("Filter of the history");

class HistoryExportJourney : public testing::Test
{
protected:
    // With one of the nights open, or none.
    void start(bool isOpen = true)
    {
        for (int i = 0; i < 4; ++i) {
            const std::string name = "runs/night" + std::to_string(i + 1);
            desk.makeRun(name.c_str(), 8 + 4 * i, kExportFrom + i * kExportDayMs);
        }
        printed({QStringLiteral("history"), QStringLiteral("import"), desk.path("runs")});
        desk.start({.paths = isOpen ? QStringList{desk.path("runs/night4")} : QStringList()});
        ASSERT_TRUE(desk.waitForJobs());
        press("Alt+7");
        ASSERT_TRUE(until([] { return rowsOf(kRows).size() == 4; })) << allWords().toStdString();
    }

    QByteArray printed(const QStringList& words) const
    {
        const auto program = desk.startAside(QStringLiteral(SOAK_PROGRAM_SOAK), words);
        EXPECT_TRUE(program->waitForFinished(kPatienceMs));
        EXPECT_EQ(program->exitCode(), 0) << program->readAllStandardError().toStdString();
        return program->readAllStandardOutput();
    }

    // What the shell makes of the line in the clipboard.
    QByteArray printedByClipboard() const
    {
        const QString line = clipboardText();
        EXPECT_TRUE(line.startsWith(QStringLiteral("soak history list "))) << line.toStdString();
        const auto shell = desk.startAside(
            QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"), QStringLiteral(SOAK_PROGRAM_SOAK) + line.mid(4)});
        EXPECT_TRUE(shell->waitForFinished(kPatienceMs));
        EXPECT_EQ(shell->exitCode(), 0) << shell->readAllStandardError().toStdString();
        return shell->readAllStandardOutput();
    }

    void exportAs(const char* format, const char* file)
    {
        press("Ctrl+E");
        ASSERT_TRUE(until([] { return hasFocus(choice("Format")); })) << allWords().toStdString();
        typeText(QString::fromUtf8(format));
        press("Return");
        saveAs(desk.path(file));
        ASSERT_TRUE(waitFor(words(("Written: " + desk.path(file).toStdString()).c_str())));
    }

    QByteArray bytesOf(const char* file) const
    {
        QFile written(desk.path(file));
        EXPECT_TRUE(written.open(QIODevice::ReadOnly)) << file;
        return written.readAll();
    }

    // In the menu of the first row.
    static void chooseOfTable(const QString& entry)
    {
        meanwhile([] { rightClickCell(kRows, 0, 0); }, [&] { chooseMenu({entry}); });
    }

    static void filterBy(const char* query, std::size_t rows)
    {
        press("Ctrl+F");
        ASSERT_TRUE(until([] { return hasFocus(kFilterField); }));
        typeText(QString::fromUtf8(query));
        ASSERT_TRUE(until([rows] { return rowsOf(kRows).size() == rows; }));
    }

    Desk desk;
};

} // namespace

TEST_F(HistoryExportJourney, TheNumbersAreThoseOfTheRowsThatStandThere)
{
    start();
    filterBy("-night2 iterations>=8", 3);
    clickHead(kRows, "Run");
    ASSERT_TRUE(until([] { return rowsOf(kRows).front().front() == QStringLiteral("night1"); }));
    exportAs("CSV", "rows.csv");
    chooseOfTable(QStringLiteral("Copy Command for CSV"));
    ASSERT_TRUE(until([] { return clipboardText().endsWith(QStringLiteral(" --csv")); }));
    const QByteArray lines = bytesOf("rows.csv");
    EXPECT_EQ(lines.count("\r\n"), 4) << lines.toStdString();
    EXPECT_TRUE(lines.startsWith("number,version,")) << lines.toStdString();
    EXPECT_EQ(lines, printedByClipboard());
}

// A filter that cannot be read leaves what was found before; so do the numbers and the line.
TEST_F(HistoryExportJourney, WithoutAnOpenRunAndWithABrokenFilterTheRowsAreWritten)
{
    start(false);
    filterBy("night3", 1);
    typeText(QStringLiteral(" p95<"));
    ASSERT_TRUE(waitFor(words("column 12:"))) << allWords().toStdString();
    exportAs("CSV", "rows.csv");
    EXPECT_EQ(bytesOf("rows.csv").count("\r\n"), 2);
    chooseOfTable(QStringLiteral("Copy Command for CSV"));
    ASSERT_TRUE(until([] { return clipboardText().endsWith(QStringLiteral(" --csv")); }));
    EXPECT_EQ(bytesOf("rows.csv"), printedByClipboard());
    press("Ctrl+Alt+C");
    ASSERT_TRUE(until([] { return !clipboardText().endsWith(QStringLiteral(" --csv")); }));
    EXPECT_TRUE(printedByClipboard().contains("night3"));
}

TEST_F(HistoryExportJourney, ThePictureSaysWhatItIsOfAndACopyPastesTheRows)
{
    start();
    filterBy("night4", 1);
    exportAs("SVG", "page.svg");
    const QString svg = desk.text("page.svg");
    for (const char* wanted : {"History \u00b7 ", "history.db", "1 of 1 runs", "filter: night4",
                               "order: started", "Soak Workbench "}) {
        EXPECT_TRUE(svg.contains(QString::fromUtf8(wanted))) << wanted;
    }
    clearClipboard();
    press("Ctrl+Alt+P");
    ASSERT_TRUE(until([] { return !clipboardBytes("text/tab-separated-values").isEmpty(); }));
    const QByteArray pasted = clipboardBytes("text/tab-separated-values");
    EXPECT_TRUE(pasted.startsWith("number\tversion\t")) << pasted.toStdString();
    EXPECT_EQ(pasted.count('\n'), 2) << pasted.toStdString();
    EXPECT_TRUE(pasted.contains("\tnight4\t")) << pasted.toStdString();
}

} // namespace soak::ui
