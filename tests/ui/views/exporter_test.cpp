// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "tests/ui/support/replayed_run.h"
#include "ui/charts/chart_stack.h"
#include "ui/views/export_dialog.h"
#include "ui/views/export_subjects.h"
#include "ui/views/iterations_view.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QPrinter>
#include <QTest>
#include <QXmlStreamReader>
#include <gmock/gmock.h>

namespace soak::ui
{
namespace
{

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ExporterTest : public testing::Test
{
protected:
    ExporterTest()
    {
        m_runs.openMock(12);
        m_view.resize(700, 600);
        m_view.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&m_view));
        EXPECT_TRUE(QTest::qWaitFor([this] { return m_view.stack()->panes().size() == 4; }));
    }

    ExportSubject page() { return chartsSubject(m_runs.context, *m_view.stack()); }

    ExportSubject chart() { return chartSubject(m_runs.context, *m_view.stack()->panes().front()); }

    std::string written(const ExportSubject& subject, const ExportChoice& choice)
    {
        const fs::path file = m_runs.scratch / ("x." + suffixOf(choice.format).toStdString());
        QSignalSpy written(&m_exporter, &Exporter::written);
        m_exporter.write(subject, choice, QString::fromStdString(file.string()));
        EXPECT_TRUE(written.wait());
        return readFile(file).value_or("");
    }

    const QMimeData& copied(const ExportSubject& subject, CopyFlavours flavours)
    {
        QSignalSpy copied(&m_exporter, &Exporter::copied);
        m_exporter.copy(subject, flavours);
        EXPECT_TRUE(copied.wait());
        return *QGuiApplication::clipboard()->mimeData();
    }

    std::string table(const TidyOptions& options)
    {
        const Judgement* const runs[] = {m_runs.primary().judgement.get()};
        return tidyTable(runs, options).value_or("");
    }

    OpenRuns m_runs;
    IterationsView m_view{m_runs.context};
    Exporter m_exporter{m_runs.context};
};

ExportChoice of(ExportFormat format)
{
    ExportChoice choice;
    choice.format = format;
    return choice;
}

} // namespace

TEST_F(ExporterTest, APictureHasTheSizeAskedForAndTheLightColours)
{
    m_runs.theme.choose(ThemeChoice::Dark);
    ExportChoice choice = of(ExportFormat::Png);
    choice.size = {900, 700};
    const std::string png = written(page(), choice);
    const QImage image = QImage::fromData(QByteArray::fromStdString(png), "PNG");
    EXPECT_EQ(image.size(), QSize(1800, 1400));
    EXPECT_GT(image.pixelColor(4, image.height() - 4).lightness(), 200);
    choice.tone = Tone::Dark;
    const QImage dark = QImage::fromData(QByteArray::fromStdString(written(page(), choice)), "PNG");
    EXPECT_LT(dark.pixelColor(4, dark.height() - 4).lightness(), 60);
    m_runs.theme.choose(ThemeChoice::Light);
}

TEST_F(ExporterTest, TheFootSaysWhatItIsAndCanBeLeftOut)
{
    m_exporter.setFilter(QStringLiteral("p95>300"));
    m_runs.selection.setRange(ViewRange{3, 9});
    const std::string id = m_runs.primary().run->info->runId;
    const std::string line = m_exporter.footLine(chart()).toStdString();
    EXPECT_THAT(line, StartsWith("p95 latency, ms \u00b7 " + id + " \u00b7 #3 to #9"));
    EXPECT_THAT(line, HasSubstr("filter: p95>300 \u00b7 Soak Workbench "));
    ExportChoice choice = of(ExportFormat::Svg);
    EXPECT_THAT(written(chart(), choice), HasSubstr("Soak Workbench"));
    choice.foot = ExportFoot::Hidden;
    EXPECT_THAT(written(chart(), choice), Not(HasSubstr("Soak Workbench")));
}

TEST_F(ExporterTest, TheFootSaysOfAReplayThatItIsOne)
{
    openReplay(m_runs, 8);
    const std::string id = m_runs.primary().run->info->runId;
    EXPECT_THAT(m_exporter.footLine(page()).toStdString(), HasSubstr(id + " (replayed) \u00b7 "));
}

// Of a view whose rows are no iterations.
TEST_F(ExporterTest, ASubjectWithATableOfItsOwnIsWrittenCopiedAndSaidAsThat)
{
    ExportSubject subject = page();
    subject.ownTable = [] { return std::string("run,\"a\tb\"\r\n1,2\r\n"); };
    subject.about = {QStringLiteral("/h.db"), QStringLiteral("filter: x")};
    EXPECT_EQ(written(subject, of(ExportFormat::Csv)), "run,\"a\tb\"\r\n1,2\r\n");
    EXPECT_EQ(copied(subject, CopyFlavours::Table).text(), QStringLiteral("run\ta b\n1\t2\n"));
    EXPECT_THAT(m_exporter.footLine(subject).toStdString(),
                StartsWith("Iterations \u00b7 /h.db \u00b7 filter: x \u00b7 Soak Workbench "));
    const ExportDialog dialog(subject, of(ExportFormat::Csv), Tone::Light, &m_view);
    EXPECT_FALSE(dialog.findChildren<QComboBox*>().back()->isEnabled()) << "iterations";
}

TEST_F(ExporterTest, ATableThatCannotBeMadeIsRefused)
{
    ExportSubject subject = page();
    subject.ownTable = [] { return Error{Errc::Internal, "the database is damaged", ""}; };
    QSignalSpy refused(&m_exporter, &Exporter::refused);
    m_exporter.write(subject, of(ExportFormat::Csv),
                     QString::fromStdString((m_runs.scratch / "no.csv").string()));
    ASSERT_TRUE(refused.wait());
    EXPECT_FALSE(fs::exists(m_runs.scratch / "no.csv"));
}

