// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/waterfall.h"

#include "ui/theme/numbers.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr int kRow = 22;
constexpr int kBar = 13;
constexpr int kGap = 8;
constexpr int kLeastBar = 48;

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

double Waterfall::Scale::xOf(double value) const
{
    return left + room * (value - low) / (high > low ? high - low : 1);
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

void Waterfall::paintPart(QPainter& painter, const WaterfallPart& part, int top,
                          const Scale& scale) const
{
    const QFont font = part.isTotal ? Theme::strongFont() : Theme::textFont();
    const int titles = titleWidth();
    painter.setFont(font);
    painter.setPen(m_theme.colour(part.isTotal ? Ink::Text : Ink::Muted));
    painter.drawText(QRect(0, top, titles, kRow), Qt::AlignRight | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(part.title, Qt::ElideRight, titles));
    if (!part.change) {
        painter.drawText(QRectF(scale.left, top, width() - scale.left, kRow),
                         Qt::AlignLeft | Qt::AlignVCenter, valueText(part));
        return;
    }
    if (part.from && part.to) {
        const double from = scale.xOf(std::min(*part.from, *part.to));
        const double to = scale.xOf(std::max(*part.from, *part.to));
        painter.fillRect(QRectF(from, top + (kRow - kBar) / 2.0, std::max(1.0, to - from), kBar),
                         m_theme.colour(part.isTotal ? Ink::Text : Ink::Waterfall));
    }
    painter.setPen(m_theme.colour(Ink::Text));
    painter.drawText(QRect(width() - valueWidth(), top, valueWidth(), kRow),
                     Qt::AlignRight | Qt::AlignVCenter, valueText(part));
}

void Waterfall::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    Scale scale;
    scale.left = titleWidth() + kGap;
    scale.room = std::max(kLeastBar * 1.0, width() - scale.left - valueWidth() - kGap);
    for (const WaterfallPart& part : m_parts) {
        for (const std::optional<double> end : {part.from, part.to}) {
            scale.low = std::min(scale.low, end.value_or(0));
            scale.high = std::max(scale.high, end.value_or(0));
        }
    }
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        paintPart(painter, m_parts[i], static_cast<int>(i) * kRow, scale);
    }
    if (scale.low < 0) {
        painter.fillRect(QRectF(scale.xOf(0), 0, 1, height()), m_theme.colour(Ink::Border));
    }
    if (hasFocus()) {
        painter.setPen(m_theme.colour(Ink::Accent));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace soak::ui
