// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and wheel mean over a stretch of iterations (UX 2.2); charts, lanes and the overview
// share it. Holds no range: it asks for one.
#pragma once

#include "ui/charts/chart_scene.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointF>
#include <QRectF>

#include <optional>

class QMouseEvent;
class QWheelEvent;

namespace soak::ui
{

class ChartGestures final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // The plot, what it shows, and all there is.
    void setStage(const QRectF& plot, PlotRange shown, PlotRange domain);

    void press(QMouseEvent& event);
    void move(QMouseEvent& event);
    void release(QMouseEvent& event);
    void doubleClick(QMouseEvent& event);
    void leave();
    void wheel(QWheelEvent& event);

    [[nodiscard]] std::optional<PlotRange> brush() const { return m_brush; } // while it is drawn

    [[nodiscard]] bool isDragging() const { return m_press && m_isDrag; }

Q_SIGNALS:
    // `isContinued`: still the same movement as the request before.
    void rangeRequested(soak::PlotRange range, bool isContinued);
    void allRequested();
    void valueZoomRequested(double factor, double pixelY); // Ctrl + wheel
    void hovered(double iteration, QPointF at);
    void clicked(double iteration, QPointF at);
    void left();
    void brushChanged();

private:
    [[nodiscard]] double at(double pixel) const;
    void request(PlotRange range, bool isContinued);
    bool continuesWheel();

    QRectF m_plot;
    PlotRange m_shown;
    PlotRange m_domain;
    std::optional<QPointF> m_press;
    PlotRange m_shownAtPress;
    bool m_isPan = false;
    bool m_isDrag = false;
    bool m_hasPanned = false;
    std::optional<PlotRange> m_brush;
    QElapsedTimer m_lastWheel;
};

// `range` moved and cut so that it lies in `domain`; at least two iterations wide.
PlotRange clampedRange(PlotRange range, PlotRange domain);
// `range` with `factor` of its width, `anchor` staying where it is.
PlotRange zoomed(PlotRange range, double factor, double anchor);

} // namespace soak::ui
