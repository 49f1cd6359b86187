// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/recorded_picture.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTest>
#include <QXmlStreamReader>
#include <gtest/gtest.h>

#include <cmath>

namespace soak::ui
{
namespace
{

PictureStep filled(const QRectF& place, const QColor& colour)
{
    return {place, [colour](QPainter& painter, const QRectF& target) {
                painter.fillRect(target, colour);
                painter.drawText(target, Qt::AlignCenter, QStringLiteral("part"));
            }};
}

RecordedPicture empty(QSizeF size = {200, 100})
{
    RecordedPicture picture;
    picture.size = size;
    picture.title = QStringLiteral("A title");
    picture.ground = Qt::white;
    return picture;
}

// Recorded to its end on the event loop.
RecordedPicture recorded(std::vector<PictureStep> steps, QSizeF size = {200, 100})
{
    QObject parent;
    std::optional<RecordedPicture> made;
    new PictureRecorder(
        empty(size), std::move(steps), [&](RecordedPicture picture) { made = std::move(picture); },
        &parent);
    EXPECT_TRUE(QTest::qWaitFor([&] { return made.has_value(); }));
    return made.value_or(RecordedPicture());
}

int pagesOf(const QByteArray& pdf)
{
    return static_cast<int>(pdf.count("/Type /Page\n"));
}

} // namespace

TEST(PictureRecorder, PaintsOnePartATurnOfTheEventLoop)
{
    QObject parent;
    std::vector<int> order; // of paintings, and of turns between them
    const auto step = [&order](int number) {
        return PictureStep{{0, 0, 10, 10}, [&order, number](QPainter&, const QRectF&) {
                               order.push_back(number);
                               QMetaObject::invokeMethod(
                                   qApp, [&order] { order.push_back(0); }, Qt::QueuedConnection);
                           }};
    };
    bool isDone = false;
    new PictureRecorder(
        empty(), {step(1), step(2), step(3)}, [&](const RecordedPicture&) { isDone = true; },
        &parent);
    EXPECT_TRUE(order.empty()); // not within the call
    ASSERT_TRUE(QTest::qWaitFor([&] { return isDone; }));
    EXPECT_EQ(order, (std::vector{1, 0, 2, 0, 3, 0}));
}

TEST(PictureRecorder, EndsWithItsParent)
{
    int painted = 0;
    auto parent = std::make_unique<QObject>();
    new PictureRecorder(
        empty(), {{{0, 0, 1, 1}, [&](QPainter&, const QRectF&) { ++painted; }}},
        [&](const RecordedPicture&) { ++painted; }, parent.get());
    parent.reset();
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    EXPECT_EQ(painted, 0);
}

TEST(EncodePicture, PngHasTheScaleInPixelsAndDpi)
{
    const RecordedPicture picture = recorded({filled({0, 0, 100, 100}, Qt::blue)});
    for (const double scale : {1.0, 2.0, 3.0}) {
        const auto png = encodePicture(picture, PictureFormat::Png, {scale, {}}, {});
        ASSERT_TRUE(png);
        const QImage image = QImage::fromData(*png, "PNG");
        EXPECT_EQ(image.size(), QSize(200, 100) * scale);
        EXPECT_EQ(std::lround(image.dotsPerMeterX() * 0.0254), std::lround(96 * scale));
        EXPECT_EQ(image.pixelColor(static_cast<int>(10 * scale), 5), QColor(Qt::blue));
        EXPECT_EQ(image.pixelColor(static_cast<int>(150 * scale), 5), QColor(Qt::white));
    }
}

TEST(EncodePicture, AnAbsurdSizeIsRefused)
{
    const auto png = encodePicture(recorded({}, {8000, 8000}), PictureFormat::Png, {8, {}}, {});
    ASSERT_FALSE(png);
    EXPECT_EQ(png.error().code, Errc::NotWritable);
}

TEST(EncodePicture, SvgAndPdfKeepTheLettering)
{
    const RecordedPicture picture = recorded({filled({0, 0, 100, 100}, Qt::blue)});
    const auto svg = encodePicture(picture, PictureFormat::Svg, {}, {});
    ASSERT_TRUE(svg);
    QXmlStreamReader xml(*svg);
    QString texts;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Characters) {
            texts += xml.text();
        }
    }
    EXPECT_FALSE(xml.hasError());
    EXPECT_TRUE(texts.contains(QStringLiteral("part"))) << texts.toStdString();
    EXPECT_TRUE(texts.contains(QStringLiteral("A title")));
    const auto pdf = encodePicture(picture, PictureFormat::Pdf, {}, {});
    ASSERT_TRUE(pdf);
    EXPECT_TRUE(pdf->startsWith("%PDF-"));
    EXPECT_EQ(pagesOf(*pdf), 1);
}

TEST(EncodePicture, APdfBearsTheTimeItIsGivenAndNothingElseChanges)
{
    const RecordedPicture picture = recorded({filled({0, 0, 100, 100}, Qt::blue)});
    const auto first = encodePicture(picture, PictureFormat::Pdf, {1, 1'700'000'000'000}, {});
    const auto other = encodePicture(picture, PictureFormat::Pdf, {1, 1'600'000'000'000}, {});
    ASSERT_TRUE(first && other);
    EXPECT_TRUE(first->contains("/CreationDate (D:20231114221320"));
    EXPECT_TRUE(other->contains("/CreationDate (D:20200913122640"));
    EXPECT_EQ(QByteArray(*first).replace("20231114221320", "20200913122640"), *other);
}

TEST(EncodePicture, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const RecordedPicture picture = recorded({filled({0, 0, 100, 100}, Qt::blue)});
    for (const PictureFormat format :
         {PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf}) {
        const auto bytes = encodePicture(picture, format, {}, stop.get_token());
        ASSERT_FALSE(bytes);
        EXPECT_EQ(bytes.error().code, Errc::Cancelled);
    }
}

TEST(PrintPicture, NeverSplitsAPart)
{
    // Four parts of 0.4 pages: two fit on a page, so two pages, not the 1.6 of their heights.
    std::vector<PictureStep> steps;
    for (int i = 0; i < 4; ++i) {
        steps.push_back(filled(QRectF(0, i * 115, 200, 115), Qt::blue));
    }
    const RecordedPicture picture = recorded(std::move(steps), {200, 460});
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(
            QPageSize(QSizeF(200, 280), QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins({});
        ASSERT_TRUE(printPicture(picture, QStringLiteral("line"), writer, {}));
    }
    EXPECT_EQ(pagesOf(bytes), 2);
}

} // namespace soak::ui
