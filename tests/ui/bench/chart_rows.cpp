// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bench/bench_stack.h"
#include "tests/ui/bench/rows.h"

#include <set>

namespace soak::ui
{
namespace
{

constexpr int kAppends = 250; // five seconds of fifty

// Counts the paints of the charts it is told of.
class PaintCounter final : public QObject
{
public:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            painted.insert(watched);
        }
        return false;
    }

    std::set<QObject*> painted;
};

Times wheelAndDrag(BenchStack& bench)
{
    Times times{"wheel_and_drag_4x1M", 16, 0, {}, {}};
    PaintCounter counter;
    std::set<std::pair<double, double>> ranges;
    for (ChartPane* pane : bench.stack.panes()) {
        pane->installEventFilter(&counter);
    }
    bench.wheelAndDrag([&](const auto& work) {
        counter.painted.clear();
        const PlotRange before = bench.stack.shownRange();
        const Sample sample = timed(work);
        const PlotRange shown = bench.stack.shownRange();
        if (shown == before) {
            return false;
        }
        SOAK_ASSERT(counter.painted.size() == kBenchKpis.size());
        times.all.push_back(sample);
        ranges.insert({shown.low, shown.high});
        return true;
    });
    SOAK_ASSERT(ranges.size() > kBenchEvents * 9 / 10);
    return times;
}

Times cursorMoves(BenchStack& bench)
{
    Times times{"cursor_move", 1, 0, {}, {}};
    bench.stack.showAll();
    QCoreApplication::processEvents();
    ChartPane& pane = *bench.stack.panes().front();
    const QRectF plot = pane.plotRect();
    for (int i = 0; i < kBenchEvents; ++i) {
        const QPointF at(plot.left() + plot.width() * i / kBenchEvents, plot.center().y());
        times.all.push_back(timed([&] { sendMouse(pane, QEvent::MouseMove, at, {}); }));
    }
    return times;
}

Times appends(BenchStack& bench)
{
    Times times{"append_at_1M", 4, 0, {}, {}};
    for (int i = 0; i < kAppends; ++i) {
        times.all.push_back(timed([&] { bench.grow(); }));
    }
    return times;
}

} // namespace

std::vector<Times> chartRows()
{
    BenchStack bench;
    std::vector<Times> rows;
    rows.push_back(wheelAndDrag(bench));
    rows.push_back(cursorMoves(bench));
    rows.push_back(appends(bench));
    return rows;
}

} // namespace soak::ui
