// SPDX-License-Identifier: GPL-3.0-or-later
// The whole run in a strip, with the part that the charts show; a brush over it shows another part.
#pragma once

#include "ui/charts/series_shape.h"
#include "ui/theme/theme.h"

#include <QPixmap>
#include <QWidget>

#include <optional>
#include <vector>

namespace soak::ui
{

class OverviewStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewStrip(const Theme& theme, QWidget* parent = nullptr);

    void setScene(SceneRef scene);
    void setDomain(PlotRange domain);
    void setRange(PlotRange x);
    void setPlotEdges(double left, double right);

    [[nodiscard]] double neededLeft() const;
    [[nodiscard]] QRectF plotRect() const;
    [[nodiscard]] QRectF brushRect() const;
    [[nodiscard]] std::vector<ChartLabel> labels() const;
    void paint(QPainter& painter, Tone tone) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rangeRequested(soak::PlotRange range, bool isContinued);
    void allRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Grip { Low, High, Whole, New };

    [[nodiscard]] double px(double iteration) const;
    [[nodiscard]] double at(double pixel) const;
    [[nodiscard]] Grip gripAt(double pixel) const;
    void ask(PlotRange range);
    void invalidate();
    [[nodiscard]] QRectF grownPart() const;
    void growBase();

    const Theme& m_theme;
    SceneRef m_scene;
    PlotRange m_domain;
    PlotRange m_range;
    double m_left = 0;
    double m_right = 0;
    std::optional<double> m_press; // iteration under the pointer when it was pressed
    PlotRange m_rangeAtPress;
    Grip m_grip = Grip::New;
    bool m_hasAsked = false;                    // in this drag
    mutable std::optional<SeriesShape> m_shape; // as painted; absent: to be made
    mutable std::optional<int> m_grownFrom;     // the run has only grown since then
    QPixmap m_base;                             // null: to be drawn
};

} // namespace soak::ui
