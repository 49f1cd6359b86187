// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/kpi_chart.h"

#include "core/analysis/gates.h"
#include "core/analysis/run_verdict.h"
#include "core/report/plot.h"
#include "ui/history/history_model.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/meaning.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace soak::ui
{

namespace
{

constexpr double kDot = 6;
constexpr double kMissBox = 9;
constexpr double kNear = 12; // pixels from a run that are still it
constexpr double kGutter = 72;

std::optional<GateSpec> goalFor(Metric metric)
{
    for (const GateSpec& goal : goalSpecs()) {
        if (goal.metric == specOf(metric).key) {
            return goal;
        }
    }
    return std::nullopt;
}

double xOf(std::size_t run)
{
    return static_cast<double>(run) + 1;
}

} // namespace

KpiChart::KpiChart(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    name();
}

void KpiChart::setHistory(std::shared_ptr<const KpiHistory> history)
{
    m_history = std::move(history);
    m_goal = m_history ? goalFor(m_history->metric) : std::nullopt;
    name();
    update();
}

void KpiChart::setCurrent(std::optional<std::int64_t> number)
{
    m_current = number;
    update();
}

void KpiChart::name()
{
    setAccessibleName(describe());
}

QString KpiChart::describe() const
{
    if (!m_history) {
        return tr("KPI by run");
    }
    QStringList parts{tr("%1 by run, %n run(s)", nullptr, static_cast<int>(m_history->runs.size()))
                          .arg(metricTitleWithUnit(m_history->metric))};
    for (const std::string& text : historyChangeTexts(*m_history)) {
        parts << coreText(text);
    }
    return parts.join(QStringLiteral("; "));
}

std::vector<std::size_t> KpiChart::shown() const
{
    std::vector<std::size_t> runs;
    if (m_history) {
        for (std::size_t run = 0; run < m_history->runs.size(); ++run) {
            if (m_history->runs[run].lastN) {
                runs.push_back(run);
            }
        }
    }
    return runs;
}

PlainAxes KpiChart::axes(QSizeF size, Tone tone) const
{
    const QString title =
        m_history ? tr("%1 by run (%2 of the last iterations)")
                        .arg(metricTitleWithUnit(m_history->metric),
                             coreWord(aggregateText(specOf(m_history->metric).windowAggregate)))
                  : tr("KPI by run");
    const std::vector<std::size_t> runs = shown();
    if (runs.empty()) {
        PlainAxes bare = bareCard(size, title, tone);
        bare.labels.push_back(
            emptyLabel(bare.plot, tr("No remembered run has a value of it."), tone));
        return bare;
    }
    std::vector<double> values;
    for (const std::size_t run : runs) {
        values.push_back(*m_history->runs[run].lastN);
    }
    if (m_goal) {
        values.push_back(m_goal->threshold);
    }
    const auto [low, high] = std::ranges::minmax(values);
    const double room = high > low ? .08 * (high - low) : std::max(std::abs(high) * .05, 1e-9);
    AxesWish wish;
    wish.size = size;
    wish.title = title;
    wish.xTitle = tr("runs by their start, %1 to %2")
                      .arg(startedText(m_history->runs.front().startedMs),
                           startedText(m_history->runs.back().startedMs));
    wish.x = {.5, static_cast<double>(m_history->runs.size()) + .5};
    wish.y = {low - room, high + room};
    wish.right = m_goal ? kGutter : 0;
    wish.tone = tone;
    PlainAxes made = axesFor(wish);
    addBadgeText(made, coreText(historyChangeTexts(*m_history).front()), tone);
    return made;
}

std::vector<ChartLabel> KpiChart::labels() const
{
    return axes(size(), m_theme.tone()).labels;
}

void KpiChart::paintChanges(QPainter& painter, const PlainAxes& axes, Tone tone) const
{
    QPen pen(colourOf(tone, Ink::Cursor), 1.5);
    pen.setStyle(Qt::DotLine);
    painter.setPen(pen);
    for (const HistoryChange& change : m_history->changes) {
        const double x = axes.px(xOf(change.run) - .5);
        painter.drawLine(QPointF(x, axes.plot.top()), QPointF(x, axes.plot.bottom()));
    }
}

void KpiChart::paintReleases(QPainter& painter, const PlainAxes& axes, Tone tone) const
{
    painter.setPen(colourOf(tone, Ink::Muted));
    painter.setFont(Theme::smallFont());
    const QFontMetricsF metrics(Theme::smallFont());
    double free = axes.plot.left();
    for (std::size_t run = 0; run < m_history->runs.size(); ++run) {
        for (const std::string& release : m_history->runs[run].releases) {
            const QString text = QStringLiteral("\u25bd ") + toQString(release);
            const double width = metrics.horizontalAdvance(text);
            const double x = std::clamp(axes.px(xOf(run)) - 4, axes.plot.left(),
                                        std::max(axes.plot.right() - width, axes.plot.left()));
            if (x >= free) {
                painter.drawText(QPointF(x, axes.plot.bottom() - 4), text);
                free = x + width + 8;
            }
        }
    }
}

void KpiChart::paintRuns(QPainter& painter, const PlainAxes& axes, Tone tone) const
{
    for (const std::size_t run : shown()) {
        const KpiOfRun& point = m_history->runs[run];
        const QPointF at(axes.px(xOf(run)), axes.py(*point.lastN));
        const bool isMissed = m_goal ? !meets(*point.lastN, m_goal->op, m_goal->threshold) : false;
        if (isMissed) {
            const QRectF box(at.x() - kMissBox / 2, at.y() - kMissBox / 2, kMissBox, kMissBox);
            paintMeaning(painter, box, Meaning::Fail, chipColours(tone, Meaning::Fail).ink);
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colourOf(tone, Ink::Delta));
            painter.drawEllipse(at, kDot / 2, kDot / 2);
        }
        if (m_current == point.number) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colourOf(tone, Ink::Accent), 2));
            painter.drawEllipse(at, kDot + 1, kDot + 1);
        }
    }
}

