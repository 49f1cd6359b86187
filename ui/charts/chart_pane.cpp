// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_pane.h"

#include "ui/charts/chart_accessible.h"
#include "ui/charts/chart_canvas.h"
#include "ui/charts/chart_painter.h"

#include <QPaintEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr double kFlagReach = 4;   // pixels around a flag that still hit it
constexpr double kFlagZone = 10;   // from the top of the plot downwards
constexpr double kCursorReach = 3; // pixels around a line that its removal redraws
constexpr double kTitleRow = 24;
constexpr int kSettleMs = 150;

const SceneRef& emptyScene()
{
    static const SceneRef scene = std::make_shared<const ChartScene>();
    return scene;
}

// Painted with each move of the cursor: stroked as one path it would cost a third of the move.
void paintFocus(QPainter& painter, const QRectF& card)
{
    constexpr double kRadius = 3;
    constexpr int kQuarter = 90 * 16;
    const std::array lines{
        QLineF(card.left() + kRadius, card.top(), card.right() - kRadius, card.top()),
        QLineF(card.left() + kRadius, card.bottom(), card.right() - kRadius, card.bottom()),
        QLineF(card.left(), card.top() + kRadius, card.left(), card.bottom() - kRadius),
        QLineF(card.right(), card.top() + kRadius, card.right(), card.bottom() - kRadius)};
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF corner(card.topLeft(), QSizeF(2 * kRadius, 2 * kRadius));
    painter.drawArc(corner, kQuarter, kQuarter);
    corner.moveRight(card.right());
    painter.drawArc(corner, 0, kQuarter);
    corner.moveBottom(card.bottom());
    painter.drawArc(corner, 3 * kQuarter, kQuarter);
    corner.moveLeft(card.left());
    painter.drawArc(corner, 2 * kQuarter, kQuarter);
}

} // namespace

ChartPane::ChartPane(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_scene(emptyScene()),
      m_canvas(std::make_unique<ChartCanvas>())
{
    installChartAccessibility();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_remove = new QToolButton(this);
    m_remove->setText(QStringLiteral("\u00d7"));
    m_remove->setAutoRaise(true);
    m_remove->setFocusPolicy(Qt::NoFocus);
    m_remove->setVisible(false);
    connect(m_remove, &QToolButton::clicked, this, &ChartPane::removeRequested);
    connect(&theme, &Theme::changed, this, &ChartPane::invalidate);
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettleMs);
    connect(&m_settled, &QTimer::timeout, this, &ChartPane::invalidate);
    connectGestures();
}

ChartPane::~ChartPane() = default;

void ChartPane::connectGestures()
{
    connect(&m_gestures, &ChartGestures::rangeRequested, this,
            [this](PlotRange range, bool more) { Q_EMIT rangeRequested(range, more); });
    connect(&m_gestures, &ChartGestures::allRequested, this, &ChartPane::allRequested);
    connect(&m_gestures, &ChartGestures::left, this, [this] {
        pointRun({-1, -1});
        Q_EMIT cursorLeft();
    });
    connect(&m_gestures, &ChartGestures::valueZoomRequested, this, &ChartPane::zoomValues);
    connect(&m_gestures, &ChartGestures::clicked, this, &ChartPane::click);
    connect(&m_gestures, &ChartGestures::brushChanged, this, [this] { update(); });
    connect(&m_gestures, &ChartGestures::hovered, this, [this](double x, QPointF at) {
        pointRun(at);
        if (!plotRect().adjusted(0, -kFlagZone, 0, kFlagZone).contains(at)) {
            Q_EMIT cursorLeft();
        } else if (const std::optional<int> iteration = nearestIteration(*m_scene, x)) {
            Q_EMIT cursorRequested(*iteration, false);
        }
    });
}

void ChartPane::setScene(SceneRef scene)
{
    const bool isFirst = m_scene == emptyScene();
    const SceneRef before = m_scene;
    m_scene = scene ? std::move(scene) : emptyScene();
    keepDragged(*before);
    if (isFirst) {
        m_range = m_scene->domain;
    }
    m_remove->setToolTip(tr("Remove this chart (Delete)"));
    m_remove->setAccessibleName(tr("Remove chart %1").arg(m_scene->title));
    forgetChartCells(this);
    updateName();
    if (!growBase(*before)) {
        invalidate();
    }
    Q_EMIT edgesChanged();
}

