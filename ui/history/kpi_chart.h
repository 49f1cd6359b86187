// SPDX-License-Identifier: GPL-3.0-or-later
// One KPI, a mark for each remembered run in order of their starts: its verdict as a shape, the
// target, releases, and where the level changed.
#pragma once

#include "core/history/kpi_history.h"
#include "core/model/gate_profile.h"
#include "ui/compare/plain_axes.h"

#include <QWidget>

#include <optional>

namespace soak::ui
{

class KpiChart final : public QWidget
{
    Q_OBJECT

public:
    explicit KpiChart(const Theme& theme, QWidget* parent = nullptr);

    // nullptr: nothing is known yet.
    void setHistory(std::shared_ptr<const KpiHistory> history);

    // The run with a ring around it; nullopt: none.
    void setCurrent(std::optional<std::int64_t> number);

    [[nodiscard]] std::vector<ChartLabel> labels() const;
    void paint(QPainter& painter, QSizeF size, Tone tone) const;
    // All of it in words.
    [[nodiscard]] QString describe() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void runChosen(std::int64_t number);
    void runActivated(std::int64_t number);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override; // tooltips

private:
    [[nodiscard]] std::vector<std::size_t> shown() const; // runs with a value
    [[nodiscard]] PlainAxes axes(QSizeF size, Tone tone) const;
    void addChanges(PlainAxes& axes, Tone tone) const;
    void addReleases(PlainAxes& axes, Tone tone) const;
    [[nodiscard]] std::optional<std::size_t> runUnder(QPointF at) const;
    [[nodiscard]] QString textOf(std::size_t run) const;
    void paintChanges(QPainter& painter, const PlainAxes& axes, Tone tone) const;
    [[nodiscard]] QStringList changeTexts() const;
    // What the tooltip of the lettering at that place says; "" = nothing.
    [[nodiscard]] QString wholeAt(QPointF at) const;
    void paintRuns(QPainter& painter, const PlainAxes& axes, Tone tone) const;
    void step(int by);
    void name();

    const Theme& m_theme;
    std::shared_ptr<const KpiHistory> m_history;
    std::optional<GateSpec> m_goal;
    std::optional<std::int64_t> m_current;
};

} // namespace soak::ui
