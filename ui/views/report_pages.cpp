// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/report_pages.h"

#include "core/base/version.h"
#include "core/io/artifacts.h"
#include "core/report/report_context.h"
#include "core/report/report_files.h"
#include "ui/charts/recorded_picture.h"
#include "ui/theme/numbers.h"
#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextOption>
#include <QTextTable>

#include <algorithm>
#include <array>
#include <utility>

namespace soak::ui
{
namespace
{

struct ReportRow {
    ReportKind kind;
    const char* title;
    std::string_view markdown; // file names of renderReports(); "" = the core makes none
    std::string_view html;
    std::string_view json;
};

constexpr std::array kReports{
    ReportRow{ReportKind::Snapshot,
              QT_TRANSLATE_NOOP("soak::ui::ReportsView", "Snapshot"),
              {},
              kHtmlReportFile,
              kSnapshotFile},
    ReportRow{ReportKind::Audit,
              QT_TRANSLATE_NOOP("soak::ui::ReportsView", "Audit"),
              kAuditFile,
              kHtmlReportFile,
              {}},
    ReportRow{ReportKind::Recommendations,
              QT_TRANSLATE_NOOP("soak::ui::ReportsView", "Recommendations"),
              kRecommendationsFile,
              {},
              {}},
    ReportRow{ReportKind::Failures,
              QT_TRANSLATE_NOOP("soak::ui::ReportsView", "Failures"),
              kFailuresFile,
              {},
              {}},
    ReportRow{ReportKind::Deltas,
              QT_TRANSLATE_NOOP("soak::ui::ReportsView", "Deltas, by value"),
              kDeltaReportMarkdownFile,
              {},
              kDeltaReportJsonFile},
    ReportRow{ReportKind::Summary,
              QT_TRANSLATE_NOOP("soak::ui::ReportsView", "Trends"),
              kSummaryMarkdownFile,
              {},
              kSummaryJsonFile},
};
static_assert(kReports.size() == kReportKindCount);

const ReportRow& rowOf(ReportKind kind)
{
    return kReports.at(static_cast<std::size_t>(kind));
}

std::string textOf(const std::vector<ReportFile>& files, std::string_view name)
{
    const auto found = std::ranges::find(files, name, &ReportFile::name);
    return name.empty() || found == files.end() ? std::string() : found->text;
}

// "iteration 12" and "#12" become links.
void linkIterations(QTextDocument& document, const QColor& colour)
{
    static const QRegularExpression kIteration(
        QStringLiteral("(?:\\b[Ii]teration |\\B#)(\\d{1,8})\\b"));
    QTextCursor cursor = document.find(kIteration, 0);
    while (!cursor.isNull()) {
        const QString number = kIteration.match(cursor.selectedText()).captured(1);
        QTextCharFormat format;
        format.setAnchor(true);
        format.setForeground(colour);
        format.setAnchorHref(QStringLiteral("iteration:") + number);
        cursor.mergeCharFormat(format);
        cursor = document.find(kIteration, cursor);
    }
}

template <typename Visit>
void forEachTable(QTextFrame* frame, Visit visit)
{
    for (QTextFrame* child : frame->childFrames()) {
        if (auto* table = qobject_cast<QTextTable*>(child)) {
            visit(*table);
        }
        forEachTable(child, visit);
    }
}

void shapeTables(QTextDocument& document, const QColor& border)
{
    forEachTable(document.rootFrame(), [&](QTextTable& table) {
        QTextTableFormat format = table.format();
        format.setCellPadding(4);
        format.setCellSpacing(0);
        format.setBorder(1);
        format.setBorderBrush(border);
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setTopMargin(4);
        format.setBottomMargin(8);
        table.setFormat(format);
    });
}

// A paragraph is laid out as a whole, on the GUI thread: a list of all iterations takes a while.
constexpr qsizetype kMostLetters = 600;

QString shortened(const QString& text)
{
    const qsizetype end = text.lastIndexOf(QLatin1Char(','), kMostLetters);
    const QString shown = text.left(end > 0 ? end + 1 : kMostLetters);
    return shown + QLatin1Char(' ') +
           QCoreApplication::translate("soak::ui::ReportsView", "\u2026 and %1 letters more")
               .arg(text.size() - shown.size());
}

// A line per leaf of the JSON: its path and its value, a long one shortened unless it is to be
// whole.
void addLeaves(QStringList& rows, const QString& path, const QJsonValue& value, bool isWhole)
{
    const auto below = [&](const QString& name) {
        return path.isEmpty() ? name : path + QLatin1Char('.') + name;
    };
    if (value.isObject() && !value.toObject().isEmpty()) {
        const QJsonObject object = value.toObject();
        for (auto at = object.begin(); at != object.end(); ++at) {
            addLeaves(rows, below(at.key()), at.value(), isWhole);
        }
        return;
    }
    const QJsonArray list = value.toArray();
    const bool hasObjects = std::ranges::any_of(
        list, [](const QJsonValue& one) { return one.isObject() || one.isArray(); });
    if (hasObjects) {
        for (qsizetype i = 0; i < list.size(); ++i) {
            addLeaves(rows, below(QString::number(i)), list[i], isWhole);
        }
        return;
    }
    QString text =
        QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    text = text.mid(1, text.size() - 2); // without the brackets of the list around it
    if (!isWhole && text.size() > kMostLetters) {
        text = shortened(text);
    }
    rows += QStringLiteral("<tr><td width=\"45%\">%1</td><td>%2</td></tr>")
                .arg(path.toHtmlEscaped(), text.toHtmlEscaped());
}

// A table is laid out as a whole, on the GUI thread: so it is short.
constexpr qsizetype kRowsOfTable = 32;

// The first `most` rows in tables, and a line that says how many are left out.
QString tablesOf(const QStringList& rows, qsizetype most)
{
    const qsizetype shown = std::min(most, rows.size());
    QString tables;
    for (qsizetype first = 0; first < shown; first += kRowsOfTable) {
        const QStringList some = rows.mid(first, std::min(kRowsOfTable, shown - first));
        tables += QStringLiteral("<table width=\"100%\">%1</table>").arg(some.join(QString()));
    }
    if (shown < rows.size()) {
        const QString left = QCoreApplication::translate(
            "soak::ui::ReportsView", "\u2026 and %1 more; the JSON and the PDF have all of them");
        tables += QStringLiteral("<p>%1</p>").arg(left.arg(rows.size() - shown).toHtmlEscaped());
    }
    return tables;
}

// Each part of the object has tables of its own.
QString htmlOfJson(const std::string& json, const QString& title, qsizetype mostRows)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    QString tables;
    QStringList rows; // of neighbours that are one line each
    const auto close = [&] { tables += tablesOf(std::exchange(rows, {}), mostRows); };
    for (auto at = object.begin(); at != object.end(); ++at) {
        const bool isPart = at.value().isObject() || at.value().isArray();
        if (isPart) {
            close();
        }
        addLeaves(rows, at.key(), at.value(), mostRows == std::numeric_limits<qsizetype>::max());
        if (isPart) {
            close();
        }
    }
    close();
    return QStringLiteral("<h1>%1</h1>").arg(title.toHtmlEscaped()) + tables;
}

constexpr double kPdfDpi = 96;
constexpr double kFoot = 28; // at 96 dpi
constexpr double kMarginMm = 16;

void paintFoot(QPainter& painter, const QRectF& page, const QString& title, int number, int count)
{
    painter.setFont(Theme::smallFont());
    painter.setPen(colourOf(Tone::Light, Ink::Muted));
    const QRectF foot(0, page.height() - kFoot, page.width(), kFoot);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, title);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom,
                     QStringLiteral("%1 / %2").arg(number).arg(count));
}

