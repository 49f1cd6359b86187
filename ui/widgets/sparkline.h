// SPDX-License-Identifier: GPL-3.0-or-later
// The course of a metric in a line of text height; holes stay holes, the last dot has the colour of
// the verdict (UX 2.5).
#pragma once

#include "core/model/soak_run.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <memory>

namespace soak::ui
{

class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(const Theme& theme, QWidget* parent = nullptr);

    // `firstMarkedRow`: from here on lies the window, which is marked by a line below it.
    void setSeries(std::shared_ptr<const SoakRun> run, Metric metric, Meaning last,
                   std::size_t firstMarkedRow);

    [[nodiscard]] QSize sizeHint() const override;

    // The same in a delegate.
    static void paint(QPainter& painter, const QRectF& box, const Theme& theme,
                      const MetricColumn& column, std::size_t rows, Meaning last);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::shared_ptr<const SoakRun> m_run;
    Metric m_metric = Metric::NetBps;
    Meaning m_last = Meaning::NoData;
    std::size_t m_firstMarkedRow = 0;
};

} // namespace soak::ui
