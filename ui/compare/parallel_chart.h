// SPDX-License-Identifier: GPL-3.0-or-later
// A line for each run over upright axes: the overrides in which the runs differ, and the KPIs.
#pragma once

#include "ui/compare/plain_axes.h"

#include <QWidget>

namespace soak::ui
{

class ParallelChart final : public QWidget
{
    Q_OBJECT

public:
    ParallelChart(Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    void setFacts(FactsRef facts, std::vector<RunInk> runs, const QString& emptyText);

    [[nodiscard]] std::vector<ChartLabel> labels() const;
    void paint(QPainter& painter, QSizeF size, Tone tone) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Layout;
    [[nodiscard]] Layout layOutFor(QSizeF size, Tone tone) const;
    void name();

    Selection& m_selection;
    const Theme& m_theme;
    FactsRef m_facts;
    std::vector<RunInk> m_runs;
    QString m_emptyText;
};

} // namespace soak::ui