void KpiChart::paint(QPainter& painter, QSizeF size, Tone tone) const
{
    const PlainAxes plain = axes(size, tone);
    paintAxes(painter, plain, tone);
    if (shown().empty()) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_goal) {
        const double y = std::round(plain.py(m_goal->threshold)) + .5;
        QPen pen(colourOf(tone, Ink::Threshold), 1.5);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(plain.plot.left(), y), QPointF(plain.plot.right(), y));
        painter.setFont(Theme::smallFont());
        painter.drawText(QRectF(plain.plot.right() + 6, y - 10, kGutter - 12, 20),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         thresholdText({m_goal->threshold, m_goal->op, m_goal->id}));
    }
    paintChanges(painter, plain, tone);
    paintReleases(painter, plain, tone);
    paintRuns(painter, plain, tone);
    painter.restore();
}

void KpiChart::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, size(), m_theme.tone());
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.colour(Ink::Accent), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 3, 3);
    }
}

std::optional<std::size_t> KpiChart::runUnder(QPointF at) const
{
    const PlainAxes plain = axes(size(), m_theme.tone());
    std::optional<std::size_t> nearest;
    double least = kNear;
    for (const std::size_t run : shown()) {
        const double away = std::abs(plain.px(xOf(run)) - at.x());
        if (away < least && plain.plot.adjusted(0, -kNear, 0, kNear).contains(at)) {
            least = away;
            nearest = run;
        }
    }
    return nearest;
}

QString KpiChart::textOf(std::size_t run) const
{
    const KpiOfRun& point = m_history->runs[run];
    return tr("%1, %2: %3, %4")
        .arg(toQString(point.name), startedText(point.startedMs),
             metricText(point.lastN, m_history->metric), coreWord(keyOf(point.verdict)));
}

void KpiChart::mousePressEvent(QMouseEvent* event)
{
    if (const auto run = runUnder(event->position())) {
        Q_EMIT runChosen(m_history->runs[*run].number);
    }
    QWidget::mousePressEvent(event);
    event->accept();
}

void KpiChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto run = runUnder(event->position())) {
        Q_EMIT runActivated(m_history->runs[*run].number);
    }
    event->accept();
}

// To the next run with a value.
void KpiChart::step(int by)
{
    const std::vector<std::size_t> runs = shown();
    if (runs.empty()) {
        return;
    }
    const auto current = std::ranges::find_if(
        runs, [&](std::size_t run) { return m_history->runs[run].number == m_current; });
    const auto last = static_cast<std::ptrdiff_t>(runs.size()) - 1;
    const std::ptrdiff_t from =
        current == runs.end() ? (by > 0 ? -1 : last + 1) : current - runs.begin();
    const auto to = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + by, 0, last));
    Q_EMIT runChosen(m_history->runs[runs[to]].number);
}

void KpiChart::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        step(-1);
        return;
    case Qt::Key_Right:
        step(1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current) {
            Q_EMIT runActivated(*m_current);
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool KpiChart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto run = runUnder(help->pos());
        if (run) {
            QToolTip::showText(help->globalPos(), textOf(*run), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    if (event->type() == QEvent::LanguageChange) {
        name();
        update();
    }
    return QWidget::event(event);
}

QSize KpiChart::sizeHint() const
{
    return {720, 240};
}

QSize KpiChart::minimumSizeHint() const
{
    return {320, 160};
}

} // namespace soak::ui
