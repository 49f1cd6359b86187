// SPDX-License-Identifier: GPL-3.0-or-later
// A report goes to a file, the summary to the clipboard.
#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

void startOnReports(Desk& desk)
{
    desk.start({.paths = {desk.fixture("reference-8")}});
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("FAIL")));
    press("Alt+5");
    ASSERT_TRUE(waitFor(button("Export")));
    ASSERT_TRUE(until([] { return isEnabled(button("Export")); }));
}

} // namespace

TEST(ExportJourney, AReportAsHtml)
{
    Desk desk;
    startOnReports(desk);
    meanwhile([] { click(button("Export")); }, [] { chooseMenu({QStringLiteral("HTML\u2026")}); });
    saveAs(desk.path("out.html"));
    ASSERT_TRUE(waitFor(words("Written: "))) << allWords().toStdString();
    EXPECT_TRUE(desk.text("out.html").contains(QStringLiteral("FAIL")));
}

// The snapshot, which comes first, is for machines and has no Markdown; the audit has.
TEST(ExportJourney, AReportAsMarkdownByKeys)
{
    Desk desk;
    startOnReports(desk);
    ASSERT_TRUE(tabTo({QAccessible::PageTabList, QStringLiteral("Snapshot")}));
    press("Right");
    ASSERT_TRUE(tabTo(button("Export")));
    meanwhile([] { press("Space"); },
              [] {
                  chooseMenuByKeys({QString(), QStringLiteral("MD\u2026")});
              });
    saveAs(desk.path("out.md"));
    ASSERT_TRUE(waitFor(words("Written: "))) << allWords().toStdString();
    EXPECT_TRUE(desk.text("out.md").startsWith(QLatin1Char('#')))
        << desk.text("out.md").left(80).toStdString();
}

TEST(ExportJourney, TheSummaryByButtonAndByKey)
{
    Desk desk;
    startOnReports(desk);
    click(button("Copy summary"));
    ASSERT_TRUE(until([] { return clipboardText().contains(QStringLiteral("FAIL")); }))
        << clipboardText().toStdString();
    EXPECT_TRUE(clipboardText().contains(QStringLiteral("Maker share")));
    press("Ctrl+Alt+C");
    EXPECT_TRUE(clipboardText().startsWith(QStringLiteral("soak report")))
        << clipboardText().toStdString();
    press("Ctrl+Shift+C");
    EXPECT_TRUE(clipboardText().contains(QStringLiteral("FAIL")));
}

} // namespace soak::ui
