// SPDX-License-Identifier: GPL-3.0-or-later
// What stays the same while a chart is dragged along x: card, fail side, grid and most lettering,
// kept as a picture.
#pragma once

#include "ui/charts/chart_frame.h"

#include <QPixmap>

#include <vector>

class QPainter;

namespace soak::ui
{

class UnderLayer final
{
public:
    // Replaces all that is in `painter`'s device, which is as large as the card, with paintUnder()
    // and the labels that others() leaves out.
    void paint(QPainter& painter, const ChartScene& scene, const ChartFrame& frame, Tone tone,
               double pixelRatio);

    // Those of `labels` that move along x or come and go with it.
    [[nodiscard]] static std::vector<ChartLabel> others(const std::vector<ChartLabel>& labels);

private:
    // All that the picture is made from.
    struct Key {
        QRectF card;
        QRectF plot;
        PlotRange y;
        std::vector<ChartThreshold> thresholds;
        std::optional<PlotRange> safe;
        std::vector<ChartLabel> labels;
        Tone tone = Tone::Light;
        double pixelRatio = 1;
        bool isEmpty = true;
        bool operator==(const Key&) const = default;
    };

    [[nodiscard]] QPixmap pictureOf(const ChartScene& scene, const ChartFrame& frame,
                                    const QRectF& warmUp) const;

    Key m_key;
    QPixmap m_plain;
    QPixmap m_warm; // all of the plot as warm-up; null: not needed yet
};

} // namespace soak::ui
