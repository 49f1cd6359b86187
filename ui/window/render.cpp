// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/render.h"

#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <array>

namespace soak::ui
{
namespace
{

constexpr int kTickMs = 40;
constexpr int kCalmTicks = 4;     // without a job, so that late layouts and paintings are done
constexpr int kMostTicks = 3'000; // two minutes
constexpr int kDotsPerInch = 96;
constexpr std::array kViewNames{"overview", "iterations", "overrides", "guards", "reports"};

Status refused(const QString& file, const QString& why)
{
    return Error{Errc::NotWritable, why.toStdString(), file.toStdString()};
}

} // namespace

Status writePicture(QWidget& widget, const QString& file)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) {
        return refused(file, out.errorString());
    }
    if (file.endsWith(QStringLiteral(".svg"))) {
        QSvgGenerator generator;
        generator.setOutputDevice(&out);
        generator.setSize(widget.size());
        generator.setViewBox(QRect(QPoint(), widget.size()));
        generator.setTitle(widget.window()->windowTitle());
        QPainter painter(&generator);
        widget.render(&painter);
    } else if (file.endsWith(QStringLiteral(".pdf"))) {
        QPdfWriter writer(&out);
        writer.setResolution(kDotsPerInch);
        writer.setTitle(widget.window()->windowTitle());
        writer.setPageMargins(QMarginsF());
        writer.setPageSize(QPageSize(QSizeF(widget.size()) * 72.0 / kDotsPerInch, QPageSize::Point,
                                     QString(), QPageSize::ExactMatch));
        QPainter painter(&writer);
        widget.render(&painter);
    } else if (!widget.grab().save(&out, "PNG")) {
        return refused(file, QStringLiteral("cannot write the picture"));
    }
    if (!out.commit()) {
        return refused(file, out.errorString());
    }
    return Done{};
}

Renderer::Renderer(MainWindow& window, RenderWish wish, std::function<void(Status)> done,
                   QObject* parent)
    : QObject(parent), m_window(window), m_wish(std::move(wish)), m_done(std::move(done))
{
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &Renderer::look);
}

void Renderer::start()
{
    m_window.resize(m_wish.size);
    for (std::size_t i = 0; i < kViewNames.size(); ++i) {
        if (m_wish.view == QLatin1String(kViewNames[i])) {
            m_window.showView(static_cast<View>(i));
        }
    }
    if (m_wish.view == QStringLiteral("window")) {
        m_window.showView(View::Iterations);
    }
    m_window.show();
    m_window.open({m_wish.run});
    m_tick.start();
}

void Renderer::look()
{
    const Session& session = m_window.session();
    if (++m_ticks > kMostTicks) {
        end(Error{Errc::Internal, "the picture is not ready after two minutes",
                  m_wish.run.toStdString()});
        return;
    }
    if (!m_window.jobs().running().empty()) {
        m_calm = 0;
        return;
    }
    if (++m_calm < kCalmTicks) {
        return;
    }
    if (m_window.selection().primary().isEmpty()) {
        end(session.problems().empty()
                ? Status(Error{Errc::NotFound, "no run", m_wish.run.toStdString()})
                : Status(session.problems().front().error));
        return;
    }
    QWidget* painted = &m_window;
    if (m_wish.view != QStringLiteral("window")) {
        painted = m_window.viewWidget(m_window.currentView());
    }
    end(writePicture(*painted, m_wish.output));
}

void Renderer::end(Status status)
{
    m_tick.stop();
    m_done(std::move(status));
}

} // namespace soak::ui
