// SPDX-License-Identifier: GPL-3.0-or-later
// One chart: draws a ChartScene and says what the person did. It holds no selection; who owns one
// listens to the requests and answers with setRange() and showCursor().
#pragma once

#include "ui/charts/chart_gestures.h"
#include "ui/charts/read_out.h"
#include "ui/charts/series_shape.h"
#include "ui/charts/under_layer.h"
#include "ui/theme/theme.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <map>
#include <memory>
#include <optional>
#include <vector>

class QToolButton;

namespace soak::ui
{

class ChartCanvas;

// Whether iteration numbers stand under an exported chart.
enum class ChartAxis { AsShown, Always };

class ChartPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartPane(const Theme& theme, QWidget* parent = nullptr);
    ~ChartPane() override;

    void setScene(SceneRef scene);

    [[nodiscard]] const SceneRef& scene() const { return m_scene; }

    void setRange(PlotRange x);
    // Left and right edge of the plot, shared by a column; in pixels of this widget.
    void setPlotEdges(double left, double right);
    // Iteration numbers under the plot: the lowest chart of a column has them.
    void setAxisShown(bool isShown);
    // One of many: low, and not to be removed by itself.
    void setSmall(bool isSmall);
    void setRemovable(bool isRemovable); // it has a button for that
    void showCursor(const ChartCursor& cursor);
    // Positions along x whose values get a ring, by run.
    void showPicked(std::map<QString, std::vector<int>> picked);
    // The run whose line stands out; "" = none does.
    void setHighlight(const QString& run);
    // The run whose line lies under a place of the plot; "" = none, or the only one.
    [[nodiscard]] QString runAt(QPointF at) const;
    // Whether there is a threshold of the gate profile: its line can be dragged.
    [[nodiscard]] bool hasEditableThreshold() const;
    void editThreshold(); // asks for another value
    void showAllValues(); // ends a zoom along y

    [[nodiscard]] double neededLeft() const; // pixels that the numbers left of the plot need
    [[nodiscard]] QRectF plotRect() const;
    [[nodiscard]] const ChartFrame& frame() const;
    // All lettering that is shown, with the rectangles it fills.
    [[nodiscard]] std::vector<ChartLabel> labels() const;
    [[nodiscard]] QString describe(double x) const;

    // The same scene and range in `target`, lettering and lines `scale` times as large.
    void paint(QPainter& painter, const QRectF& target, Tone tone, double scale,
               ChartAxis axis = ChartAxis::AsShown) const;

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void rangeRequested(soak::PlotRange range, bool isContinued);
    void allRequested();
    void cursorRequested(int iteration, bool isClick);
    void cursorLeft();
    void runPointed(const QString& run); // under the pointer; "" = none
    void activated(const QString& id);   // "delta:27"
    // Several flags lie under a click: those of the iterations `from` to `to`.
    void flagsRequested(int from, int to, QPoint globalAt);
    void removeRequested();
    // Another threshold of that gate, as a what-if.
    void thresholdRequested(const QString& gate, double value);
    void menuRequested(QPoint globalAt);
    void edgesChanged(); // neededLeft() is another

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    static constexpr double kButtonRoom = 20; // of the title row

    [[nodiscard]] FrameOptions optionsFor(QSizeF size, Tone tone) const;
    // Says in `frame` how many values are not drawn, if any.
    static void addThinned(ChartFrame& frame, const std::vector<SeriesShape>& shapes, Tone tone,
                           double reservedRight);
    [[nodiscard]] std::optional<int> precedingFlag() const;
    [[nodiscard]] QRegion cursorRegion() const;
    void connectGestures();
    void invalidate();
    void renderBase();
    void paintLines(QPainter& painter, const std::vector<SeriesShape>& shapes) const;
    void renderPart(const QRectF& part);
    // Draws what is new since `before` into the base; false: all is to be drawn again.
    bool growBase(const ChartScene& before);
    [[nodiscard]] std::vector<QPen> pens() const;
    void paintCursor(QPainter& painter) const;
    void paintPicked(QPainter& painter) const;
    void paintMark(QPainter& painter, int iteration, Qt::PenStyle style, const QColor& ink) const;
    void zoomValues(double factor, double pixelY);
    void click(double iteration, QPointF at);
    void pointRun(QPointF at);
    [[nodiscard]] QString levelAt(QPointF at) const;
    // chart_pane_threshold.cpp
    [[nodiscard]] std::optional<std::size_t> thresholdAt(QPointF at) const;
    void keepDragged(const ChartScene& before);
    bool beginThreshold(const QMouseEvent& event);
    void moveThreshold(const QMouseEvent& event);
    void endThreshold(const QMouseEvent& event);
    void paintThreshold(QPainter& painter) const;
    void updateButton();
    void updateName();

    const Theme& m_theme;
    SceneRef m_scene;
    PlotRange m_range;
    std::optional<PlotRange> m_values;    // zoomed along y
    std::optional<std::size_t> m_dragged; // threshold of the scene
    double m_draggedTo = 0;
    double m_dragStart = 0; // pixels from the top
    double m_left = 0;
    double m_right = 0;
    bool m_hasAxis = true;
    bool m_isSmall = false;
    bool m_isRemovable = true;
    ChartCursor m_cursor;
    QString m_highlighted;
    std::map<QString, std::vector<int>> m_picked;
    QString m_pointed; // as last told
    std::unique_ptr<ChartCanvas> m_canvas;
    ChartGestures m_gestures;
    QToolButton* m_remove = nullptr;
    QTimer m_settled; // after dragging: smooth lines again
    mutable std::optional<ChartFrame> m_frame;
    std::vector<SeriesShape> m_shapes;
    UnderLayer m_under;
    QPixmap m_base; // all but what follows the cursor; null: to be drawn
};

} // namespace soak::ui