void ChartPane::setRange(PlotRange x)
{
    if (!(x == m_range)) {
        m_range = x;
        if (!m_base.isNull()) {
            m_settled.start(); // the charts beside the one that is dragged move as it does
        }
        invalidate();
    }
}

void ChartPane::setPlotEdges(double left, double right)
{
    if (left != m_left || right != m_right) {
        m_left = left;
        m_right = right;
        invalidate();
    }
}

void ChartPane::showAllValues()
{
    if (m_values) {
        m_values.reset();
        invalidate();
        Q_EMIT edgesChanged();
    }
}

void ChartPane::zoomValues(double factor, double pixelY)
{
    if (m_scene->isEmpty()) {
        return;
    }
    const PlotRange all = valueRange(*m_scene);
    const PlotRange wanted = zoomed(frame().y, factor, frame().valueAt(pixelY));
    const double least = (all.high - all.low) * 1e-6;
    if (wanted.high - wanted.low < least) {
        return;
    }
    const bool isAll = wanted.low <= all.low && wanted.high >= all.high;
    m_values = isAll ? std::nullopt : std::optional(wanted);
    invalidate();
    Q_EMIT edgesChanged();
}

void ChartPane::showCursor(const ChartCursor& cursor)
{
    if (cursor == m_cursor) {
        return;
    }
    const QRegion before = cursorRegion();
    m_cursor = cursor;
    update(before + cursorRegion());
    updateName();
}

void ChartPane::setHighlight(const QString& run)
{
    if (run != m_highlighted) {
        m_highlighted = run;
        if (m_scene->series.size() > 1) {
            invalidate();
        }
    }
}

// The nearest line at the iteration under the pointer.
QString ChartPane::runAt(QPointF at) const
{
    constexpr double kReach = 6; // pixels
    QString nearest;
    if (m_scene->series.size() < 2 || !plotRect().contains(at)) {
        return nearest;
    }
    double least = kReach;
    const int place = static_cast<int>(std::lround(frame().iterationAt(at.x())));
    for (const ChartSeries& series : m_scene->series) {
        const std::optional<double> value = valueAt(series, place);
        const double away = value ? std::abs(frame().py(*value) - at.y()) : kReach;
        if (away < least) {
            least = away;
            nearest = series.run;
        }
    }
    return nearest;
}

void ChartPane::pointRun(QPointF at)
{
    const QString run = runAt(at);
    if (run != m_pointed) {
        m_pointed = run;
        Q_EMIT runPointed(run);
    }
}

double ChartPane::neededLeft() const
{
    return m_scene->isEmpty() ? 0 : leftGutter(*m_scene, height(), m_hasAxis, m_values);
}

QRectF ChartPane::plotRect() const
{
    return frame().plot;
}

const ChartFrame& ChartPane::frame() const
{
    if (!m_frame) {
        m_frame = layOut(*m_scene, optionsFor(size(), m_theme.tone()));
    }
    return *m_frame;
}

FrameOptions ChartPane::optionsFor(QSizeF size, Tone tone) const
{
    FrameOptions options;
    options.size = size;
    options.plotLeft = m_left > 0 ? m_left : neededLeft();
    const double right = m_right > 0 ? width() - m_right : kRightGutter + kCardPadding;
    options.plotRight = size.width() - right;
    options.x = m_range;
    options.y = m_values;
    options.hasAxis = m_hasAxis;
    options.reservedRight = kButtonRoom;
    options.tone = tone;
    return options;
}

std::vector<ChartLabel> ChartPane::labels() const
{
    ChartFrame whole = frame();
    std::vector<ChartLabel> all = readOut(*m_scene, whole, m_cursor, m_theme.tone());
    all.insert(all.begin(), whole.labels.begin(), whole.labels.end());
    return all;
}

QString ChartPane::describe(double x) const
{
    const std::optional<int> iteration = nearestIteration(*m_scene, x);
    return iteration ? describeAt(*m_scene, *iteration) : describeAll(*m_scene);
}

void ChartPane::updateName()
{
    setAccessibleName(m_cursor.at && !m_scene->isEmpty() ? describeAt(*m_scene, *m_cursor.at)
                                                         : describeAll(*m_scene));
}

void ChartPane::invalidate()
{
    m_frame.reset();
    m_base = {};
    update();
}