Status paintReport(QTextDocument& document, QPagedPaintDevice& device, const QString& title,
                   const std::stop_token& stop)
{
    QPainter painter(&device);
    const double scale = device.logicalDpiX() / kPdfDpi;
    const QRectF page(0, 0, device.width() / scale, device.height() / scale);
    const double body = page.height() - kFoot;
    document.setPageSize(QSizeF(page.width(), body));
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = paletteOf(Tone::Light); // whatever the window looks like
    const int count = document.pageCount();
    for (int number = 1; number <= count; ++number) {
        if (stop.stop_requested()) {
            return Error{Errc::Cancelled, "the export was stopped", {}};
        }
        if (number > 1) {
            device.newPage();
        }
        painter.save();
        painter.scale(scale, scale);
        paintFoot(painter, page, title, number, count);
        painter.translate(0, -(number - 1) * body);
        context.clip = QRectF(0, (number - 1) * body, page.width(), body);
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
    }
    return Done{};
}

Result<QByteArray> pdfOf(QTextDocument& document, const QString& title,
                         const std::optional<EpochMs>& time, const std::stop_token& stop)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Soak Workbench"));
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm),
                              QPageLayout::Millimeter);
        SOAK_CHECK(paintReport(document, writer, title, stop));
    }
    QByteArray bytes = buffer.data();
    if (time) {
        stampPdf(bytes, *time);
    }
    return bytes;
}

} // namespace

