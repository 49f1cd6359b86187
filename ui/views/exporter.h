// SPDX-License-Identifier: GPL-3.0-or-later
// Charts and pages to files, to the clipboard and to paper: recorded turn by turn, written in jobs.
#pragma once

#include "core/report/tidy_table.h"
#include "ui/charts/recorded_picture.h"
#include "ui/session/view_context.h"

#include <QObject>
#include <QSize>

#include <functional>
#include <memory>
#include <vector>

class QMimeData;
class QPrinter;
class QWidget;

namespace soak::ui
{

enum class PageSizing { Free, AsShown };

// What can be exported: a chart, or all that a view shows.
struct ExportSubject {
    QString title;    // "p95 latency, ms"
    QString fileName; // without folder and suffix
    QSize size;       // as shown, in pixels
    PageSizing sizing = PageSizing::Free;
    std::function<std::vector<PictureStep>(QSizeF size, Tone tone)> steps;
    std::vector<std::string> columns; // of its table: TidyOptions::columns
    // In place of that table, as CSV; empty: there is no other.
    std::function<Result<std::string>()> ownTable = {};
    // What the line under a picture says in place of the runs, the range and the filter of the list
    // of runs; empty: those.
    QStringList about = {};
};

enum class ExportFormat { Png, Svg, Pdf, Csv };
enum class ExportRows { Shown, All };
enum class ExportFoot { Shown, Hidden };

// How; the light colours unless somebody asks for those of the window. A page AsShown has the
// window's.
struct ExportChoice {
    ExportFormat format = ExportFormat::Png;
    QSize size;       // empty: as shown
    double scale = 2; // PNG: 2 is 192 dpi
    Tone tone = Tone::Light;
    ExportFoot foot = ExportFoot::Shown;
    ExportRows rows = ExportRows::Shown; // of the table
};

// Flavours of one clipboard entry.
enum class CopyFlavours { All, Picture, Svg, Table };

QString suffixOf(ExportFormat format); // "csv"

// The time that a PDF of the run bears: SOURCE_DATE_EPOCH, else that of its last iteration.
std::optional<EpochMs> exportTime(const SoakRun& run);

class Exporter final : public QObject
{
    Q_OBJECT

public:
    explicit Exporter(const ViewContext& context, QObject* parent = nullptr);

    void write(const ExportSubject& subject, const ExportChoice& choice, const QString& file);
    void copy(const ExportSubject& subject, CopyFlavours flavours);
    // On `printer` (kept until it is done), in light colours.
    void print(const ExportSubject& subject, const std::shared_ptr<QPrinter>& printer);

    // A dialog of its own for the choice, then one for the file. `parent` is the window.
    void askAndWrite(const ExportSubject& subject, QWidget* parent);
    void askAndPrint(const ExportSubject& subject, QWidget* parent);

    // The filter of the list of runs: said in the line under the pictures.
    void setFilter(const QString& filter) { m_filter = filter; }

    // Title, runs, range, filter, version.
    [[nodiscard]] QString footLine(const ExportSubject& subject) const;
    // Records the subject and hands it over on the event loop.
    void record(const ExportSubject& subject, const ExportChoice& choice,
                PictureRecorder::Then then);

Q_SIGNALS:
    void told(const QString& text); // for the person
    void written(const QString& file);
    void refused(const soak::Error& error); // nothing was written
    void copied();
    void printed();

private:
    using Runs = std::vector<std::shared_ptr<const Judgement>>;

    [[nodiscard]] Runs runs() const;
    [[nodiscard]] QStringList aboutRuns() const;
    [[nodiscard]] TidyOptions tableOptions(const ExportSubject& subject, ExportRows rows,
                                           TidyForm form) const;
    void save(const QString& file, std::function<Result<QByteArray>(const std::stop_token&)> make);
    void chooseFile(const ExportSubject& subject, const ExportChoice& choice, QWidget* parent);

    ViewContext m_context;
    QString m_filter;
    ExportChoice m_choice; // the last one
};

} // namespace soak::ui
