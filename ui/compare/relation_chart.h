// SPDX-License-Identifier: GPL-3.0-or-later
// An override against a KPI: a point for each iteration, in the colour of its run.
#pragma once

#include "ui/compare/plain_axes.h"

#include <QPixmap>
#include <QWidget>

namespace soak::ui
{

using RelationRef = std::shared_ptr<const Relation>;

// "rho −0.61 of 220 iterations"; why there is none.
QString relationText(const Relation& relation);

class RelationChart final : public QWidget
{
    Q_OBJECT

public:
    RelationChart(Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    // `relation` nullptr: `emptyText` is said.
    void setRelation(RelationRef relation, const QString& parameter, Metric metric,
                     std::vector<RunInk> runs, const QString& emptyText);

    // What is chosen by a frame drawn over the points: of `relation()`, ascending.
    [[nodiscard]] const std::vector<std::size_t>& chosen() const { return m_chosen; }

    [[nodiscard]] const RelationRef& relation() const { return m_relation; }

    void clearChosen();

    [[nodiscard]] std::vector<ChartLabel> labels() const;
    void paint(QPainter& painter, QSizeF size, Tone tone) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosenChanged();
    void pointActivated(const QString& identity, int iteration); // a click on it

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] PlainAxes axes(QSizeF size, Tone tone) const;
    [[nodiscard]] std::optional<std::size_t> pointUnder(QPointF at) const;
    void choose(const QRectF& frame);
    void takePicked();
    void name();

    Selection& m_selection;
    const Theme& m_theme;
    RelationRef m_relation;
    QString m_parameter;
    Metric m_metric = Metric::NetBps;
    std::vector<RunInk> m_runs;
    QString m_emptyText;
    std::vector<std::size_t> m_chosen;
    std::optional<QPointF> m_press;
    QRectF m_frame; // being drawn; empty: none
};

} // namespace soak::ui
