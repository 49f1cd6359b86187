// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/forest_plot.h"

#include "core/report/compare_words.h"
#include "ui/charts/chart_painter.h"
#include "ui/compare/plain_axes.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/gate_words.h"

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

constexpr double kForestRow = 38;
constexpr double kNarrowRow = 46; // of three lines
constexpr double kOneLineFrom = 560;
constexpr double kForestFoot = 36; // the scale, and what its band means
constexpr double kDot = 4;
constexpr int kForestTicks = 7;
constexpr double kColumnGap = 10;
constexpr int kPreferredWidth = 480;
constexpr int kLeastWidth = 340;

QString forestWords(const char* text)
{
    return QCoreApplication::translate("soak::ui::ForestPlot", text);
}

// Number and unit as the core writes them, in the person's language.
QString localAmount(const std::string& text)
{
    const std::size_t unit = text.find(' ');
    return unit == std::string::npos ? localNumber(text)
                                     : localNumber(text.substr(0, unit)) + QLatin1Char(' ') +
                                           coreWord(std::string_view(text).substr(unit + 1));
}

} // namespace

int differenceDecimals(Metric metric)
{
    const KpiSpec& spec = specOf(metric);
    return spec.decimals + (spec.unit == MetricUnit::Ratio ? 1 : 0);
}

QString effectWord(EffectVerdict verdict)
{
    switch (verdict) {
    case EffectVerdict::Better:
        return forestWords("better");
    case EffectVerdict::Same:
        return forestWords("same");
    case EffectVerdict::Worse:
        return forestWords("worse");
    case EffectVerdict::Inconclusive:
        break;
    }
    return forestWords("not known");
}

QString effectText(const KpiEffect& effect)
{
    const QString amount = localAmount(soak::effectText(effect.metric, effect.difference));
    return !effect.difference || !effect.ci95
               ? amount
               : amount + QLatin1Char(' ') + localNumber(intervalText(effect.metric, effect.ci95));
}

QString effectDetail(const KpiEffect& effect)
{
    QStringList parts;
    const std::size_t a = effect.baseline.n;
    const std::size_t b = effect.other.n;
    parts << (a == b ? forestWords("n %1").arg(a) : forestWords("n %1 and %2").arg(a).arg(b));
    if (effect.baseline.ess && effect.other.ess) {
        parts << forestWords("ESS %1").arg(
            numberText(std::floor(std::min(*effect.baseline.ess, *effect.other.ess)), 0));
    }
    if (effect.holmP) {
        parts << forestWords("Holm p %1").arg(localNumber(pValueText(effect.holmP)));
    } else if (effect.isDeterministic) {
        parts << forestWords("deterministic");
    }
    if (effect.iterationsNeeded) {
        parts << forestWords("about %1 needed").arg(*effect.iterationsNeeded);
    }
    return parts.join(QStringLiteral(", "));
}

// Where everything lies.
struct ForestPlot::Layout {
    PlainAxes card;
    QRectF plot; // the bars alone
    double reach = kLeastReach;
    double rowHeight = kForestRow;
    bool isNarrow = false;
    std::vector<std::optional<ForestBar>> bars;
    std::vector<QRectF> rows;
    std::vector<ChartLabel> labels;

    [[nodiscard]] double px(double margins) const
    {
        const double share = std::clamp(margins / reach, -1.0, 1.0);
        return plot.center().x() + share * plot.width() / 2;
    }
};