void ChartPane::paintEvent(QPaintEvent* event)
{
    if (m_base.isNull()) {
        renderBase();
    }
    QPainter painter(this);
    painter.setClipRegion(event->region());
    painter.drawPixmap(0, 0, m_base);
    paintPicked(painter);
    paintCursor(painter);
    paintThreshold(painter);
    paintLabels(painter, readOut(*m_scene, *m_frame, m_cursor, m_theme.tone()));
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.colour(Ink::Accent), 1));
        paintFocus(painter, m_frame->card.adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

// The line of a delta is drawn whole for the last one that was applied before the cursor.
std::optional<int> ChartPane::precedingFlag() const
{
    if (!m_cursor.at) {
        return std::nullopt;
    }
    auto flag = std::upper_bound(
        m_scene->flags.begin(), m_scene->flags.end(), *m_cursor.at,
        [](int iteration, const ChartFlag& one) { return iteration < one.iteration; });
    while (flag != m_scene->flags.begin()) {
        --flag;
        if (flag->kind == FlagKind::Applied) {
            return flag->iteration;
        }
    }
    return std::nullopt;
}

void ChartPane::paintMark(QPainter& painter, int iteration, Qt::PenStyle style,
                          const QColor& ink) const
{
    if (iteration < m_frame->x.low || iteration > m_frame->x.high) {
        return;
    }
    const double x = crisp(m_frame->px(iteration));
    painter.setPen(QPen(ink, 1, style));
    painter.drawLine(QPointF(x, m_frame->plot.top()), QPointF(x, m_frame->plot.bottom()));
}

void ChartPane::paintCursor(QPainter& painter) const
{
    if (const std::optional<PlotRange> brush = m_gestures.brush()) {
        QColor fill = m_theme.colour(Ink::Accent);
        const QRectF rect(QPointF(m_frame->px(brush->low), m_frame->plot.top()),
                          QPointF(m_frame->px(brush->high), m_frame->plot.bottom()));
        painter.setPen(QPen(fill, 1));
        fill.setAlphaF(0.15F);
        painter.setBrush(fill);
        painter.drawRect(rect);
        painter.setBrush(Qt::NoBrush);
    }
    if (const std::optional<int> flag = precedingFlag()) {
        paintMark(painter, *flag, Qt::DotLine, m_theme.colour(Ink::Delta));
    }
    if (m_cursor.markA) {
        paintMark(painter, *m_cursor.markA, Qt::DashLine, m_theme.colour(Ink::Cursor));
    }
    if (m_cursor.markB) {
        paintMark(painter, *m_cursor.markB, Qt::DashDotLine, m_theme.colour(Ink::Cursor));
    }
    if (m_cursor.at) {
        paintMark(painter, *m_cursor.at, Qt::SolidLine, m_theme.colour(Ink::Cursor));
    }
}

QRegion ChartPane::cursorRegion() const
{
    QRegion region(QRect(0, 0, width(), static_cast<int>(kTitleRow)));
    for (const std::optional<int>& line :
         {m_cursor.at, m_cursor.markA, m_cursor.markB, precedingFlag()}) {
        if (line) {
            const double x = frame().px(*line);
            if (x > -width() && x < 2 * width()) {
                region += QRectF(x - kCursorReach, 0, 2 * kCursorReach, height()).toAlignedRect();
            }
        }
    }
    return region;
}

void ChartPane::click(double iteration, QPointF at)
{
    const std::optional<int> nearest = nearestIteration(*m_scene, iteration);
    if (!nearest || !plotRect().contains(at)) {
        return;
    }
    Q_EMIT cursorRequested(*nearest, true);
    if (at.y() > plotRect().top() + kFlagZone) {
        return;
    }
    // Each flag that would be hit; which of several is meant, the person says.
    const double reach = kFlagReach / std::max(1e-9, frame().px(1) - frame().px(0));
    const double middle = frame().iterationAt(at.x());
    const auto first =
        std::lower_bound(m_scene->flags.begin(), m_scene->flags.end(), middle - reach,
                         [](const ChartFlag& flag, double from) { return flag.iteration < from; });
    const auto end =
        std::upper_bound(first, m_scene->flags.end(), middle + reach,
                         [](double to, const ChartFlag& flag) { return to < flag.iteration; });
    if (end - first == 1) {
        Q_EMIT activated(QStringLiteral("delta:%1").arg(first->iteration));
    } else if (end != first) {
        Q_EMIT flagsRequested(first->iteration, std::prev(end)->iteration,
                              mapToGlobal(at.toPoint()));
    }
}

} // namespace soak::ui
