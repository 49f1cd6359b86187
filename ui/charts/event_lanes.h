// SPDX-License-Identifier: GPL-3.0-or-later
// Guards, freezes and deltas under the charts, with the window of the verdict and the warm-up.
#pragma once

#include "ui/charts/chart_gestures.h"
#include "ui/charts/lane_scene.h"
#include "ui/charts/read_out.h"
#include "ui/theme/theme.h"

#include <QMenu>
#include <QPixmap>
#include <QWidget>

#include <optional>
#include <vector>

namespace soak::ui
{

// Marks that would lie on each other, told as one.
struct LaneGroup {
    QRectF rect;
    std::size_t lane = 0;
    std::size_t first = 0; // index into the marks of the lane
    std::size_t count = 0; // they follow each other
    FlagKind flag = FlagKind::Applied;
    bool isCounted = false; // of several iterations: says how many marks it stands for
};

class EventLanes final : public QWidget
{
    Q_OBJECT

public:
    explicit EventLanes(const Theme& theme, QWidget* parent = nullptr);

    void setScene(LaneSceneRef scene);
    void setRange(PlotRange x);
    void setPlotEdges(double left, double right);
    // Iteration numbers at the top: where the charts above are scrolled.
    void setAxisShown(bool isShown);
    void showCursor(const ChartCursor& cursor);
    // The list of the deltas of the iterations `from` to `to`: one is picked from it.
    void openDeltas(int from, int to, QPoint globalAt);

    [[nodiscard]] const LaneSceneRef& scene() const { return m_scene; }

    [[nodiscard]] double neededLeft() const;
    [[nodiscard]] QRectF plotRect() const;
    [[nodiscard]] std::vector<ChartLabel> labels() const;
    [[nodiscard]] const std::vector<LaneGroup>& groups() const;
    void paint(QPainter& painter, Tone tone) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rangeRequested(soak::PlotRange range, bool isContinued);
    void allRequested();
    void cursorRequested(int iteration, bool isClick);
    void cursorLeft();
    void activated(const QString& id);
    void noteRequested(int iteration);
    void menuMade(QMenu* menu, int iteration); // that is about to open: more can be added

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] double laneTop(std::size_t lane) const;
    [[nodiscard]] double marksTop() const;
    [[nodiscard]] double px(double iteration) const;
    [[nodiscard]] std::vector<LaneGroup> groupsOf(std::size_t lane, double width) const;
    [[nodiscard]] const LaneGroup* groupAt(const std::vector<LaneGroup>& all, QPointF at) const;
    [[nodiscard]] const LaneMark& markOf(const LaneGroup& group, std::size_t index) const;
    [[nodiscard]] QString textOf(const LaneGroup& group) const;
    void paintGroup(QPainter& painter, const LaneGroup& group, Tone tone) const;
    void paintWindow(QPainter& painter, Tone tone) const;
    void paintCursor(QPainter& painter) const;
    void click(double iteration, QPointF at);
    void openList(const LaneGroup& group, QPoint at);
    [[nodiscard]] QRegion cursorRegion() const;
    void stage();
    void invalidate();
    [[nodiscard]] QRectF rowRect() const; // what stands above the lanes
    void renderBase();
    void renderRow(); // into the base that is there

    const Theme& m_theme;
    LaneSceneRef m_scene;
    PlotRange m_range;
    double m_left = 0;
    double m_right = 0;
    bool m_hasAxis = false;
    ChartCursor m_cursor;
    ChartGestures m_gestures;
    mutable std::optional<std::vector<LaneGroup>> m_groups; // as shown; absent: to be found
    QPixmap m_base;                                         // all but the cursor; null: to be drawn
    bool m_isRowStale = false; // of the base: what stands above the lanes
};

} // namespace soak::ui
