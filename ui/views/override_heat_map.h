// SPDX-License-Identifier: GPL-3.0-or-later
// Parameter by iteration: how high each value stands within its own range, a tick where it changed.
// Arrows move the chosen cell, Enter goes there.
#pragma once

#include "core/analysis/explain.h"
#include "ui/charts/chart_frame.h"
#include "ui/session/view_context.h"

#include <QPixmap>
#include <QWidget>

#include <vector>

namespace soak::ui
{

class OverrideHeatMap final : public QWidget
{
    Q_OBJECT

public:
    explicit OverrideHeatMap(const ViewContext& context, QWidget* parent = nullptr);

    // Values in force during the iterations of the run; nullptr: nothing. Parameters that never
    // change are left out when others do.
    void setRun(std::shared_ptr<const SoakRun> run);

    [[nodiscard]] bool isEmpty() const { return m_parameters.empty(); }

    // "min_interval_ms at #12: 77, was 72"
    [[nodiscard]] QString cellText(std::size_t parameter, std::size_t row) const;

    [[nodiscard]] std::size_t parameterCount() const { return m_parameters.size(); }

    [[nodiscard]] QRectF plotRect() const;
    // All lettering, with the rectangles it fills. What is shortened is told in a tooltip.
    [[nodiscard]] std::vector<ChartLabel> labels() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkActivated(const soak::TextLink& link);
    // Of the change that led to a cell: the iteration after which it was applied.
    void parameterMenuRequested(int iteration, const QString& parameter, QPoint globalAt);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Parameter {
        std::string name;
        std::string path;
        double low = 0;
        double high = 0;
    };

    struct Cell {
        std::size_t parameter = 0;
        std::size_t row = 0;
    };

    [[nodiscard]] std::optional<double> valueAt(std::size_t parameter, std::size_t row) const;
    [[nodiscard]] std::optional<Cell> cellAt(const QPointF& at) const;
    [[nodiscard]] double xOf(std::size_t row) const;
    void choose(const Cell& cell);
    void paintParameter(QPainter& painter, std::size_t parameter) const;
    void invalidate();
    void addAxis(std::vector<ChartLabel>& labels) const;

    ViewContext m_context;
    std::shared_ptr<const SoakRun> m_run;
    std::vector<Parameter> m_parameters;
    Cell m_chosen;
    QPixmap m_base; // all but cursor and choice; null: to be drawn
};

} // namespace soak::ui
