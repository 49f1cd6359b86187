// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/ui/support/open_runs.h"
#include "ui/views/reports_view.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

// The links of a document, each once.
QStringList linksOf(const QTextDocument& document)
{
    QStringList links;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QString href = at.fragment().charFormat().anchorHref();
            if (!href.isEmpty() && !links.contains(href)) {
                links += href;
            }
        }
    }
    return links;
}

ReportPage pageOf(ReportKind kind)
{
    const auto pages = makeReportPages(
        judge(aRun().with(Metric::NetBps, 1.0).proposing(3, {{"min_interval_ms", {5}}}).shared(),
              missionProfile()));
    return pages.at(static_cast<std::size_t>(kind));
}

} // namespace

TEST(ReportPages, EveryKindHasSomethingToReadAndABaseName)
{
    const auto pages = makeReportPages(judge(aRun().shared(), missionProfile()));
    ASSERT_EQ(pages.size(), kReportKindCount);
    for (const ReportPage& page : pages) {
        EXPECT_FALSE(page.markdown.empty() && page.json.empty());
        EXPECT_FALSE(reportDocument(page, Tone::Dark)->isEmpty());
        EXPECT_FALSE(reportBaseName(page.kind).isEmpty());
    }
    EXPECT_EQ(reportBaseName(ReportKind::Snapshot), QStringLiteral("POST_SOAK_SNAPSHOT"));
    EXPECT_EQ(reportBaseName(ReportKind::Deltas), QStringLiteral("DELTA_VERIFY_REPORT"));
}

// A table is laid out as a whole on the GUI thread, so none may be long; what is left out is said.
TEST(ReportPages, ALongPartOfTheJsonIsCutOnTheScreenAndWholeInAnExport)
{
    ReportPage page;
    page.kind = ReportKind::Snapshot;
    for (int i = 0; i < 100; ++i) {
        page.json += (i == 0 ? "{\"part\": {\"k" : ", \"k") + std::to_string(i) + "\": 1";
    }
    page.json += "}}";
    const auto shown = reportDocument(page, Tone::Light, 70);
    EXPECT_TRUE(shown->toPlainText().contains(QStringLiteral("part.k")));
    EXPECT_TRUE(shown->toPlainText().contains(QStringLiteral("and 30 more")));
    int rows = 0;
    for (QTextFrame* frame : shown->rootFrame()->childFrames()) {
        const auto* table = qobject_cast<QTextTable*>(frame);
        ASSERT_NE(table, nullptr);
        EXPECT_LE(table->rows(), 32);
        rows += table->rows();
    }
    EXPECT_EQ(rows, 70);
    const QString whole = reportDocument(page, Tone::Light)->toPlainText();
    EXPECT_EQ(whole.count(QStringLiteral("part.k")), 100);
    EXPECT_FALSE(whole.contains(QStringLiteral("more")));
}

TEST(ReportPages, OnScreenALongListIsShortenedAndSaysByHowMuch)
{
    std::string numbers = "1";
    for (int i = 2; i <= 1000; ++i) {
        numbers += "," + std::to_string(i);
    }
    const ReportPage page{ReportKind::Snapshot, {}, {}, "{\"failed\":[" + numbers + "]}"};
    const QString shown = reportDocument(page, Tone::Light, 60)->toPlainText();
    const QString whole = reportDocument(page, Tone::Light)->toPlainText();
    EXPECT_TRUE(whole.contains(QString::fromStdString("[" + numbers + "]")));
    EXPECT_FALSE(shown.contains(QStringLiteral("1000")));
    const QRegularExpression cut(
        QStringLiteral("\\[(1,2,3,[\\d,]+), \u2026 and (\\d+) letters more"));
    const QRegularExpressionMatch match = cut.match(shown);
    ASSERT_TRUE(match.hasMatch()) << shown.toStdString();
    EXPECT_EQ(match.captured(1).size() + 1 + match.captured(2).toLongLong(),
              static_cast<qsizetype>(numbers.size()) + 1) // the brackets, of which one is left out
        << shown.toStdString();
}

