// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/distribution_chart.h"

#include "ui/charts/chart_painter.h"
#include "ui/theme/numbers.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kLeastBand = 14; // pixels of a run in boxes and shapes
constexpr double kNameRoom = 72;  // at most, left of them

} // namespace

DistributionChart::DistributionChart(Selection& selection, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
    connect(&selection, &Selection::highlightChanged, this, QOverload<>::of(&QWidget::update));
}

void DistributionChart::setFacts(FactsRef facts, std::size_t metric, std::vector<RunInk> runs,
                                 std::vector<ChartThreshold> targets, const QString& emptyText)
{
    m_facts = std::move(facts);
    if (metric != m_metric) {
        m_brush.reset(); // it is of another axis
    }
    m_metric = metric;
    m_runs = std::move(runs);
    m_targets = std::move(targets);
    m_emptyText = emptyText;
    name();
    update();
}

void DistributionChart::clearBrush()
{
    if (m_brush) {
        m_brush.reset();
        update();
    }
}

void DistributionChart::setForm(DistributionForm form)
{
    if (form != m_form) {
        m_form = form;
        name();
        update();
    }
}

const ComparedDistribution* DistributionChart::distribution() const
{
    return m_facts && m_metric < m_facts->distributions.size() ? &m_facts->distributions[m_metric]
                                                               : nullptr;
}

bool DistributionChart::isByRow() const
{
    return m_form == DistributionForm::Box || m_form == DistributionForm::Violin;
}

QString DistributionChart::describe() const
{
    const ComparedDistribution* all = distribution();
    const QString title = metricTitleWithUnit(kComparedKpis.at(m_metric));
    if (all == nullptr) {
        return title + QStringLiteral(": ") + m_emptyText;
    }
    QStringList parts;
    for (std::size_t i = 0; i < m_runs.size() && i < all->boxes.size(); ++i) {
        const std::optional<BoxStatistics>& box = all->boxes[i];
        parts << (box ? tr("%1: n %2, median %3, p95 %4")
                            .arg(m_runs[i].label)
                            .arg(box->n)
                            .arg(metricText(box->median, all->metric),
                                 metricText(box->p95, all->metric))
                      : tr("%1: no value").arg(m_runs[i].label));
    }
    return title + QStringLiteral("; ") + parts.join(QStringLiteral("; "));
}

void DistributionChart::name()
{
    setToolTip(title()); // which is shortened in a narrow card
    setAccessibleName(describe());
}

// The ends of all that is drawn along the axis of the KPI.
std::vector<double> DistributionChart::endsOf(const ComparedDistribution& all) const
{
    std::vector<double> ends;
    for (std::size_t i = 0; i < all.boxes.size(); ++i) {
        if (all.boxes[i]) {
            ends.insert(ends.end(), {all.boxes[i]->min, all.boxes[i]->max});
        }
        if (m_form == DistributionForm::Violin && !all.densities[i].empty()) {
            ends.insert(ends.end(),
                        {all.densities[i].front().value, all.densities[i].back().value});
        }
    }
    return ends;
}

// The share of all values, or how many values the fullest bin has.
double DistributionChart::highestOf(const ComparedDistribution& all) const
{
    double highest = 1;
    if (m_form == DistributionForm::Histogram) {
        for (const std::vector<std::size_t>& counts : all.histogram.counts) {
            for (const std::size_t count : counts) {
                highest = std::max(highest, static_cast<double>(count));
            }
        }
    }
    return highest;
}

// A band for each run that has room, with its name.
void DistributionChart::addRows(Layout& layout, Tone tone) const
{
    PlainAxes& axes = layout.axes;
    axes.yTicks = {};
    const double room = axes.plot.height();
    const auto most = static_cast<std::size_t>(std::max(1.0, std::floor(room / kLeastBand)));
    layout.rows = std::min(m_runs.size(), most);
    layout.band = std::min(room / static_cast<double>(layout.rows), 3 * kLeastBand);
    const QFontMetricsF metrics(Theme::smallFont());
    for (std::size_t row = 0; row < layout.rows; ++row) {
        const QString text = metrics.elidedText(m_runs[row].label, Qt::ElideMiddle, kNameRoom);
        axes.labels.push_back(labelAt(text, axes.plot.left() - 6 - textWidth(text),
                                      layout.middleOf(row), LabelRole::Series,
                                      runColour(tone, m_runs[row].slot)));
    }
    if (layout.rows < m_runs.size()) {
        addBadgeText(axes, tr("%1 of %2 runs").arg(layout.rows).arg(m_runs.size()), tone);
    }
}

QString DistributionChart::title() const
{
    static constexpr std::array kTitles{
        QT_TR_NOOP("%1: share of values up to"), QT_TR_NOOP("%1: values in bins"),
        QT_TR_NOOP("%1: quartiles, whiskers and outliers"), QT_TR_NOOP("%1: density")};
    return tr(kTitles.at(static_cast<std::size_t>(m_form)))
        .arg(metricTitleWithUnit(kComparedKpis.at(m_metric)));
}

DistributionChart::Layout DistributionChart::layOutFor(QSizeF size, Tone tone) const
{
    const ComparedDistribution* all = distribution();
    std::vector<double> ends = all == nullptr ? std::vector<double>() : endsOf(*all);
    Layout layout;
    layout.isEmpty = ends.empty();
    AxesWish wish;
    wish.size = size;
    wish.title = title();
    wish.tone = tone;
    if (layout.isEmpty) {
        layout.axes = bareCard(size, wish.title, tone);
        layout.axes.labels.push_back(emptyLabel(
            layout.axes.plot, all == nullptr ? m_emptyText : tr("No run has a value"), tone));
        return layout;
    }
    for (const ChartThreshold& target : m_targets) {
        ends.push_back(target.value);
    }
    wish.x = rangeOf(ends).value_or(PlotRange{});
    wish.y = PlotRange{0, highestOf(*all)};
    wish.hasYNumbers = !isByRow();
    for (const RunInk& run : m_runs) {
        wish.left = isByRow() ? std::max(wish.left, std::min(textWidth(run.label), kNameRoom)) : 0;
    }
    layout.axes = axesFor(wish);
    if (isByRow()) {
        addRows(layout, tone);
    }
    return layout;
}

