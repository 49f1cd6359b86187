// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit/painted_text.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

#include <cmath>

namespace soak::ui
{
namespace
{

// Takes all that a painter can say, so that nothing is broken down into shapes, and keeps texts.
class ListeningEngine final : public QPaintEngine
{
public:
    ListeningEngine() : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice* /*device*/) override { return true; }

    bool end() override { return true; }

    void updateState(const QPaintEngineState& /*state*/) override {}

    void drawPixmap(const QRectF& /*to*/, const QPixmap& /*pixmap*/, const QRectF& /*of*/) override
    {
    }

    void drawPath(const QPainterPath& /*path*/) override {}

    void drawPolygon(const QPointF* /*points*/, int /*count*/, PolygonDrawMode /*mode*/) override {}

    [[nodiscard]] Type type() const override { return User; }

    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const QTransform toDevice = painter()->deviceTransform();
        const QRectF box(at.x(), at.y() - item.ascent(), item.width(),
                         item.ascent() + item.descent());
        const QRectF ink = QFontMetricsF(item.font()).tightBoundingRect(item.text()).translated(at);
        const QRectF clip = painter()->hasClipping()
                                ? toDevice.mapRect(painter()->clipBoundingRect())
                                : QRectF(-1e6, -1e6, 2e6, 2e6);
        take({item.text(), toDevice.mapRect(box), toDevice.mapRect(ink), clip,
              painter()->pen().color()});
    }

    std::vector<PaintedText> texts;

private:
    // A line comes in parts where script or form changes.
    void take(PaintedText part)
    {
        if (!texts.empty()) {
            PaintedText& last = texts.back();
            const bool follows = std::abs(last.rect.right() - part.rect.left()) < 1.5 &&
                                 std::abs(last.rect.center().y() - part.rect.center().y()) < 2;
            if (follows) {
                last.text += part.text;
                last.rect = last.rect.united(part.rect);
                last.letters = last.letters.united(part.letters);
                return;
            }
        }
        texts.push_back(std::move(part));
    }
};

class ListeningDevice final : public QPaintDevice
{
public:
    explicit ListeningDevice(const QWidget& like) : m_like(like) {}

    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }

    [[nodiscard]] std::vector<PaintedText> takeTexts() { return std::move(m_engine.texts); }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_like.width();
        case PdmHeight:
            return m_like.height();
        case PdmWidthMM:
            return m_like.widthMM();
        case PdmHeightMM:
            return m_like.heightMM();
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_like.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_like.logicalDpiY();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    const QWidget& m_like;
    mutable ListeningEngine m_engine;
};

} // namespace

namespace
{

// What is not enabled has its letters twice in some styles: pale ones, a pixel down and right, that
// are there to lie under the others.
void dropShadows(std::vector<PaintedText>& texts)
{
    const auto isShadowOf = [](const PaintedText& one, const PaintedText& other) {
        const QPointF way = one.rect.topLeft() - other.rect.topLeft();
        return one.text == other.text && std::abs(way.x() - 1) < 0.1 && std::abs(way.y() - 1) < 0.1;
    };
    for (std::size_t i = 0; i + 1 < texts.size();) {
        if (isShadowOf(texts[i], texts[i + 1])) {
            texts.erase(texts.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            ++i;
        }
    }
}

} // namespace

std::vector<PaintedText> paintedTexts(QWidget& widget)
{
    ListeningDevice device(widget);
    widget.render(&device, QPoint(), QRegion(), QWidget::RenderFlags());
    std::vector<PaintedText> texts = device.takeTexts();
    std::erase_if(texts, [](const PaintedText& one) { return one.text.trimmed().isEmpty(); });
    dropShadows(texts);
    for (PaintedText& one : texts) {
        one.clip = one.clip.intersected(QRectF(widget.rect()));
    }
    return texts;
}

} // namespace soak::ui
