// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bench/bench_stack.h"
#include "tests/ui/bench/rows.h"

#include <QImage>

#include <cmath>

namespace soak::ui
{
namespace
{

constexpr int kLookEvery = 15; // events: a picture of four charts is read pixel by pixel

// Ink is what is no ground: the line itself, or what stands in front of it.
bool isInk(QRgb pixel, const std::vector<QColor>& grounds)
{
    constexpr int kNear = 24;
    for (const QColor& ground : grounds) {
        if (std::abs(qRed(pixel) - ground.red()) + std::abs(qGreen(pixel) - ground.green()) +
                std::abs(qBlue(pixel) - ground.blue()) <=
            kNear) {
            return false;
        }
    }
    return true;
}

bool hasInkNear(const QImage& image, QPointF at, const std::vector<QColor>& grounds)
{
    const QPoint middle(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            const QPoint pixel = middle + QPoint(dx, dy);
            if (image.rect().contains(pixel) && isInk(image.pixel(pixel), grounds)) {
                return true;
            }
        }
    }
    return false;
}

// The spikes of one chart as it is shown now.
void lookAt(const BenchStack& bench, std::size_t kpi, Count& count)
{
    ChartPane& pane = *bench.stack.panes()[kpi];
    const QImage image = pane.grab().toImage();
    const ChartFrame& frame = pane.frame();
    const ChartSeries& series = pane.scene()->series.front();
    std::vector<QColor> grounds;
    for (const Ink ink : {Ink::Plot, Ink::Grid, Ink::Hatch, Ink::WarmUp, Ink::Panel}) {
        grounds.push_back(colourOf(Tone::Light, ink));
    }
    for (const std::size_t row : bench.run.spikes(kpi)) {
        const int iteration = series.iterations[row];
        if (iteration <= frame.x.low || iteration >= frame.x.high) {
            continue;
        }
        const QPointF at(frame.px(iteration), frame.py(series.values.values()[row]));
        ++count.seen;
        count.broken += hasInkNear(image, at, grounds) ? 0U : 1U;
    }
}

} // namespace

std::vector<Count> spikeRows()
{
    BenchStack bench;
    Count count{"spikes_not_in_picture", 0, 0};
    int event = 0;
    bench.wheelAndDrag([&](const auto& work) {
        work();
        QCoreApplication::processEvents();
        if (event++ % kLookEvery == 0) {
            for (std::size_t kpi = 0; kpi < kBenchKpis.size(); ++kpi) {
                lookAt(bench, kpi, count);
            }
        }
        return true;
    });
    return {count};
}

} // namespace soak::ui
