// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_text.h"
#include "ui/charts/chart_painter.h"
#include "ui/compare/parallel_layout.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/gate_words.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kLeastAxis = 70; // pixels between two axes
constexpr double kLineReach = 6;
constexpr float kPale = 0.2F; // ink of a run outside of what is brushed

} // namespace

ParallelChart::ParallelChart(Selection& selection, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
    connect(&selection, &Selection::highlightChanged, this, QOverload<>::of(&QWidget::update));
}

void ParallelChart::setFacts(FactsRef facts, std::vector<RunInk> runs, const QString& emptyText)
{
    if (facts != m_facts) {
        m_brushes.clear(); // they are of other axes
    }
    m_facts = std::move(facts);
    m_runs = std::move(runs);
    m_emptyText = emptyText;
    name();
    update();
}

void ParallelChart::name()
{
    QStringList parts;
    if (m_facts) {
        for (const ParallelAxis& axis : m_facts->parallel.axes) {
            parts << tr("%1 from %2 to %3")
                         .arg(axisTitle(axis), axisNumber(axis, axis.low),
                              axisNumber(axis, axis.high));
        }
    }
    setAccessibleName(tr("What differs, and the KPIs") + QStringLiteral(": ") +
                      (parts.isEmpty() ? m_emptyText : parts.join(QStringLiteral("; "))));
}

ParallelChart::Layout ParallelChart::layOutFor(QSizeF size, Tone tone) const
{
    Layout layout;
    layout.card = bareCard(size, tr("What differs, and the KPIs"), tone);
    if (!m_facts || m_facts->parallel.axes.empty()) {
        layout.card.labels.push_back(
            emptyLabel(layout.card.plot, m_facts ? tr("No run has a value") : m_emptyText, tone));
        return layout;
    }
    const ParallelCoordinates& all = m_facts->parallel;
    const double row = textHeight() + 2;
    const double side = kLeastAxis / 2;
    layout.plot = layout.card.plot.adjusted(side, 2 * row, -side, -row);
    // Those that have room; the goals, which come last, always.
    const auto room =
        static_cast<std::size_t>(std::max(1.0, std::floor(layout.plot.width() / kLeastAxis) + 1));
    const std::size_t first = all.axes.size() > room ? all.axes.size() - room : 0;
    const std::size_t count = all.axes.size() - first;
    layout.first = first;
    if (first > 0) {
        addBadgeText(layout.card, tr("%1 of %2 axes").arg(count).arg(all.axes.size()), tone);
    }
    const QColor muted = colourOf(tone, Ink::Muted);
    const double step = count > 1 ? layout.plot.width() / static_cast<double>(count - 1) : 0;
    const QFontMetricsF metrics(Theme::smallFont());
    layout.lines.resize(all.values.size());
    for (std::size_t i = 0; i < count; ++i) {
        const ParallelAxis& axis = all.axes[first + i];
        const double x = count > 1 ? layout.plot.left() + static_cast<double>(i) * step
                                   : layout.plot.center().x();
        layout.x.push_back(x);
        const auto put = [&](const QString& text, double centre, LabelRole role,
                             const QColor& colour) {
            const QString shown =
                metrics.elidedText(text, Qt::ElideMiddle, std::max(step, kLeastAxis) - 8);
            const double wide = textWidth(shown);
            const double most = layout.card.card.right() - kCardPadding - wide;
            layout.card.labels.push_back(
                labelAt(shown, std::clamp(x - wide / 2, kCardPadding, std::max(kCardPadding, most)),
                        centre, role, colour));
        };
        put(axisTitle(axis), layout.plot.top() - 1.5 * row, LabelRole::Series,
            colourOf(tone, Ink::Text));
        put(axisNumber(axis, axis.high), layout.plot.top() - row / 2, LabelRole::YTick, muted);
        put(axisNumber(axis, axis.low), layout.plot.bottom() + row / 2, LabelRole::YTick, muted);
        for (std::size_t run = 0; run < all.values.size(); ++run) {
            const std::optional<double> value = all.values[run][first + i];
            const double width = axis.high - axis.low;
            const double y = !value      ? std::nan("")
                             : width > 0 ? layout.plot.bottom() -
                                               (*value - axis.low) / width * layout.plot.height()
                                         : layout.plot.center().y();
            layout.lines[run].emplace_back(x, y);
        }
    }
    return layout;
}

std::vector<ChartLabel> ParallelChart::labels() const
{
    return layOutFor(size(), m_theme.tone()).card.labels;
}

void ParallelChart::paint(QPainter& painter, QSizeF size, Tone tone) const
{
    const Layout layout = layOutFor(size, tone);
    paintAxes(painter, layout.card, tone);
    painter.setPen(QPen(colourOf(tone, Ink::Border), 1));
    for (const double x : layout.x) {
        painter.drawLine(QPointF(crisp(x), layout.plot.top()),
                         QPointF(crisp(x), layout.plot.bottom()));
    }
    const std::vector<std::size_t> matching = this->matching();
    for (std::size_t run = std::min(m_runs.size(), layout.lines.size()); run-- > 0;) {
        QColor colour = inkOf(m_runs[run], tone, m_selection.highlighted());
        if (!std::ranges::binary_search(matching, run)) {
            colour.setAlphaF(kPale);
        }
        painter.setPen(QPen(colour, run == 0 ? 2 : 1.5, dashOf(m_runs[run].slot)));
        const std::vector<QPointF>& line = layout.lines[run];
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (i > 0 && std::isfinite(line[i].y()) && std::isfinite(line[i - 1].y())) {
                painter.drawLine(line[i - 1], line[i]);
            }
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        for (const QPointF& point : line) {
            if (std::isfinite(point.y())) {
                painter.drawEllipse(point, 2.5, 2.5);
            }
        }
        painter.setBrush(Qt::NoBrush);
    }
    paintBrushes(painter, layout, tone);
}

void ParallelChart::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, size(), m_theme.tone());
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.colour(Ink::Accent), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

void ParallelChart::mouseMoveEvent(QMouseEvent* event)
{
    QWidget::mouseMoveEvent(event);
    const Layout layout = layOutFor(size(), m_theme.tone());
    const QPointF at = event->position();
    if (m_press) {
        dragBrush(layout, at);
        return;
    }
    QString run;
    double least = kLineReach;
    for (std::size_t i = 0; m_runs.size() > 1 && i < layout.lines.size(); ++i) {
        const std::vector<QPointF>& line = layout.lines[i];
        for (std::size_t k = 1; k < line.size(); ++k) {
            if (at.x() < line[k - 1].x() || at.x() > line[k].x()) {
                continue;
            }
            const double share = (at.x() - line[k - 1].x()) / (line[k].x() - line[k - 1].x());
            const double away =
                std::abs(line[k - 1].y() + share * (line[k].y() - line[k - 1].y()) - at.y());
            if (away < least) {
                least = away;
                run = m_runs.at(i).identity;
            }
        }
    }
    m_selection.highlight(run);
}

void ParallelChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_selection.highlight({});
}

void ParallelChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        name();
        update();
    }
}

QSize ParallelChart::sizeHint() const
{
    return {480, 220};
}

QSize ParallelChart::minimumSizeHint() const
{
    return {260, 84};
}

} // namespace soak::ui