TEST_F(ExporterTest, ATableIsThatOfTheCommandLineOfAllOrOfWhatIsShown)
{
    m_runs.selection.setRange(ViewRange{3, 9});
    ExportChoice choice = of(ExportFormat::Csv);
    EXPECT_EQ(written(page(), choice), table({.range = TidyRange{3, 9}}));
    EXPECT_EQ(written(chart(), choice),
              table({.columns = {"p95_latency_ms"}, .range = TidyRange{3, 9}}));
    choice.rows = ExportRows::All;
    EXPECT_EQ(written(page(), choice), table({}));
}

TEST_F(ExporterTest, AChartOfAParameterHasItsColumn)
{
    m_view.addParameter(QStringLiteral("min_interval_ms"));
    const ExportSubject subject = chartSubject(m_runs.context, *m_view.stack()->panes().back());
    EXPECT_EQ(written(subject, of(ExportFormat::Csv)), table({.columns = {"min_interval_ms"}}));
    EXPECT_THAT(written(page(), of(ExportFormat::Csv)), HasSubstr("min_interval_ms"));
}

TEST_F(ExporterTest, CopyingPutsPictureVectorsAndTableIntoOneEntry)
{
    const QMimeData& mime = copied(chart(), CopyFlavours::All);
    const QImage image = QImage::fromData(mime.data(QStringLiteral("image/png")), "PNG");
    EXPECT_EQ(image.width(), 2 * m_view.stack()->panes().front()->width());
    EXPECT_FALSE(qvariant_cast<QImage>(mime.imageData()).isNull());
    QXmlStreamReader svg(mime.data(QStringLiteral("image/svg+xml")));
    EXPECT_TRUE(svg.readNextStartElement());
    EXPECT_EQ(svg.name(), QStringLiteral("svg"));
    while (!svg.atEnd()) {
        svg.readNext();
    }
    EXPECT_FALSE(svg.hasError()) << svg.errorString().toStdString();
    const std::string expected =
        table({.columns = {"p95_latency_ms"}, .range = {}, .form = TidyForm::Tsv});
    EXPECT_EQ(mime.data(QStringLiteral("text/tab-separated-values")).toStdString(), expected);
    EXPECT_EQ(mime.text().toStdString(), expected);
}

TEST_F(ExporterTest, EachFlavourCanBeCopiedAlone)
{
    const QMimeData& picture = copied(chart(), CopyFlavours::Picture);
    EXPECT_TRUE(picture.hasImage());
    EXPECT_FALSE(picture.hasText());
    const QMimeData& svg = copied(chart(), CopyFlavours::Svg);
    EXPECT_TRUE(svg.hasFormat(QStringLiteral("image/svg+xml")));
    EXPECT_FALSE(svg.hasImage());
    const QMimeData& text = copied(page(), CopyFlavours::Table);
    EXPECT_TRUE(text.hasText());
    EXPECT_FALSE(text.hasFormat(QStringLiteral("image/svg+xml")));
}

TEST_F(ExporterTest, AKeyOnAChartAsksForItsCopy)
{
    QSignalSpy asked(m_view.stack(), &ChartStack::copyRequested);
    ChartPane* pane = m_view.stack()->panes().at(1);
    pane->setFocus();
    QTest::keyClick(pane, Qt::Key_C, Qt::ControlModifier);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(qvariant_cast<ChartPane*>(asked.front().front()), pane);
}

TEST_F(ExporterTest, PrintsOnPagesWithNumbers)
{
    const fs::path file = m_runs.scratch / "printed.pdf";
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(QString::fromStdString(file.string()));
    printer->setPageSize(QPageSize(QPageSize::A4));
    QSignalSpy printed(&m_exporter, &Exporter::printed);
    m_exporter.print(page(), printer);
    ASSERT_TRUE(printed.wait());
    EXPECT_THAT(readFile(file).value_or(""), StartsWith("%PDF-"));
}

TEST_F(ExporterTest, AFileThatCannotBeWrittenIsAProblemAndIsTold)
{
    QSignalSpy refused(&m_exporter, &Exporter::refused);
    m_exporter.write(chart(), of(ExportFormat::Svg), QStringLiteral("/nonexistent/x.svg"));
    ASSERT_TRUE(refused.wait());
    EXPECT_EQ(m_runs.session.problems().size(), 1U);
}

TEST_F(ExporterTest, TheDialogAsksForWhatTheFormatNeeds)
{
    ExportChoice last = of(ExportFormat::Csv);
    last.foot = ExportFoot::Hidden;
    ExportDialog dialog(page(), last, Tone::Dark, &m_view);
    EXPECT_EQ(dialog.choice().format, ExportFormat::Csv);
    EXPECT_EQ(dialog.choice().foot, ExportFoot::Hidden);
    EXPECT_FALSE(dialog.findChild<QCheckBox*>()->isEnabled());
    const auto boxes = dialog.findChildren<QComboBox*>();
    boxes.front()->setCurrentIndex(0);
    EXPECT_TRUE(dialog.findChild<QCheckBox*>()->isEnabled());
    EXPECT_EQ(dialog.choice().format, ExportFormat::Png);
    EXPECT_EQ(dialog.choice().size, page().size);
    EXPECT_EQ(dialog.choice().tone, Tone::Light);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
}

} // namespace soak::ui
