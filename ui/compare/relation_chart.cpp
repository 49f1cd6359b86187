// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/relation_chart.h"

#include "ui/charts/chart_painter.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kPointSize = 5;
constexpr double kPointReach = 7;
constexpr float kPointInk = 0.7F; // points lie over each other

QString relationWords(const char* text, int count = -1)
{
    return QCoreApplication::translate("soak::ui::RelationChart", text, nullptr, count);
}

} // namespace

QString relationText(const Relation& relation)
{
    constexpr int kRhoDecimals = 2;
    if (!relation.rho) {
        return relationWords("no rho: %1").arg(coreText(relation.why));
    }
    return relationWords("Spearman's rho %1 of n %2")
        .arg(signedText(*relation.rho, kRhoDecimals))
        .arg(relation.points.size());
}

RelationChart::RelationChart(Selection& selection, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
    connect(&selection, &Selection::highlightChanged, this, QOverload<>::of(&QWidget::update));
    connect(&selection, &Selection::pickedChanged, this, &RelationChart::takePicked);
}

void RelationChart::setRelation(RelationRef relation, const QString& parameter, Metric metric,
                                std::vector<RunInk> runs, const QString& emptyText)
{
    m_relation = std::move(relation);
    m_parameter = parameter;
    m_metric = metric;
    m_runs = std::move(runs);
    m_emptyText = emptyText;
    takePicked();
    name();
    update();
}

void RelationChart::clearChosen()
{
    m_selection.pick({});
}

// The points of the iterations that are picked, here or elsewhere.
void RelationChart::takePicked()
{
    std::vector<std::size_t> chosen;
    const auto& picked = m_selection.picked().iterations;
    for (std::size_t i = 0; m_relation && !picked.empty() && i < m_relation->points.size(); ++i) {
        const RelationPoint& point = m_relation->points[i];
        const auto run =
            point.run < m_runs.size() ? picked.find(m_runs[point.run].identity) : picked.end();
        if (run != picked.end() && std::ranges::binary_search(run->second, point.iteration)) {
            chosen.push_back(i);
        }
    }
    if (chosen != m_chosen) {
        m_chosen = std::move(chosen);
        update();
        Q_EMIT chosenChanged();
    }
}

void RelationChart::name()
{
    const QString title = tr("%1 against %2").arg(metricTitleWithUnit(m_metric), m_parameter);
    setAccessibleName(title + QStringLiteral(": ") +
                      (m_relation ? relationText(*m_relation) : m_emptyText));
}

PlainAxes RelationChart::axes(QSizeF size, Tone tone) const
{
    const QString title = tr("%1 against %2").arg(metricTitleWithUnit(m_metric), m_parameter);
    if (!m_relation || m_relation->points.empty()) {
        PlainAxes bare = bareCard(size, title, tone);
        bare.labels.push_back(
            emptyLabel(bare.plot, m_relation ? coreText(m_relation->why) : m_emptyText, tone));
        return bare;
    }
    std::vector<double> x;
    std::vector<double> y;
    for (const RelationPoint& point : m_relation->points) {
        x.push_back(point.x);
        y.push_back(point.y);
    }
    AxesWish wish;
    wish.size = size;
    wish.title = title;
    wish.xTitle = m_parameter;
    wish.x = *rangeOf(x);
    wish.y = *rangeOf(y);
    wish.tone = tone;
    PlainAxes made = axesFor(wish);
    addBadgeText(made, relationText(*m_relation), tone);
    return made;
}

std::vector<ChartLabel> RelationChart::labels() const
{
    return axes(size(), m_theme.tone()).labels;
}