ForestPlot::ForestPlot(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void ForestPlot::setEffects(const QString& title, std::vector<KpiEffect> effects,
                            const QString& emptyText, QStringList details)
{
    m_details = std::move(details);
    m_title = title;
    m_emptyText = emptyText;
    m_effects = std::move(effects);
    m_current = std::min(m_current, m_effects.empty() ? 0 : m_effects.size() - 1);
    name();
    updateGeometry();
    update();
}

void ForestPlot::setCurrent(std::size_t row)
{
    if (row < m_effects.size() && row != m_current) {
        m_current = row;
        name();
        update();
        Q_EMIT currentChanged(row);
    }
}

std::optional<Explanation> ForestPlot::explanation() const
{
    if (m_effects.empty()) {
        return std::nullopt;
    }
    const KpiEffect& effect = m_effects[m_current];
    Explanation explanation{.title = metricTitleWithUnit(effect.metric) + QStringLiteral(": ") +
                                     effectWord(effect.verdict),
                            .value = effectText(effect)};
    for (const QString& text : {coreText(effect.why), detailOf(m_current)}) {
        explanation.formula.push_back(
            {.pattern = "{1}", .arguments = {{.text = text.toStdString()}}});
    }
    return explanation;
}

void ForestPlot::name()
{
    if (m_effects.empty()) {
        setAccessibleName(m_title + QStringLiteral(": ") + m_emptyText);
        return;
    }
    const KpiEffect& effect = m_effects[m_current];
    setAccessibleName(QStringLiteral("%1: %2, %3, %4, %5")
                          .arg(m_title, metricTitle(effect.metric), effectWord(effect.verdict),
                               effectText(effect), detailOf(m_current)));
    setAccessibleDescription(coreText(effect.why));
}

// The margins under the bars, and what their band means.
void ForestPlot::addScale(Layout& layout, const QRectF& room, Tone tone)
{
    const QColor muted = colourOf(tone, Ink::Muted);
    const Ticks ticks = niceTicks({-layout.reach, layout.reach}, kForestTicks, 1);
    double free = layout.plot.left() - kDot;
    for (const double tick : ticks.at) {
        const QString number = tick == 0 ? numberText(0, 0) : signedText(tick, 0);
        const ChartLabel label =
            labelAt(number, layout.px(tick) - textWidth(number) / 2,
                    layout.plot.bottom() + textHeight() / 2 + 2, LabelRole::XTick, muted);
        if (label.rect.left() > free) {
            free = label.rect.right() + 2;
            layout.labels.push_back(label);
        }
    }
    const QString band = forestWords("shaded: inside the margin, too little to matter");
    const double middle = std::clamp(layout.plot.center().x() - textWidth(band) / 2, room.left(),
                                     std::max(room.left(), room.right() - textWidth(band)));
    layout.labels.push_back(labelAt(band, middle, layout.plot.bottom() + 1.5 * textHeight() + 4,
                                    LabelRole::Note, muted));
}

QString ForestPlot::detailOf(std::size_t row) const
{
    return m_details.isEmpty() ? effectDetail(m_effects[row])
                               : m_details.value(static_cast<qsizetype>(row));
}

// What stands right of a bar, a line each: where there is little room each thing has its own.
QStringList ForestPlot::linesOf(std::size_t row, bool isNarrow) const
{
    QStringList lines{effectText(m_effects[row])};
    const QStringList details = detailOf(row).split(QStringLiteral(", "));
    if (!isNarrow) {
        return lines << details.join(QStringLiteral(", "));
    }
    // n and ESS, then what else there is.
    lines << details.mid(0, 2).join(QStringLiteral(", "));
    return details.size() > 2 ? lines << details.mid(2).join(QStringLiteral(", ")) : lines;
}

void ForestPlot::addRow(Layout& layout, std::size_t row, const QRectF& room, Tone tone) const
{
    const KpiEffect& effect = m_effects[row];
    const QColor text = colourOf(tone, Ink::Text);
    const double top = room.top() + layout.rowHeight * static_cast<double>(row);
    layout.rows.emplace_back(room.left(), top, room.width(), layout.rowHeight);
    const double middle = top + layout.rowHeight / 2;
    layout.labels.push_back(labelAt(metricTitle(effect.metric), room.left(),
                                    middle - textHeight() / 2, LabelRole::Series, text));
    layout.labels.push_back(labelAt(effectWord(effect.verdict), room.left(),
                                    middle + textHeight() / 2, LabelRole::Badge, text, true));
    const QStringList lines = linesOf(row, layout.isNarrow);
    double centre = middle - textHeight() * static_cast<double>(lines.size() - 1) / 2;
    for (const QString& line : lines) {
        layout.labels.push_back(labelAt(line, room.right() - textWidth(line), centre,
                                        LabelRole::Note,
                                        line == lines.front() ? text : colourOf(tone, Ink::Muted)));
        centre += textHeight();
    }
}

ForestPlot::Layout ForestPlot::layOutFor(QSizeF size, Tone tone) const
{
    Layout layout;
    layout.card = bareCard(size, m_title, tone);
    layout.labels = layout.card.labels;
    layout.isNarrow = size.width() < kOneLineFrom;
    layout.rowHeight = layout.isNarrow ? kNarrowRow : kForestRow;
    const QRectF room = layout.card.plot;
    if (m_effects.empty()) {
        layout.labels.push_back(emptyLabel(room, m_emptyText, tone));
        return layout;
    }
    double left = 0;
    double right = 0;
    std::vector<ForestBar> drawn;
    for (std::size_t row = 0; row < m_effects.size(); ++row) {
        const KpiEffect& effect = m_effects[row];
        left = std::max({left, textWidth(metricTitle(effect.metric)),
                         textWidth(effectWord(effect.verdict), true)});
        for (const QString& line : linesOf(row, layout.isNarrow)) {
            right = std::max(right, textWidth(line));
        }
        layout.bars.push_back(forestBar(effect));
        if (layout.bars.back()) {
            drawn.push_back(*layout.bars.back());
        }
    }
    layout.reach = forestReach(drawn);
    layout.plot = QRectF(room.left() + left + kColumnGap, room.top(),
                         std::max(20.0, room.width() - left - right - 2 * kColumnGap),
                         layout.rowHeight * static_cast<double>(m_effects.size()));
    for (std::size_t row = 0; row < m_effects.size(); ++row) {
        addRow(layout, row, room, tone);
    }
    addScale(layout, room, tone);
    return layout;
}

std::vector<ChartLabel> ForestPlot::labels() const
{
    return layOutFor(size(), m_theme.tone()).labels;
}

namespace
{

// An end that lies beyond the scale is an arrow.
void paintEnd(QPainter& painter, double x, double y, bool isCut, double direction)
{
    if (isCut) {
        painter.drawLine(QPointF(x, y), QPointF(x - direction * kDot, y - kDot));
        painter.drawLine(QPointF(x, y), QPointF(x - direction * kDot, y + kDot));
    }
}

} // namespace

void ForestPlot::paint(QPainter& painter, QSizeF size, Tone tone) const
{
    const Layout layout = layOutFor(size, tone);
    PlainAxes card = layout.card;
    card.labels.clear();
    paintAxes(painter, card, tone);
    if (!m_effects.empty()) {
        const double top = layout.plot.top();
        const double bottom = layout.plot.bottom();
        if (hasFocus() && m_current < layout.rows.size()) {
            painter.fillRect(layout.rows[m_current], colourOf(tone, Ink::SelectionRow));
        }
        painter.fillRect(QRectF(QPointF(layout.px(-1), top), QPointF(layout.px(1), bottom)),
                         colourOf(tone, Ink::WarmUp));
        painter.setPen(QPen(colourOf(tone, Ink::Cursor), 1));
        const double zero = crisp(layout.px(0));
        painter.drawLine(QPointF(zero, top), QPointF(zero, bottom));
        const QColor ink = colourOf(tone, Ink::Text);
        for (std::size_t i = 0; i < layout.bars.size(); ++i) {
            if (!layout.bars[i]) {
                continue;
            }
            const ForestBar& bar = *layout.bars[i];
            const double y = crisp(layout.rows[i].center().y());
            painter.setPen(QPen(ink, 2));
            painter.drawLine(QPointF(layout.px(bar.low), y), QPointF(layout.px(bar.high), y));
            paintEnd(painter, layout.px(bar.low), y, bar.low < -layout.reach, -1);
            paintEnd(painter, layout.px(bar.high), y, bar.high > layout.reach, 1);
            if (std::abs(bar.centre) <= layout.reach) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(ink);
                painter.drawEllipse(QPointF(layout.px(bar.centre), y), kDot, kDot);
                painter.setBrush(Qt::NoBrush);
            }
        }
    }
    paintLabels(painter, layout.labels);
}

