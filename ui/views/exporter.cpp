// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/exporter.h"

#include "core/base/file.h"
#include "core/base/version.h"
#include "core/report/report_context.h"
#include "core/report/report_text.h"
#include "ui/charts/stack_picture.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/replay_words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QPrinter>

#include <cmath>
#include <utility>

namespace soak::ui
{
namespace
{

constexpr double kCopyScale = 2; // of the picture in the clipboard

// What the clipboard gets, made in a job.
struct Clip {
    QByteArray png;
    QImage image;
    QByteArray svg;
    QByteArray table;
};

std::vector<const Judgement*> pointersOf(const std::vector<std::shared_ptr<const Judgement>>& runs)
{
    std::vector<const Judgement*> pointers;
    for (const auto& run : runs) {
        pointers.push_back(run.get());
    }
    return pointers;
}

Result<QByteArray> tableBytes(const std::vector<std::shared_ptr<const Judgement>>& runs,
                              const TidyOptions& options)
{
    SOAK_TRY(const std::string table, tidyTable(pointersOf(runs), options));
    return QByteArray::fromStdString(table);
}

// That of the subject in place of that of the runs, where there is one.
Result<std::string> pastedOwn(const ExportSubject& subject)
{
    SOAK_TRY(const std::string table, subject.ownTable());
    return tabbedTable(table);
}

std::unique_ptr<QMimeData> mimeOf(const Clip& clip)
{
    auto mime = std::make_unique<QMimeData>();
    if (!clip.image.isNull()) {
        mime->setImageData(clip.image);
        mime->setData(QStringLiteral("image/png"), clip.png);
    }
    if (!clip.svg.isEmpty()) {
        mime->setData(QStringLiteral("image/svg+xml"), clip.svg);
    }
    if (!clip.table.isEmpty()) {
        mime->setData(QStringLiteral("text/tab-separated-values"), clip.table);
        mime->setText(QString::fromUtf8(clip.table));
    }
    return mime;
}

PictureFormat pictureFormat(ExportFormat format)
{
    return format == ExportFormat::Png   ? PictureFormat::Png
           : format == ExportFormat::Svg ? PictureFormat::Svg
                                         : PictureFormat::Pdf;
}

} // namespace

QString suffixOf(ExportFormat format)
{
    return format == ExportFormat::Csv ? QStringLiteral("csv") : suffixOf(pictureFormat(format));
}

std::optional<EpochMs> exportTime(const SoakRun& run)
{
    TimestampSources sources;
    if (qEnvironmentVariableIsSet("SOURCE_DATE_EPOCH")) {
        sources.sourceDateEpoch = qEnvironmentVariable("SOURCE_DATE_EPOCH").toStdString();
    }
    sources.lastRuntimeUtc = lastRuntimeUtc(run);
    const auto text = reportTimestamp(sources);
    return text && *text ? parseUtc(**text) : std::nullopt;
}

Exporter::Exporter(const ViewContext& context, QObject* parent)
    : QObject(parent), m_context(context)
{
}

// The primary run first, as in the charts.
Exporter::Runs Exporter::runs() const
{
    Runs all;
    QStringList order = m_context.selection.shown();
    order.removeOne(m_context.selection.primary());
    order.prepend(m_context.selection.primary());
    for (const QString& identity : order) {
        if (const OpenRun* run = m_context.session.find(identity)) {
            all.push_back(run->judgement);
        }
    }
    return all;
}

TidyOptions Exporter::tableOptions(const ExportSubject& subject, ExportRows rows,
                                   TidyForm form) const
{
    TidyOptions options{subject.columns, std::nullopt, form};
    const std::optional<ViewRange> range = m_context.selection.range();
    if (range && rows == ExportRows::Shown) {
        options.range = TidyRange{static_cast<int>(std::ceil(range->from)),
                                  static_cast<int>(std::floor(range->to))};
    }
    return options;
}

QStringList Exporter::aboutRuns() const
{
    QStringList parts;
    for (const std::shared_ptr<const Judgement>& run : runs()) {
        const QString label = toQString(runLabel(*run->run));
        parts << (replayedDetail(*run->run).isEmpty()
                      ? label
                      : QStringLiteral("%1 (%2)").arg(label, replayedWord()));
    }
    if (const std::optional<ViewRange> range = m_context.selection.range()) {
        parts << tr("#%1 to #%2")
                     .arg(std::lround(std::ceil(range->from)))
                     .arg(std::lround(std::floor(range->to)));
    }
    if (!m_filter.isEmpty()) {
        parts << tr("filter: %1").arg(m_filter);
    }
    return parts;
}

QString Exporter::footLine(const ExportSubject& subject) const
{
    QStringList parts{subject.title};
    parts << (subject.about.isEmpty() ? aboutRuns() : subject.about);
    parts << QStringLiteral("Soak Workbench ") + toQString(kToolVersion);
    return parts.join(QStringLiteral(" \u00b7 "));
}

void Exporter::record(const ExportSubject& subject, const ExportChoice& choice,
                      PictureRecorder::Then then)
{
    const bool hasFoot = choice.foot == ExportFoot::Shown;
    const QSizeF foot(0, hasFoot ? kPictureFoot : 0);
    QSizeF body = subject.size;
    if (!choice.size.isEmpty()) {
        // A page as shown has the width asked for, and the height that belongs to it.
        body = subject.sizing == PageSizing::Free
                   ? choice.size - foot
                   : body * (static_cast<double>(choice.size.width()) / body.width());
    }
    // A page that is painted by its widgets has their colours.
    const Tone tone = subject.sizing == PageSizing::AsShown ? m_context.theme.tone() : choice.tone;
    RecordedPicture empty;
    empty.size = (body + foot).toSize();
    empty.title = subject.title;
    if (const OpenRun* run = m_context.primary(); run != nullptr && subject.about.isEmpty()) {
        empty.title += QStringLiteral(" \u2013 ") + toQString(runLabel(*run->run));
    }
    empty.ground = colourOf(tone, Ink::Window);
    std::vector<PictureStep> steps = subject.steps(body, tone);
    if (hasFoot) {
        steps.push_back(footStep(footLine(subject), empty.size, tone));
    }
    new PictureRecorder(std::move(empty), std::move(steps), std::move(then), this);
}

void Exporter::save(const QString& file,
                    std::function<Result<QByteArray>(const std::stop_token&)> make)
{
    m_context.session.jobs().run(
        tr("Export %1").arg(file),
        [make = std::move(make), file](const std::stop_token& stop, const Progress&) -> Status {
            SOAK_TRY(const QByteArray bytes, make(stop));
            return writeFileAtomically(fs::path(file.toStdString()), bytes.toStdString());
        },
        this,
        [this, file](const Status& done) {
            if (done) {
                Q_EMIT told(tr("Written: %1").arg(file));
                Q_EMIT written(file);
            } else {
                m_context.session.addProblem({tr("Cannot export %1").arg(file), done.error()});
                Q_EMIT told(tr("Not written: %1").arg(toQString(describe(done.error()))));
                Q_EMIT refused(done.error());
            }
        });
}

void Exporter::write(const ExportSubject& subject, const ExportChoice& choice, const QString& file)
{
    m_choice = choice;
    if (choice.format == ExportFormat::Csv && subject.ownTable) {
        save(file, [table = subject.ownTable()](const std::stop_token&) -> Result<QByteArray> {
            SOAK_TRY(const std::string& text, table);
            return QByteArray::fromStdString(text);
        });
        return;
    }
    if (choice.format == ExportFormat::Csv) {
        save(file, [runs = runs(), options = tableOptions(subject, choice.rows, TidyForm::Csv)](
                       const std::stop_token&) { return tableBytes(runs, options); });
        return;
    }
    const OpenRun* run = m_context.primary();
    const PictureOptions options{choice.scale,
                                 run == nullptr ? std::nullopt : exportTime(*run->run)};
    record(subject, choice,
           [this, file, format = pictureFormat(choice.format), options](RecordedPicture picture) {
               save(file,
                    [picture = std::move(picture), format, options](const std::stop_token& stop) {
                        return encodePicture(picture, format, options, stop);
                    });
           });
}

void Exporter::copy(const ExportSubject& subject, CopyFlavours flavours)
{
    const auto wants = [flavours](CopyFlavours one) {
        return flavours == CopyFlavours::All || flavours == one;
    };
    const TidyOptions table = tableOptions(subject, ExportRows::Shown, TidyForm::Tsv);
    const auto own = subject.ownTable ? std::optional(pastedOwn(subject)) : std::nullopt;
    const auto make = [this, runs = runs(), table, own, hasTable = wants(CopyFlavours::Table),
                       hasPng = wants(CopyFlavours::Picture),
                       hasSvg = wants(CopyFlavours::Svg)](const RecordedPicture& picture) {
        m_context.session.jobs().run(
            tr("Copy"),
            [=](const std::stop_token& stop, const Progress&) -> Result<Clip> {
                Clip clip;
                if (hasPng) {
                    SOAK_TRY(clip.png,
                             encodePicture(picture, PictureFormat::Png, {kCopyScale, {}}, stop));
                    clip.image = QImage::fromData(clip.png, "PNG");
                }
                if (hasSvg) {
                    SOAK_TRY(clip.svg, encodePicture(picture, PictureFormat::Svg, {}, stop));
                }
                if (hasTable && own) {
                    SOAK_TRY(const std::string& text, *own);
                    clip.table = QByteArray::fromStdString(text);
                } else if (hasTable) {
                    SOAK_TRY(clip.table, tableBytes(runs, table));
                }
                return clip;
            },
            this,
            [this](const Result<Clip>& clip) {
                if (!clip) {
                    Q_EMIT told(tr("Not copied: %1").arg(toQString(describe(clip.error()))));
                    return;
                }
                QGuiApplication::clipboard()->setMimeData(mimeOf(*clip).release());
                Q_EMIT told(tr("Copied to the clipboard."));
                Q_EMIT copied();
            });
    };
    if (flavours == CopyFlavours::Table) {
        make(RecordedPicture());
    } else {
        record(subject, {}, make);
    }
}

void Exporter::print(const ExportSubject& subject, const std::shared_ptr<QPrinter>& printer)
{
    ExportChoice choice;
    choice.foot = ExportFoot::Hidden;
    record(subject, choice, [this, printer, line = footLine(subject)](RecordedPicture picture) {
        printer->setDocName(picture.title);
        m_context.session.jobs().run(
            tr("Print"),
            [picture = std::move(picture), printer, line](const std::stop_token& stop,
                                                          const Progress&) {
                return printPicture(picture, line, *printer, stop);
            },
            this,
            [this](const Status& done) {
                Q_EMIT told(done ? tr("Printed.")
                                 : tr("Not printed: %1").arg(toQString(describe(done.error()))));
                Q_EMIT printed();
            });
    });
}

} // namespace soak::ui
