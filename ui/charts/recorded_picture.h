// SPDX-License-Identifier: GPL-3.0-or-later
// A picture for a file or the clipboard: recorded on the GUI thread in parts, one a turn of the
// event loop, encoded in a job.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QColor>
#include <QObject>
#include <QPicture>
#include <QRectF>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

class QPagedPaintDevice;

namespace soak::ui
{

inline constexpr int kPictureDpi = 96; // of one pixel at scale 1

struct RecordedPart {
    QRectF place;
    QPicture picture; // painted with its origin at the top left of `place`
};

struct RecordedPicture {
    QSizeF size; // pixels at scale 1
    QString title;
    QColor ground;
    std::vector<RecordedPart> parts; // from top to bottom
    std::optional<RecordedPart> foot;
};

// Paints the part at its place, whatever the resolution of the device.
void paintPart(QPainter& painter, const RecordedPart& part);

enum class PictureFormat { Png, Svg, Pdf };
QString suffixOf(PictureFormat format); // "png"

struct PictureOptions {
    double scale = 1;                   // PNG: pixels per pixel; its dpi are as many times 96
    std::optional<std::int64_t> timeMs; // of a PDF, since 1970; absent: now
};

// The bytes of the file. The same picture and options give the same bytes, but for the time of a
// PDF. Any thread. Errors: Cancelled; NotWritable where the picture is too large for memory.
Result<QByteArray> encodePicture(const RecordedPicture& picture, PictureFormat format,
                                 const PictureOptions& options, const std::stop_token& stop);

// Puts the picture on as many pages of `device` as it takes, as wide as the page; parts that stand
// beside each other stay together, and none is split. The title, `line` and the page's number are
// at the foot. Any thread. Errors: Cancelled.
Status printPicture(const RecordedPicture& picture, const QString& line, QPagedPaintDevice& device,
                    const std::stop_token& stop);

// Sets the creation time of a PDF that Qt wrote: the same document, the same bytes.
void stampPdf(QByteArray& pdf, std::int64_t timeMs);

// What is painted at `place` of a picture.
struct PictureStep {
    QRectF place;
    std::function<void(QPainter&, const QRectF& target)> paint; // `target` has its origin at 0, 0
    bool isFoot = false;
};

// Records one step a turn of the event loop and hands the whole over; it deletes itself then, and
// does nothing any more when `parent` goes before. GUI thread.
class PictureRecorder final : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(RecordedPicture)>;

    PictureRecorder(RecordedPicture empty, std::vector<PictureStep> steps, Then then,
                    QObject* parent);

private:
    void step();

    RecordedPicture m_picture;
    std::vector<PictureStep> m_steps;
    std::size_t m_next = 0;
    Then m_then;
};

} // namespace soak::ui