void RelationChart::paint(QPainter& painter, QSizeF size, Tone tone) const
{
    const PlainAxes plain = axes(size, tone);
    paintAxes(painter, plain, tone);
    if (!m_relation) {
        return;
    }
    painter.save();
    painter.setClipRect(plain.plot.adjusted(-3, -3, 3, 3), Qt::IntersectClip);
    // By run: one pen for many points.
    for (std::size_t run = m_runs.size(); run-- > 0;) {
        QPolygonF points;
        for (const RelationPoint& point : m_relation->points) {
            if (point.run == run) {
                points << QPointF(plain.px(point.x), plain.py(point.y));
            }
        }
        QColor colour = inkOf(m_runs[run], tone, m_selection.highlighted());
        colour.setAlphaF(colour.alphaF() * kPointInk);
        painter.setPen(QPen(colour, kPointSize, Qt::SolidLine, Qt::RoundCap));
        painter.drawPoints(points);
    }
    painter.setPen(QPen(colourOf(tone, Ink::Text), 1));
    for (const std::size_t index : m_chosen) {
        const RelationPoint& point = m_relation->points[index];
        painter.drawEllipse(QPointF(plain.px(point.x), plain.py(point.y)), kPointSize, kPointSize);
    }
    painter.restore();
}

void RelationChart::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, size(), m_theme.tone());
    if (!m_frame.isEmpty()) {
        QColor fill = m_theme.colour(Ink::Accent);
        painter.setPen(QPen(fill, 1));
        fill.setAlphaF(0.15F);
        painter.setBrush(fill);
        painter.drawRect(m_frame);
        painter.setBrush(Qt::NoBrush);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.colour(Ink::Accent), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

std::optional<std::size_t> RelationChart::pointUnder(QPointF at) const
{
    if (!m_relation || m_relation->points.empty()) {
        return std::nullopt;
    }
    const PlainAxes plain = axes(size(), m_theme.tone());
    std::optional<std::size_t> nearest;
    double least = kPointReach;
    for (std::size_t i = 0; i < m_relation->points.size(); ++i) {
        const RelationPoint& point = m_relation->points[i];
        const double away = std::hypot(plain.px(point.x) - at.x(), plain.py(point.y) - at.y());
        if (away < least) {
            least = away;
            nearest = i;
        }
    }
    return nearest;
}

void RelationChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_press = event->position();
    }
    QWidget::mousePressEvent(event);
    event->accept();
}

void RelationChart::mouseMoveEvent(QMouseEvent* event)
{
    constexpr double kLeastFrame = 4;
    const QPointF at = event->position();
    if (m_press && (at - *m_press).manhattanLength() > kLeastFrame) {
        m_frame = QRectF(*m_press, at).normalized();
        update();
        return;
    }
    const std::optional<std::size_t> point = pointUnder(at);
    m_selection.highlight(point && m_runs.size() > 1
                              ? m_runs.at(m_relation->points[*point].run).identity
                              : QString());
    setToolTip(point ? tr("%1, iteration %2")
                           .arg(m_runs.at(m_relation->points[*point].run).label)
                           .arg(m_relation->points[*point].iteration)
                     : QString());
}

void RelationChart::mouseReleaseEvent(QMouseEvent* event)
{
    const QRectF frame = std::exchange(m_frame, QRectF());
    const bool wasPressed = std::exchange(m_press, std::nullopt).has_value();
    if (!frame.isEmpty()) {
        choose(frame);
    } else if (wasPressed) {
        if (const std::optional<std::size_t> point = pointUnder(event->position())) {
            const RelationPoint& one = m_relation->points[*point];
            Q_EMIT pointActivated(m_runs.at(one.run).identity, one.iteration);
        } else {
            clearChosen();
        }
    }
    update();
}

void RelationChart::choose(const QRectF& frame)
{
    const PlainAxes plain = axes(size(), m_theme.tone());
    Picked picked{tr("a frame in %1 against %2").arg(metricTitle(m_metric), m_parameter), {}};
    for (std::size_t i = 0; m_relation && i < m_relation->points.size(); ++i) {
        const RelationPoint& point = m_relation->points[i];
        if (frame.contains(QPointF(plain.px(point.x), plain.py(point.y)))) {
            picked.iterations[m_runs.at(point.run).identity].push_back(point.iteration);
        }
    }
    m_selection.pick(picked.iterations.empty() ? Picked{} : std::move(picked));
}

void RelationChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_selection.highlight({});
}

void RelationChart::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !m_chosen.empty()) {
        clearChosen();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void RelationChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        name();
        update();
    }
}

QSize RelationChart::sizeHint() const
{
    return {480, 260};
}

QSize RelationChart::minimumSizeHint() const
{
    return {260, 88};
}

} // namespace soak::ui
