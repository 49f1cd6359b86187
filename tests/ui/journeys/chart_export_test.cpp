// SPDX-License-Identifier: GPL-3.0-or-later
// A chart goes to a file and to the clipboard, as a picture and as numbers; what was written is
// read back.
#include "tests/ui/journeys/starts.h"
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <QImage>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr int kIterations = 36;
const QString kHeader = QStringLiteral("run,iteration,utc,p95_latency_ms");

// "#7|210.0", as the chart tells assistive tools.
QString pointOf(int iteration)
{
    return rowsOf(chart("p95 latency")).at(static_cast<std::size_t>(iteration) - 1).join(u'|');
}

// The dialog of the export is open: in `format`, to `file`.
void exportByMouse(int format, const QString& file)
{
    click(choice("Format"));
    ASSERT_TRUE(until([] { return rowsOf(table("")).size() == 4; })) << allWords().toStdString();
    clickCell(table(""), format, 0);
    click(button("Export\u2026"));
    saveAs(file);
    ASSERT_TRUE(waitFor(words(("Written: " + file.toStdString()).c_str())));
}

void exportByKeys(const char* format, const QString& file)
{
    ASSERT_TRUE(until([] { return hasFocus(choice("Format")); })) << allWords().toStdString();
    typeText(QString::fromUtf8(format));
    press("Return");
    saveAs(file);
    ASSERT_TRUE(waitFor(words(("Written: " + file.toStdString()).c_str())));
}

void openByMouse()
{
    rightClick(chart("p95 latency"));
    chooseMenu({QStringLiteral("Export Chart\u2026")});
}

void openByKeys()
{
    if (!hasFocus(chart("p95 latency"))) {
        press("F6");
        ASSERT_TRUE(tabTo(chart("p95 latency")));
    }
    press("Menu");
    chooseMenuByKeys({QString(), QStringLiteral("Export Chart\u2026")});
}

// As large as the chart, each pixel twice, and something is drawn on it.
void expectPicture(const QImage& image)
{
    ASSERT_FALSE(image.isNull());
    EXPECT_EQ(image.width(), 2 * widgetOf(chart("p95 latency"))->width());
    int coloured = 0;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            coloured += image.pixel(x, y) != image.pixel(0, 0) ? 1 : 0;
        }
    }
    EXPECT_GT(coloured, image.width()) << "nothing is drawn";
}

void expectDrawing(const QString& svg)
{
    EXPECT_TRUE(svg.contains(QStringLiteral("<svg"))) << svg.left(200).toStdString();
    EXPECT_TRUE(svg.trimmed().endsWith(QStringLiteral("</svg>")));
    for (const char* text : {"p95 latency", "\u2264 340", "RUN_1767608400000"}) {
        EXPECT_TRUE(svg.contains(QString::fromUtf8(text))) << text;
    }
}

// Every iteration has its line, and its number is the one of the chart.
void expectNumbers(const QString& table, QChar comma)
{
    QStringList lines = table.trimmed().split(QLatin1Char('\n'));
    ASSERT_EQ(lines.size(), kIterations + 1) << table.toStdString();
    EXPECT_EQ(lines.takeFirst().trimmed().replace(comma, QLatin1Char(',')), kHeader);
    for (int iteration = 1; iteration <= kIterations; ++iteration) {
        const QStringList cells = lines.at(iteration - 1).trimmed().split(comma);
        ASSERT_EQ(cells.size(), 4) << lines.at(iteration - 1).toStdString();
        EXPECT_EQ(cells.at(1), QString::number(iteration));
        const QString shown = pointOf(iteration).section(u'|', 1);
        EXPECT_EQ(cells.at(3).toDouble(), shown.toDouble()) << iteration;
    }
}

} // namespace

TEST(ChartExportJourney, ToFilesByTheMenuOfTheChart)
{
    Desk desk;
    startOnCharts(desk);
    openByMouse();
    exportByMouse(0, desk.path("chart.png"));
    expectPicture(QImage(desk.path("chart.png")));
    openByMouse();
    exportByMouse(1, desk.path("chart.svg"));
    expectDrawing(desk.text("chart.svg"));
    openByMouse();
    exportByMouse(3, desk.path("chart.csv"));
    expectNumbers(desk.text("chart.csv"), QLatin1Char(','));
}

TEST(ChartExportJourney, ToFilesByKeys)
{
    Desk desk;
    startOnCharts(desk);
    openByKeys();
    exportByKeys("png", desk.path("chart.png"));
    expectPicture(QImage(desk.path("chart.png")));
    openByKeys();
    exportByKeys("svg", desk.path("chart.svg"));
    expectDrawing(desk.text("chart.svg"));
    openByKeys();
    exportByKeys("csv", desk.path("chart.csv"));
    expectNumbers(desk.text("chart.csv"), QLatin1Char(','));
}

TEST(ChartExportJourney, ToTheClipboardByTheMenuOfTheChart)
{
    Desk desk;
    startOnCharts(desk);
    const auto copyAs = [](const char* flavour) {
        clearClipboard();
        rightClick(chart("p95 latency"));
        chooseMenu({QStringLiteral("Copy As"), QString::fromUtf8(flavour)});
    };
    copyAs("Picture");
    ASSERT_TRUE(until([] { return !clipboardBytes("image/png").isEmpty(); }));
    expectPicture(QImage::fromData(clipboardBytes("image/png")));
    EXPECT_TRUE(clipboardText().isEmpty());
    copyAs("SVG");
    ASSERT_TRUE(until([] { return !clipboardBytes("image/svg+xml").isEmpty(); }));
    expectDrawing(QString::fromUtf8(clipboardBytes("image/svg+xml")));
    copyAs("Table");
    ASSERT_TRUE(until([] { return !clipboardText().isEmpty(); }));
    expectNumbers(clipboardText(), QLatin1Char('\t'));
    EXPECT_TRUE(clipboardBytes("image/png").isEmpty());
}

// One key copies all flavours at once.
TEST(ChartExportJourney, ToTheClipboardByKeys)
{
    Desk desk;
    startOnCharts(desk);
    clearClipboard();
    press("F6");
    ASSERT_TRUE(tabTo(chart("p95 latency")));
    press("Ctrl+C");
    ASSERT_TRUE(until([] { return !clipboardText().isEmpty(); })) << allWords().toStdString();
    expectNumbers(clipboardText(), QLatin1Char('\t'));
    expectDrawing(QString::fromUtf8(clipboardBytes("image/svg+xml")));
    expectPicture(QImage::fromData(clipboardBytes("image/png")));
}

} // namespace soak::ui