TEST(ReportPages, NumbersOfIterationsAreLinks)
{
    ReportPage page;
    page.kind = ReportKind::Failures;
    page.markdown = "Worst in iteration 12, then #7. Not v#8x.\n";
    EXPECT_EQ(linksOf(*reportDocument(page, Tone::Light)),
              (QStringList{QStringLiteral("iteration:12"), QStringLiteral("iteration:7")}));
}

TEST(ReportPages, ExportsAreTheBytesOfTheCore)
{
    const ReportPage page = pageOf(ReportKind::Deltas);
    const auto markdown = exportedReport(page, ReportFormat::Markdown, {}, {}, {});
    ASSERT_TRUE(markdown);
    EXPECT_EQ(markdown->toStdString(), page.markdown);
    const auto json = exportedReport(page, ReportFormat::Json, {}, {}, {});
    ASSERT_TRUE(json);
    EXPECT_EQ(json->toStdString(), page.json);
    const auto none = exportedReport(pageOf(ReportKind::Failures), ReportFormat::Json, {}, {}, {});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, Errc::Usage);
}

TEST(ReportPages, APdfIsMadeAndCanBeStopped)
{
    const auto pdf = exportedReport(pageOf(ReportKind::Audit), ReportFormat::Pdf,
                                    QStringLiteral("Audit"), {}, {});
    ASSERT_TRUE(pdf);
    EXPECT_TRUE(pdf->startsWith("%PDF-"));
    EXPECT_TRUE(pdf->trimmed().endsWith("%%EOF"));
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = exportedReport(pageOf(ReportKind::Audit), ReportFormat::Pdf,
                                        QStringLiteral("Audit"), {}, stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, Errc::Cancelled);
}

TEST(ReportsView, BehindAnotherTabMakesNothing)
{
    OpenRuns runs;
    runs.openFixture("reference-8");
    const ReportsView view(runs.context);
    EXPECT_TRUE(runs.jobs.running().empty());
}

TEST(ReportsView, MakesLaysOutAndShowsEachForm)
{
    OpenRuns runs;
    runs.openFixture("reference-8");
    ReportsView view(runs.context);
    QSignalSpy rendered(&view, &ReportsView::rendered);
    view.show();
    ASSERT_TRUE(rendered.wait());
    view.choose(ReportKind::Failures);
    ASSERT_TRUE(rendered.wait());
    EXPECT_FALSE(view.shownText().isEmpty());
    view.setForm(ReportsView::Form::Source);
    EXPECT_TRUE(view.shownText().startsWith(QLatin1Char('#')));
    view.setForm(ReportsView::Form::Json);
    EXPECT_TRUE(view.shownText().contains(QStringLiteral("no JSON form")));
}

TEST(ReportsView, WritesWholeFilesAndSaysWhatFailed)
{
    OpenRuns runs;
    runs.openFixture("reference-8");
    ReportsView view(runs.context);
    QSignalSpy made(&view, &ReportsView::reportsMade);
    view.show();
    ASSERT_TRUE(made.wait());
    view.choose(ReportKind::Audit);
    QSignalSpy written(&view, &ReportsView::written);
    view.writeTo(ReportFormat::Markdown, runs.scratch.path() / "audit.md");
    ASSERT_TRUE(written.wait());
    EXPECT_FALSE(bytesOf(runs.scratch.path() / "audit.md").empty());
    QSignalSpy problems(&runs.session, &Session::problemsChanged);
    view.writeTo(ReportFormat::Markdown, runs.scratch.path() / "none" / "audit.md");
    ASSERT_TRUE(problems.wait());
    EXPECT_EQ(runs.session.problems().back().error.code, Errc::NotWritable);
}

} // namespace soak::ui