void ForestPlot::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, size(), m_theme.tone());
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.colour(Ink::Accent), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

void ForestPlot::mousePressEvent(QMouseEvent* event)
{
    const Layout layout = layOutFor(size(), m_theme.tone());
    for (std::size_t i = 0; i < layout.rows.size(); ++i) {
        if (layout.rows[i].contains(event->position())) {
            setCurrent(i);
        }
    }
    QWidget::mousePressEvent(event);
}

void ForestPlot::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down) {
        setCurrent(m_current + 1);
    } else if (event->key() == Qt::Key_Up && m_current > 0) {
        setCurrent(m_current - 1);
    } else if (event->key() != Qt::Key_Up) {
        QWidget::keyPressEvent(event);
    }
}

void ForestPlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateGeometry(); // a narrow one has higher rows
}

void ForestPlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        name();
        updateGeometry();
        update();
    }
}

QSize ForestPlot::sizeHint() const
{
    constexpr std::size_t kFewestForestRows = 4;
    const auto rows = static_cast<double>(std::max(m_effects.size(), kFewestForestRows));
    return {kPreferredWidth,
            static_cast<int>(std::ceil(textHeight(true) + 18 +
                                       rows * (width() < kOneLineFrom ? kNarrowRow : kForestRow) +
                                       kForestFoot))};
}

QSize ForestPlot::minimumSizeHint() const
{
    return {kLeastWidth, sizeHint().height()};
}

} // namespace soak::ui
