// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include "core/model/soak_run.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kDot = 2.5;
constexpr double kMargin = 3;

struct Extent {
    double low = 0;
    double high = 0;
    bool isEmpty = true;

    void add(double value)
    {
        low = isEmpty ? value : std::min(low, value);
        high = isEmpty ? value : std::max(high, value);
        isEmpty = false;
    }
};

double xOf(std::size_t row, std::size_t rows, const QRectF& box)
{
    return rows < 2 ? box.center().x()
                    : box.left() +
                          box.width() * static_cast<double>(row) / static_cast<double>(rows - 1);
}

double yOf(double value, const Extent& extent, const QRectF& box)
{
    const double span = extent.high - extent.low;
    return span <= 0 ? box.center().y() : box.bottom() - box.height() * (value - extent.low) / span;
}

Extent extentOf(const MetricColumn& column, std::size_t first, std::size_t last)
{
    Extent extent;
    for (std::size_t row = first; row < last; ++row) {
        if (column.isPresent(row)) {
            extent.add(column.values()[row]);
        }
    }
    return extent;
}

// Lowest and highest value of each pixel column; a column without a value breaks the line.
QPainterPath thinnedPath(const MetricColumn& column, std::size_t rows, const Extent& all,
                         const QRectF& box)
{
    QPainterPath path;
    const auto columns = static_cast<std::size_t>(std::max(1.0, box.width()));
    bool isPenDown = false;
    for (std::size_t i = 0; i < columns; ++i) {
        const Extent part = extentOf(column, rows * i / columns, rows * (i + 1) / columns);
        if (part.isEmpty) {
            isPenDown = false;
            continue;
        }
        const double x = box.left() + static_cast<double>(i);
        const QPointF low(x, yOf(part.low, all, box));
        isPenDown ? path.lineTo(low) : path.moveTo(low);
        path.lineTo(QPointF(x, yOf(part.high, all, box)));
        isPenDown = true;
    }
    return path;
}

QPainterPath wholePath(const MetricColumn& column, std::size_t rows, const Extent& all,
                       const QRectF& box)
{
    QPainterPath path;
    bool isPenDown = false;
    for (std::size_t row = 0; row < rows; ++row) {
        if (!column.isPresent(row)) {
            isPenDown = false;
            continue;
        }
        const QPointF point(xOf(row, rows, box), yOf(column.values()[row], all, box));
        if (!isPenDown) {
            path.moveTo(point - QPointF(0.5, 0)); // so that a lone value is seen
        }
        path.lineTo(point);
        isPenDown = true;
    }
    return path;
}

} // namespace

Sparkline::Sparkline(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Sparkline::setSeries(std::shared_ptr<const SoakRun> run, Metric metric, Meaning last,
                          std::size_t firstMarkedRow)
{
    m_run = std::move(run);
    m_metric = metric;
    m_last = last;
    m_firstMarkedRow = firstMarkedRow;
    update();
}

QSize Sparkline::sizeHint() const
{
    return {96, 24};
}

void Sparkline::paint(QPainter& painter, const QRectF& box, const Theme& theme,
                      const MetricColumn& column, std::size_t rows, Meaning last)
{
    const QRectF inner = box.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const Extent all = extentOf(column, 0, rows);
    if (all.isEmpty || inner.width() < 2) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(Ink::Muted), 1));
    const bool isLong = static_cast<double>(rows) > inner.width();
    painter.drawPath(isLong ? thinnedPath(column, rows, all, inner)
                            : wholePath(column, rows, all, inner));
    std::size_t newest = rows;
    while (newest > 0 && !column.isPresent(newest - 1)) {
        --newest;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(chipColours(theme.tone(), last).ink);
    painter.drawEllipse(
        QPointF(xOf(newest - 1, rows, inner), yOf(column.values()[newest - 1], all, inner)), kDot,
        kDot);
    painter.restore();
}

void Sparkline::paintEvent(QPaintEvent* /*event*/)
{
    if (!m_run) {
        return;
    }
    QPainter painter(this);
    const QRectF box = rect();
    const std::size_t rows = m_run->table.rowCount();
    paint(painter, box, m_theme, m_run->table.column(m_metric), rows, m_last);
    if (m_firstMarkedRow < rows) {
        const QRectF inner = box.adjusted(kMargin, 0, -kMargin, 0);
        painter.setPen(QPen(m_theme.colour(Ink::Muted), 1));
        const double y = box.bottom() - 0.5;
        painter.drawLine(QPointF(xOf(m_firstMarkedRow, rows, inner), y), QPointF(inner.right(), y));
    }
}

} // namespace soak::ui
