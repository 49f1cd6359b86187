// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes over the iterations, painted. Left and Right move the cursor, with Ctrl to the next edge;
// Enter or a click on an edge goes to the event that it is.
#pragma once

#include "core/analysis/explain.h"
#include "ui/charts/chart_frame.h"
#include "ui/session/view_context.h"
#include "ui/views/guard_lane_list.h"

#include <QPixmap>
#include <QWidget>

#include <vector>

namespace soak::ui
{

class GuardLaneChart final : public QWidget
{
    Q_OBJECT

public:
    explicit GuardLaneChart(const ViewContext& context, QWidget* parent = nullptr);

    // `first` and `last`: the iterations of the run.
    // `edges`: edgesOf(lanes).
    void setLanes(std::vector<Lane> lanes, std::vector<int> edges, int first, int last);

    [[nodiscard]] const std::vector<Lane>& lanes() const { return m_lanes; }

    // All lanes at `iteration`, a line each; what an assistive tool reads there.
    [[nodiscard]] QString describe(int iteration) const;

    [[nodiscard]] QRectF plotRect() const;
    // Of a lane of lanes(), within the plot.
    [[nodiscard]] QRectF laneRect(std::size_t lane) const;
    // All lettering, with the rectangles it fills. What is shortened is told in a tooltip.
    [[nodiscard]] std::vector<ChartLabel> labels() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkActivated(const soak::TextLink& link);
    // The edge of a lane: what began in `iteration`, or was over in it, and what that is.
    void edgeActivated(int iteration, const QString& subject);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] ViewRange range() const;
    [[nodiscard]] double xOf(double iteration) const; // of the left edge of its cell
    [[nodiscard]] std::optional<int> iterationAt(double x) const;
    [[nodiscard]] std::optional<std::size_t> laneAt(double y) const;
    [[nodiscard]] static int heightOf(const Lane& lane);
    void invalidate();
    void paintLanes(QPainter& painter) const;
    void paintLane(QPainter& painter, const Lane& lane, double top) const;
    void paintTimer(QPainter& painter, const Lane& lane, const QRectF& box) const;
    // The part of a lane's height below the gap over its group.
    [[nodiscard]] QRectF boxOf(const Lane& lane, double top) const;
    void addAxis(std::vector<ChartLabel>& labels) const;
    void moveTo(int iteration);
    void activate(int iteration);
    void activateEnd(const Lane& lane, const LaneSpan& span);

    ViewContext m_context;
    std::vector<Lane> m_lanes;
    std::vector<int> m_edges;
    int m_first = 1;
    int m_last = 1;
    int m_names = 0; // pixels left of the plot
    int m_right = 0; // and right of it
    QPixmap m_base;  // all but the cursor; null: to be drawn
};

} // namespace soak::ui