std::vector<ChartLabel> DistributionChart::labels() const
{
    return layOutFor(size(), m_theme.tone()).axes.labels;
}

void DistributionChart::paintSteps(QPainter& painter, const Layout& layout, Tone tone) const
{
    const ComparedDistribution& all = *distribution();
    for (std::size_t i = std::min(m_runs.size(), all.ecdf.size()); i-- > 0;) {
        QPolygonF line;
        double share = 0;
        for (const EcdfStep& step : all.ecdf[i]) {
            line << QPointF(layout.axes.px(step.value), layout.axes.py(share))
                 << QPointF(layout.axes.px(step.value), layout.axes.py(step.share));
            share = step.share;
        }
        painter.setPen(QPen(inkOf(m_runs[i], tone, m_selection.highlighted()), i == 0 ? 2 : 1.5,
                            dashOf(m_runs[i].slot)));
        painter.drawPolyline(line);
    }
}

void DistributionChart::paintBins(QPainter& painter, const Layout& layout, Tone tone) const
{
    const Histogram& histogram = distribution()->histogram;
    for (std::size_t i = std::min(m_runs.size(), histogram.counts.size()); i-- > 0;) {
        QPolygonF line;
        line << QPointF(layout.axes.px(histogram.edges.front()), layout.axes.py(0));
        for (std::size_t bin = 0; bin < histogram.counts[i].size(); ++bin) {
            const double y = layout.axes.py(static_cast<double>(histogram.counts[i][bin]));
            line << QPointF(layout.axes.px(histogram.edges[bin]), y)
                 << QPointF(layout.axes.px(histogram.edges[bin + 1]), y);
        }
        line << QPointF(layout.axes.px(histogram.edges.back()), layout.axes.py(0));
        QColor colour = inkOf(m_runs[i], tone, m_selection.highlighted());
        painter.setPen(QPen(colour, i == 0 ? 2 : 1.5, dashOf(m_runs[i].slot)));
        colour.setAlphaF(colour.alphaF() * 0.12F);
        painter.setBrush(m_runs.size() <= 2 ? QBrush(colour) : QBrush(Qt::NoBrush));
        painter.drawPolygon(line);
    }
    painter.setBrush(Qt::NoBrush);
}

void DistributionChart::paint(QPainter& painter, QSizeF size, Tone tone) const
{
    const Layout layout = layOutFor(size, tone);
    paintAxes(painter, layout.axes, tone);
    if (layout.isEmpty) {
        return;
    }
    painter.save();
    painter.setClipRect(layout.axes.plot.adjusted(-1, -1, 1, 1), Qt::IntersectClip);
    switch (m_form) {
    case DistributionForm::Ecdf:
        paintSteps(painter, layout, tone);
        break;
    case DistributionForm::Histogram:
        paintBins(painter, layout, tone);
        break;
    case DistributionForm::Box:
        paintBoxes(painter, layout, tone);
        break;
    case DistributionForm::Violin:
        paintShapes(painter, layout, tone);
        break;
    }
    painter.restore();
    for (const ChartThreshold& target : m_targets) {
        paintTarget(painter, layout.axes, target, tone);
    }
}

void DistributionChart::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, size(), m_theme.tone());
    paintBrush(painter, layOutFor(size(), m_theme.tone()));
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.colour(Ink::Accent), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

// In boxes and shapes each run has a band of its own; among steps the nearest is meant.
void DistributionChart::mouseMoveEvent(QMouseEvent* event)
{
    QWidget::mouseMoveEvent(event);
    const Layout layout = layOutFor(size(), m_theme.tone());
    const QPointF at = event->position();
    if (m_press && !layout.isEmpty) {
        dragBrush(layout, at);
        return;
    }
    QString run;
    if (!layout.isEmpty && layout.axes.plot.contains(at) && m_runs.size() > 1) {
        if (isByRow()) {
            const auto row =
                static_cast<std::size_t>((at.y() - layout.axes.plot.top()) / layout.band);
            run = row < layout.rows ? m_runs[row].identity : QString();
        } else if (m_form == DistributionForm::Ecdf) {
            run = stepUnder(layout, at);
        }
    }
    m_selection.highlight(run);
}

QString DistributionChart::stepUnder(const Layout& layout, QPointF at) const
{
    constexpr double kStepReach = 8;
    const ComparedDistribution& all = *distribution();
    QString nearest;
    double least = kStepReach;
    for (std::size_t i = 0; i < m_runs.size() && i < all.ecdf.size(); ++i) {
        for (const EcdfStep& step : all.ecdf[i]) {
            const QPointF point(layout.axes.px(step.value), layout.axes.py(step.share));
            const double away = std::hypot(point.x() - at.x(), point.y() - at.y());
            if (away < least) {
                least = away;
                nearest = m_runs[i].identity;
            }
        }
    }
    return nearest;
}

void DistributionChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_selection.highlight({});
}

void DistributionChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        name();
        update();
    }
}

QSize DistributionChart::sizeHint() const
{
    return {420, 190};
}

QSize DistributionChart::minimumSizeHint() const
{
    return {220, 64};
}

} // namespace soak::ui
