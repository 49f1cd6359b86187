// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/render.h"

#include "core/base/file.h"
#include "ui/charts/stack_picture.h"
#include "ui/compare/compare_view.h"
#include "ui/views/paint_page.h"
#include "ui/window/view.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <array>

namespace soak::ui
{
namespace
{

constexpr int kTickMs = 40;
constexpr int kCalmTicks = 4;     // without a job, so that late layouts and paintings are done
constexpr int kMostTicks = 3'000; // two minutes
constexpr int kMostFits = 5;
constexpr double kInchPerMetre = 1 / 0.0254;

Result<QByteArray> pngOf(QWidget& widget)
{
    QImage image = widget.grab().toImage();
    const int dots = qRound(kPictureDpi * image.devicePixelRatio() * kInchPerMetre);
    image.setDevicePixelRatio(1); // which would change the dots again
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG")) {
        return Error{Errc::NotWritable, "cannot make the picture", ""};
    }
    return buffer.data();
}

RecordedPicture recorded(QWidget& widget)
{
    RecordedPicture picture;
    picture.size = widget.size();
    picture.title = widget.window()->windowTitle();
    picture.ground = widget.palette().color(QPalette::Window);
    RecordedPart part{.place = QRectF(QPointF(), picture.size), .picture = QPicture()};
    QPainter painter(&part.picture);
    paintPage(widget, painter);
    painter.end();
    picture.parts.push_back(std::move(part));
    return picture;
}

Status write(const QString& file, const Result<QByteArray>& bytes)
{
    return bytes ? writeFileAtomically(fs::path(file.toStdString()), bytes->toStdString())
                 : Status(bytes.error());
}

PictureFormat formatOf(const QString& file)
{
    return file.endsWith(QStringLiteral(".png"))   ? PictureFormat::Png
           : file.endsWith(QStringLiteral(".svg")) ? PictureFormat::Svg
                                                   : PictureFormat::Pdf;
}

} // namespace

Status writePicture(QWidget& widget, const QString& file, const std::optional<EpochMs>& time)
{
    const PictureFormat format = formatOf(file);
    if (format == PictureFormat::Png) {
        return write(file, pngOf(widget));
    }
    return write(file, encodePicture(recorded(widget), format, {1, time}, {}));
}

Renderer::Renderer(MainWindow& window, RenderWish wish, Tone tone, std::function<void(Status)> done,
                   QObject* parent)
    : QObject(parent), m_window(window), m_wish(std::move(wish)), m_tone(tone),
      m_done(std::move(done))
{
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &Renderer::look);
}

void Renderer::start()
{
    m_window.resize(m_wish.size);
    m_window.showView(viewNamed(m_wish.view).value_or(View::Iterations)); // else the whole window
    m_window.show();
    m_window.open({m_wish.runs.front()});
    m_opened = 1;
    m_tick.start();
}

void Renderer::look()
{
    const Session& session = m_window.session();
    if (++m_ticks > kMostTicks) {
        end(Error{Errc::Internal, "the picture is not ready after two minutes",
                  m_wish.runs.front().toStdString()});
        return;
    }
    if (!m_window.isIdle()) {
        m_calm = 0;
        return;
    }
    if (++m_calm < kCalmTicks) {
        return;
    }
    if (m_window.selection().primary().isEmpty()) {
        end(session.problems().empty()
                ? Status(Error{Errc::NotFound, "no run", m_wish.runs.front().toStdString()})
                : Status(session.problems().front().error));
        return;
    }
    if (m_opened < m_wish.runs.size()) {
        m_window.open({m_wish.runs.at(m_opened++)});
        m_calm = 0;
        return;
    }
    if (m_wish.runs.size() > 1 && !m_isArranged) {
        arrange();
        return;
    }
    const OpenRun* run = session.find(m_window.selection().primary());
    if (m_wish.view == QStringLiteral("window")) {
        end(writePicture(m_window, m_wish.output, exportTime(*run->run)));
    } else if (fitsView()) {
        m_tick.stop();
        exportView();
    } else {
        m_calm = 0;
    }
}

// In the order given: the first one is the baseline, the second is held against it.
void Renderer::arrange()
{
    const std::vector<OpenRun>& runs = m_window.session().runs();
    if (static_cast<qsizetype>(runs.size()) < m_wish.runs.size()) {
        const std::vector<Problem>& problems = m_window.session().problems();
        end(problems.empty() ? Status(Error{Errc::BadInput, "the same run is given twice", ""})
                             : Status(problems.front().error));
        return;
    }
    m_isArranged = true;
    m_calm = 0;
    Selection& selection = m_window.selection();
    selection.setPrimary(runs[1].identity);
    for (const OpenRun& run : runs) {
        selection.setShown(run.identity, true);
    }
    selection.setBaseline(runs[0].identity);
    if (!m_wish.compareAs.isEmpty()) {
        showComparison();
    }
}

// The forms of the charts come first in kCompareAs, then the other pages.
void Renderer::showComparison()
{
    auto* view = qobject_cast<CompareView*>(m_window.viewWidget(View::Compare));
    const auto at =
        static_cast<int>(std::ranges::find(kCompareAs, m_wish.compareAs,
                                           [](const char* name) { return QLatin1String(name); }) -
                         kCompareAs.begin());
    constexpr int kForms = 3;
    if (at < kForms) {
        view->showForm(static_cast<CompareForm>(at));
    } else {
        view->showPage(static_cast<ComparePage>(at - kForms + 1));
    }
}

// The window is made larger or smaller by what its view lacks.
bool Renderer::fitsView()
{
    const int foot = m_wish.hasFooter ? static_cast<int>(kPictureFoot) : 0;
    const QSize lacking =
        m_wish.size - QSize(0, foot) - m_window.viewWidget(m_window.currentView())->size();
    // More than once: a wider window shows panes that a narrow one folds.
    if (m_fits == kMostFits || lacking.isNull()) {
        return true;
    }
    ++m_fits;
    m_window.resize(m_window.size() + lacking);
    return false;
}

void Renderer::exportView()
{
    ExportChoice choice;
    choice.size = m_wish.size;
    choice.scale = m_wish.scale;
    choice.tone = m_tone;
    choice.foot = m_wish.hasFooter ? ExportFoot::Shown : ExportFoot::Hidden;
    Exporter& exporter = m_window.exporter();
    if (m_wish.output.endsWith(QStringLiteral(".csv"))) {
        choice.format = ExportFormat::Csv;
        connect(&exporter, &Exporter::written, this, [this] { end(Done{}); });
        connect(&exporter, &Exporter::refused, this, [this](const Error& error) { end(error); });
        exporter.write(m_window.pageToExport(), choice, m_wish.output);
        return;
    }
    const OpenRun* run = m_window.session().find(m_window.selection().primary());
    const PictureOptions options{m_wish.scale, exportTime(*run->run)};
    exporter.record(m_window.pageToExport(), choice,
                    [this, options](const RecordedPicture& picture) {
                        const QString& file = m_wish.output;
                        end(write(file, encodePicture(picture, formatOf(file), options, {})));
                    });
}

void Renderer::end(Status status)
{
    m_tick.stop();
    m_done(std::move(status));
}

} // namespace soak::ui
