// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/under_layer.h"

#include "ui/charts/chart_painter.h"

#include <QPainter>

#include <algorithm>

namespace soak::ui
{
namespace
{

bool isFixed(const ChartLabel& label)
{
    return label.role == LabelRole::Title || label.role == LabelRole::YTick ||
           label.role == LabelRole::Threshold;
}

} // namespace

std::vector<ChartLabel> UnderLayer::others(const std::vector<ChartLabel>& labels)
{
    std::vector<ChartLabel> rest;
    std::copy_if(labels.begin(), labels.end(), std::back_inserter(rest),
                 [](const ChartLabel& label) { return !isFixed(label); });
    return rest;
}

QPixmap UnderLayer::pictureOf(const ChartScene& scene, const ChartFrame& frame,
                              const QRectF& warmUp) const
{
    QPixmap picture((m_key.card.size() * m_key.pixelRatio).toSize());
    picture.setDevicePixelRatio(m_key.pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintUnder(painter, scene, frame, m_key.tone, warmUp);
    paintLabels(painter, m_key.labels);
    return picture;
}

void UnderLayer::paint(QPainter& painter, const ChartScene& scene, const ChartFrame& frame,
                       Tone tone, double pixelRatio)
{
    Key key{frame.card, frame.plot, frame.y,    scene.thresholds, scene.safe,
            {},         tone,       pixelRatio, scene.isEmpty()};
    std::copy_if(frame.labels.begin(), frame.labels.end(), std::back_inserter(key.labels), isFixed);
    if (m_plain.isNull() || !(key == m_key)) {
        m_key = std::move(key);
        m_plain = pictureOf(scene, frame, {});
        m_warm = {};
    }
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawPixmap(0, 0, m_plain);
    const QRect warm = warmUpRect(scene, frame).toRect();
    if (!warm.isEmpty()) {
        if (m_warm.isNull()) {
            m_warm = pictureOf(scene, frame, frame.plot);
        }
        painter.setClipRect(warm, Qt::IntersectClip);
        painter.drawPixmap(0, 0, m_warm);
    }
    painter.restore();
}

} // namespace soak::ui
