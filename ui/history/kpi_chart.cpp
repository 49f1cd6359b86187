// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/kpi_chart.h"

#include "core/analysis/gates.h"
#include "core/analysis/run_verdict.h"
#include "core/report/plot.h"
#include "ui/history/history_model.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/meaning.h"

#include <QPainter>

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
constexpr double kReleaseWidth = 140;
constexpr double kReleaseStrip = 18;
constexpr double kReleaseShare = .16; // of the height of the values, left free for it
const QString kReleaseMark = QStringLiteral("\u25bd ");

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
    name();
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
    parts << changeTexts();
    const auto current = std::ranges::find_if(
        m_history->runs, [this](const KpiOfRun& run) { return m_current == run.number; });
    if (current != m_history->runs.end()) {
        parts << textOf(static_cast<std::size_t>(current - m_history->runs.begin()));
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
    const bool hasReleases = std::ranges::any_of(
        m_history->runs, [](const KpiOfRun& run) { return !run.releases.empty(); });
    wish.y = {low - room - (hasReleases ? kReleaseShare * (high - low + room) : 0), high + room};
    wish.right = m_goal ? kGutter : 0;
    wish.tone = tone;
    PlainAxes made = axesFor(wish);
    addChanges(made, tone);
    addReleases(made, tone);
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

// In a strip at the bottom that no mark of a run reaches; where there is no room the later one is
// left out, and its run tells it.
void KpiChart::addReleases(PlainAxes& axes, Tone tone) const
{
    const QFontMetricsF metrics(Theme::smallFont());
    double free = axes.plot.left();
    for (std::size_t run = 0; run < m_history->runs.size(); ++run) {
        for (const std::string& release : m_history->runs[run].releases) {
            const QString text = metrics.elidedText(kReleaseMark + toQString(release),
                                                    Qt::ElideRight, kReleaseWidth);
            const double width = metrics.horizontalAdvance(text);
            const double x = std::clamp(axes.px(xOf(run)) - 4, axes.plot.left(),
                                        std::max(axes.plot.right() - width, axes.plot.left()));
            if (x >= free) {
                axes.labels.push_back(
                    {text, QRectF(x, axes.plot.bottom() - kReleaseStrip, width, metrics.height()),
                     LabelRole::Note, colourOf(tone, Ink::Muted)});
                free = x + width + 8;
            }
        }
    }
}

QStringList KpiChart::changeTexts() const
{
    QStringList texts;
    for (const std::string& text : historyChangeTexts(*m_history)) {
        texts << coreText(text);
    }
    return texts;
}

// Right of the title, as much of it as there is room for.
void KpiChart::addChanges(PlainAxes& axes, Tone tone) const
{
    constexpr double kLeast = 80;
    const double room = axes.card.right() - axes.labels.front().rect.right() - 32;
    if (room >= kLeast) {
        const QStringList texts = changeTexts();
        const QString more = texts.size() > 1
                                 ? tr("%1 and %2 more").arg(texts.front()).arg(texts.size() - 1)
                                 : texts.front();
        addBadgeText(axes, QFontMetricsF(Theme::smallFont()).elidedText(more, Qt::ElideRight, room),
                     tone);
    }
}

QString KpiChart::wholeAt(QPointF at) const
{
    if (!m_history || shown().empty()) {
        return {};
    }
    const std::vector<ChartLabel> all = labels();
    const auto label =
        std::ranges::find_if(all, [&](const ChartLabel& one) { return one.rect.contains(at); });
    if (label == all.end()) {
        return {};
    }
    if (label->role == LabelRole::Badge) {
        return changeTexts().join(QLatin1Char('\n'));
    }
    for (const KpiOfRun& run : m_history->runs) {
        for (const std::string& release : run.releases) {
            const QString whole = kReleaseMark + toQString(release);
            if (whole.startsWith(QString(label->text).remove(QChar(0x2026)))) {
                return whole + QLatin1Char('\n') + toQString(run.name);
            }
        }
    }
    return {};
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
    QString text =
        tr("%1, %2: %3, %4")
            .arg(toQString(point.name), startedText(point.startedMs),
                 metricText(point.lastN, m_history->metric), coreWord(keyOf(point.verdict)));
    for (const std::string& release : point.releases) {
        text += QStringLiteral(", ") + kReleaseMark + toQString(release);
    }
    return text;
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
