// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/waterfall.h"

#include "ui/theme/numbers.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace soak::ui
{
namespace
{

constexpr int kRow = 22;
constexpr int kBar = 13;
constexpr int kGap = 8;
constexpr int kLeastBar = 48;

struct Bar {
    double from = 0;
    double to = 0;
};

// Where each part begins and ends; a part that is not recorded stands still.
std::vector<Bar> barsOf(const std::vector<WaterfallPart>& parts)
{
    std::vector<Bar> bars;
    double at = 0;
    for (const WaterfallPart& part : parts) {
        const double change = part.change.value_or(0);
        bars.push_back(part.isTotal ? Bar{0, change} : Bar{at, at + change});
        at = part.isTotal && part.change ? change : bars.back().to;
    }
    return bars;
}

} // namespace

Waterfall::Waterfall(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Waterfall::setParts(std::vector<WaterfallPart> parts, int decimals)
{
    m_parts = std::move(parts);
    m_decimals = decimals;
    QStringList spoken;
    for (const WaterfallPart& part : m_parts) {
        spoken += part.title + QStringLiteral(": ") + valueText(part);
    }
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QString Waterfall::valueText(const WaterfallPart& part) const
{
    return part.change ? signedText(*part.change, m_decimals) : tr("not recorded");
}

int Waterfall::titleWidth() const
{
    int widest = 0;
    const QFontMetrics metrics(Theme::strongFont());
    for (const WaterfallPart& part : m_parts) {
        widest = std::max(widest, metrics.horizontalAdvance(part.title));
    }
    return std::min(widest, width() * 2 / 5);
}

int Waterfall::valueWidth() const
{
    int widest = 0;
    const QFontMetrics metrics(Theme::strongFont());
    for (const WaterfallPart& part : m_parts) {
        if (part.change) {
            widest = std::max(widest, metrics.horizontalAdvance(valueText(part)));
        }
    }
    return widest;
}

QSize Waterfall::sizeHint() const
{
    return {264, static_cast<int>(m_parts.size()) * kRow};
}

QSize Waterfall::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

bool Waterfall::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const auto row = static_cast<std::size_t>(std::max(0, help->pos().y() / kRow));
        QToolTip::showText(help->globalPos(),
                           row < m_parts.size()
                               ? m_parts[row].title + QStringLiteral(": ") + valueText(m_parts[row])
                               : QString(),
                           this);
        return true;
    }
    return QWidget::event(event);
}

void Waterfall::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const int titles = titleWidth();
    const int values = valueWidth();
    const double left = titles + kGap;
    const double room = std::max(kLeastBar * 1.0, width() - left - values - kGap);
    const std::vector<Bar> bars = barsOf(m_parts);
    double low = 0;
    double high = 0;
    for (const Bar& bar : bars) {
        low = std::min({low, bar.from, bar.to});
        high = std::max({high, bar.from, bar.to});
    }
    const double span = high > low ? high - low : 1;
    const auto xOf = [&](double value) { return left + room * (value - low) / span; };
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const WaterfallPart& part = m_parts[i];
        const int top = static_cast<int>(i) * kRow;
        const QFont font = part.isTotal && i > 0 ? Theme::strongFont() : Theme::textFont();
        painter.setFont(font);
        painter.setPen(m_theme.colour(part.isTotal && i > 0 ? Ink::Text : Ink::Muted));
        painter.drawText(QRect(0, top, titles, kRow), Qt::AlignRight | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(part.title, Qt::ElideRight, titles));
        if (!part.change) {
            painter.drawText(QRectF(left, top, width() - left, kRow),
                             Qt::AlignLeft | Qt::AlignVCenter, valueText(part));
            continue;
        }
        const double from = xOf(std::min(bars[i].from, bars[i].to));
        const double to = xOf(std::max(bars[i].from, bars[i].to));
        painter.fillRect(QRectF(from, top + (kRow - kBar) / 2.0, std::max(1.0, to - from), kBar),
                         m_theme.colour(part.isTotal && i > 0 ? Ink::Text : Ink::Waterfall));
        painter.setPen(m_theme.colour(Ink::Text));
        painter.drawText(QRect(width() - values, top, values, kRow),
                         Qt::AlignRight | Qt::AlignVCenter, valueText(part));
    }
    if (low < 0) {
        painter.fillRect(QRectF(xOf(0), 0, 1, height()), m_theme.colour(Ink::Border));
    }
}

} // namespace soak::ui
