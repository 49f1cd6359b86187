// SPDX-License-Identifier: GPL-3.0-or-later
// A line for each run over upright axes: the overrides in which the runs differ, and the KPIs.
#pragma once

#include "ui/compare/plain_axes.h"

#include <QWidget>

#include <map>
#include <optional>

namespace soak::ui
{

class ParallelChart final : public QWidget
{
    Q_OBJECT

public:
    ParallelChart(Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    void setFacts(FactsRef facts, std::vector<RunInk> runs, const QString& emptyText);

    // The runs whose values lie in every brushed part of an axis; all while none is brushed.
    [[nodiscard]] std::vector<std::size_t> matching() const;

    [[nodiscard]] bool hasBrush() const { return !m_brushes.empty(); }

    void clearBrushes();

    [[nodiscard]] std::vector<ChartLabel> labels() const;
    void paint(QPainter& painter, QSizeF size, Tone tone) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    // Other parts of the axes are brushed, or none; `what`: which, for people.
    void brushed(const QString& what);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Layout;

    // A part of an axis, from 0 at its foot to 1 at its top.
    struct Part {
        double low = 0;
        double high = 1;
    };

    [[nodiscard]] std::optional<std::size_t> axisUnder(const Layout& layout, QPointF at) const;
    [[nodiscard]] static double shareAt(const Layout& layout, double y);
    void dragBrush(const Layout& layout, QPointF at);
    void tellBrush();
    void paintBrushes(QPainter& painter, const Layout& layout, Tone tone) const;
    [[nodiscard]] Layout layOutFor(QSizeF size, Tone tone) const;
    void name();

    Selection& m_selection;
    const Theme& m_theme;
    FactsRef m_facts;
    std::vector<RunInk> m_runs;
    QString m_emptyText;
    std::map<std::size_t, Part> m_brushes; // by axis of the facts
    std::size_t m_keyAxis = 0;             // that the keys move, of those that have room
    std::optional<std::size_t> m_press;    // axis of a drag
    double m_pressShare = 0;
    bool m_isDragged = false;
};

} // namespace soak::ui
