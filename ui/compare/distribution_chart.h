// SPDX-License-Identifier: GPL-3.0-or-later
// The values of one KPI in the compared iterations, of each run: as steps, bins, boxes or shapes,
// over the axis of the KPI with its target.
#pragma once

#include "ui/compare/plain_axes.h"

#include <QWidget>

#include <optional>

namespace soak::ui
{

enum class DistributionForm { Ecdf, Histogram, Box, Violin };
inline constexpr int kDistributionForms = 4;

class DistributionChart final : public QWidget
{
    Q_OBJECT

public:
    DistributionChart(Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    // `facts` nullptr: `emptyText` is said. `metric`: of kComparedKpis.
    void setFacts(FactsRef facts, std::size_t metric, std::vector<RunInk> runs,
                  std::vector<ChartThreshold> targets, const QString& emptyText);
    void setForm(DistributionForm form);

    [[nodiscard]] DistributionForm form() const { return m_form; }

    [[nodiscard]] std::vector<ChartLabel> labels() const;
    void paint(QPainter& painter, QSizeF size, Tone tone) const;
    // All of it in words: "Risk ratio, share of values: A n 114, median 0.31; B …".
    [[nodiscard]] QString describe() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    // The part of the KPI's axis that is brushed; nullopt: none.
    [[nodiscard]] const std::optional<PlotRange>& brush() const { return m_brush; }

    void clearBrush();

Q_SIGNALS:
    // Iterations with such values are to be picked; nullopt: none any more.
    void brushed(soak::Metric metric, const std::optional<soak::PlotRange>& values);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Layout {
        PlainAxes axes;
        std::size_t rows = 0; // runs that have room, of boxes and shapes
        double band = 0;      // their height
        bool isEmpty = true;

        [[nodiscard]] double middleOf(std::size_t row) const
        {
            return axes.plot.top() + band * (static_cast<double>(row) + 0.5);
        }
    };

    [[nodiscard]] QString title() const;
    [[nodiscard]] const ComparedDistribution* distribution() const;
    [[nodiscard]] Layout layOutFor(QSizeF size, Tone tone) const;
    [[nodiscard]] std::vector<double> endsOf(const ComparedDistribution& all) const;
    [[nodiscard]] double highestOf(const ComparedDistribution& all) const;
    void addRows(Layout& layout, Tone tone) const;
    [[nodiscard]] bool isByRow() const;
    [[nodiscard]] QString stepUnder(const Layout& layout, QPointF at) const;
    void paintSteps(QPainter& painter, const Layout& layout, Tone tone) const;
    void paintBins(QPainter& painter, const Layout& layout, Tone tone) const;
    void paintBoxes(QPainter& painter, const Layout& layout, Tone tone) const;
    void paintShapes(QPainter& painter, const Layout& layout, Tone tone) const;
    void paintBrush(QPainter& painter, const Layout& layout) const;
    void dragBrush(const Layout& layout, QPointF at);
    void setBrush(const std::optional<PlotRange>& brush);
    void name();

    Selection& m_selection;
    const Theme& m_theme;
    FactsRef m_facts;
    std::size_t m_metric = 0;
    std::vector<RunInk> m_runs;
    std::vector<ChartThreshold> m_targets;
    QString m_emptyText;
    DistributionForm m_form = DistributionForm::Ecdf;
    std::optional<PlotRange> m_brush;
    std::optional<double> m_press; // value at which a drag began
    bool m_isDragged = false;
};

} // namespace soak::ui
