// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/recorded_picture.h"

#include <QBuffer>
#include <QDateTime>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QTimer>

#include <utility>

namespace soak::ui
{
namespace
{

constexpr double kPointsPerInch = 72;
constexpr double kInchPerMetre = 1 / 0.0254;
constexpr double kMostPixels = 200e6; // 800 MB: more is a slip of the finger

Error cancelled()
{
    return {Errc::Cancelled, "the export was stopped", {}};
}

Status playAll(QPainter& painter, const RecordedPicture& picture, const std::stop_token& stop)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRectF(QPointF(), picture.size), picture.ground);
    for (const RecordedPart& part : picture.parts) {
        if (stop.stop_requested()) {
            return cancelled();
        }
        paintPart(painter, part);
    }
    if (picture.foot) {
        paintPart(painter, *picture.foot);
    }
    return Done{};
}

Result<QByteArray> pngOf(const RecordedPicture& picture, double scale, const std::stop_token& stop)
{
    const QSize pixels = (picture.size * scale).toSize();
    const Error tooLarge{Errc::NotWritable,
                         "a picture of " + std::to_string(pixels.width()) + " by " +
                             std::to_string(pixels.height()) + " pixels is too large",
                         {}};
    if (static_cast<double>(pixels.width()) * pixels.height() > kMostPixels) {
        return tooLarge;
    }
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull()) {
        return tooLarge;
    }
    const int dots = qRound(kPictureDpi * scale * kInchPerMetre);
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    {
        QPainter painter(&image);
        painter.scale(scale, scale);
        SOAK_CHECK(playAll(painter, picture, stop));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

Result<QByteArray> svgOf(const RecordedPicture& picture, const std::stop_token& stop)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kPictureDpi);
    generator.setSize(picture.size.toSize());
    generator.setViewBox(QRectF(QPointF(), picture.size));
    generator.setTitle(picture.title);
    QPainter painter(&generator);
    SOAK_CHECK(playAll(painter, picture, stop));
    painter.end();
    return bytes;
}

Result<QByteArray> pdfOf(const RecordedPicture& picture, const std::stop_token& stop)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kPictureDpi);
    writer.setTitle(picture.title);
    writer.setCreator(QStringLiteral("Soak Workbench"));
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(picture.size * kPointsPerInch / kPictureDpi, QPageSize::Point,
                                 QString(), QPageSize::ExactMatch));
    QPainter painter(&writer);
    SOAK_CHECK(playAll(painter, picture, stop));
    painter.end();
    return bytes;
}

} // namespace

// play() enlarges by the resolution of the device, as if a picture had inches: ours has pixels.
void paintPart(QPainter& painter, const RecordedPart& part)
{
    painter.save();
    painter.translate(part.place.topLeft());
    QPicture copy = part.picture; // play() moves inside of its data
    const double enlarged =
        static_cast<double>(painter.device()->logicalDpiX()) / copy.logicalDpiX();
    painter.scale(1 / enlarged, 1 / enlarged);
    copy.play(&painter);
    painter.restore();
}

QString suffixOf(PictureFormat format)
{
    switch (format) {
    case PictureFormat::Png:
        return QStringLiteral("png");
    case PictureFormat::Svg:
        return QStringLiteral("svg");
    case PictureFormat::Pdf:
        break;
    }
    return QStringLiteral("pdf");
}

Result<QByteArray> encodePicture(const RecordedPicture& picture, PictureFormat format,
                                 const PictureOptions& options, const std::stop_token& stop)
{
    switch (format) {
    case PictureFormat::Png:
        return pngOf(picture, options.scale, stop);
    case PictureFormat::Svg:
        return svgOf(picture, stop);
    case PictureFormat::Pdf:
        break;
    }
    SOAK_TRY(QByteArray pdf, pdfOf(picture, stop));
    if (options.timeMs) {
        stampPdf(pdf, *options.timeMs);
    }
    return pdf;
}

// Same length for same length, for a PDF knows the places of its objects by their offsets.
void stampPdf(QByteArray& pdf, std::int64_t timeMs)
{
    constexpr QByteArrayView kKey("/CreationDate (D:");
    const qsizetype key = pdf.indexOf(kKey);
    if (key < 0) {
        return;
    }
    const qsizetype at = key + kKey.size();
    const QByteArray digits = QDateTime::fromMSecsSinceEpoch(timeMs, Qt::UTC)
                                  .toString(QStringLiteral("yyyyMMddHHmmss"))
                                  .toLatin1();
    pdf.replace(at, digits.size(), digits);
    const qsizetype zone = at + digits.size();
    constexpr QByteArrayView kUtc("Z)      "); // as long as "+03'00')"
    if (zone + kUtc.size() <= pdf.size() && pdf.at(zone) != 'Z') {
        pdf.replace(zone, kUtc.size(), kUtc);
    }
}

PictureRecorder::PictureRecorder(RecordedPicture empty, std::vector<PictureStep> steps, Then then,
                                 QObject* parent)
    : QObject(parent), m_picture(std::move(empty)), m_steps(std::move(steps)),
      m_then(std::move(then))
{
    QTimer::singleShot(0, this, &PictureRecorder::step);
}

void PictureRecorder::step()
{
    if (m_next == m_steps.size()) {
        m_then(std::move(m_picture));
        deleteLater();
        return;
    }
    const PictureStep& step = m_steps[m_next++];
    RecordedPart part{.place = step.place, .picture = QPicture()};
    QPainter painter(&part.picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    step.paint(painter, QRectF(QPointF(), step.place.size()));
    painter.end();
    if (step.isFoot) {
        m_picture.foot = std::move(part);
    } else {
        m_picture.parts.push_back(std::move(part));
    }
    QTimer::singleShot(0, this, &PictureRecorder::step);
}

} // namespace soak::ui