QString reportTitle(ReportKind kind)
{
    return QCoreApplication::translate("soak::ui::ReportsView", rowOf(kind).title);
}

QString reportBaseName(ReportKind kind)
{
    const ReportRow& row = rowOf(kind);
    const std::string_view name = row.markdown.empty() ? row.json : row.markdown;
    return toQString(name.substr(0, name.rfind('.')));
}

std::vector<ReportPage> makeReportPages(const Judgement& judgement)
{
    ReportContext context;
    context.toolVersion = kToolVersion;
    if (const std::optional<EpochMs> last = lastRuntimeUtc(*judgement.run)) {
        context.timestamp = utcText(*last);
    }
    const std::vector<ReportFile> files = renderReports(judgement, context);
    std::vector<ReportPage> pages;
    for (const ReportRow& row : kReports) {
        pages.push_back({row.kind, textOf(files, row.markdown), textOf(files, row.html),
                         textOf(files, row.json)});
    }
    return pages;
}

QString suffixOf(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Markdown:
        return QStringLiteral("md");
    case ReportFormat::Html:
        return QStringLiteral("html");
    case ReportFormat::Pdf:
        return QStringLiteral("pdf");
    case ReportFormat::Json:
        break;
    }
    return QStringLiteral("json");
}

std::vector<ReportFormat> formatsOf(const ReportPage& page)
{
    std::vector<ReportFormat> formats;
    if (!page.markdown.empty()) {
        formats.push_back(ReportFormat::Markdown);
    }
    formats.push_back(ReportFormat::Html);
    formats.push_back(ReportFormat::Pdf);
    if (!page.json.empty()) {
        formats.push_back(ReportFormat::Json);
    }
    return formats;
}

std::unique_ptr<QTextDocument> reportDocument(const ReportPage& page, Tone tone, qsizetype mostRows)
{
    auto document = std::make_unique<QTextDocument>();
    document->setDefaultFont(Theme::textFont());
    document->setDocumentMargin(8);
    // As QTextBrowser has it: else it would be laid out once more when it is handed over.
    QTextOption option = document->defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document->setDefaultTextOption(option);
    document->setUndoRedoEnabled(false);
    if (!page.markdown.empty()) {
        document->setMarkdown(toQString(page.markdown), QTextDocument::MarkdownDialectGitHub);
    } else {
        document->setHtml(htmlOfJson(page.json, reportTitle(page.kind), mostRows));
    }
    shapeTables(*document, colourOf(tone, Ink::Border));
    linkIterations(*document, colourOf(tone, Ink::Accent));
    return document;
}

Result<QByteArray> exportedReport(const ReportPage& page, ReportFormat format, const QString& title,
                                  const std::optional<EpochMs>& time, const std::stop_token& stop)
{
    const auto bytes = [](const std::string& text) { return QByteArray::fromStdString(text); };
    const std::unique_ptr<QTextDocument> document = reportDocument(page, Tone::Light);
    switch (format) {
    case ReportFormat::Markdown:
        if (!page.markdown.empty()) {
            return bytes(page.markdown);
        }
        break;
    case ReportFormat::Json:
        if (!page.json.empty()) {
            return bytes(page.json);
        }
        break;
    case ReportFormat::Html:
        document->setMetaInformation(QTextDocument::DocumentTitle, title);
        return page.html.empty() ? document->toHtml().toUtf8() : bytes(page.html);
    case ReportFormat::Pdf:
        return pdfOf(*document, title, time, stop);
    }
    return Error{Errc::Usage, "this report has no such form", {}};
}

Status printReport(const ReportPage& page, QPagedPaintDevice& device, const QString& title,
                   const std::stop_token& stop)
{
    return paintReport(*reportDocument(page, Tone::Light), device, title, stop);
}

} // namespace soak::ui
