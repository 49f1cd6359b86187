// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/verdict_chip.h"

#include "ui/widgets/meaning.h"

#include <QFontMetrics>
#include <QPainter>

namespace soak::ui
{
namespace
{

constexpr int kChipPadding = 7;
constexpr int kChipGap = 5;
constexpr double kChipRadius = 2;

int iconSize(const QFontMetrics& metrics)
{
    return metrics.ascent() - 2;
}

} // namespace

VerdictChip::VerdictChip(const Theme& theme, QWidget* parent) : QLabel(parent), m_theme(theme)
{
    setFont(Theme::strongFont());
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setVerdict(Meaning::NoData);
}

void VerdictChip::setVerdict(Meaning meaning, const QString& word)
{
    m_meaning = meaning;
    setText(word.isEmpty() ? meaningWord(meaning) : word);
    setAccessibleName(text());
    updateGeometry();
    update();
}

QSize VerdictChip::sizeFor(const QString& word)
{
    const QFontMetrics metrics(Theme::strongFont());
    return {2 * kChipPadding + iconSize(metrics) + kChipGap + metrics.horizontalAdvance(word),
            metrics.height() + 4};
}

QSize VerdictChip::sizeHint() const
{
    return sizeFor(text());
}

QSize VerdictChip::minimumSizeHint() const
{
    return sizeHint();
}

void VerdictChip::paint(QPainter& painter, const QRect& box, Tone tone, Meaning meaning,
                        const QString& word)
{
    const ChipColours colours = chipColours(tone, meaning);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.tint);
    painter.drawRoundedRect(box, kChipRadius, kChipRadius);
    const QFont font = Theme::strongFont();
    const QFontMetrics metrics(font);
    const int size = iconSize(metrics);
    const QRectF icon(box.left() + kChipPadding, box.center().y() + 1 - size / 2.0, size, size);
    paintMeaning(painter, icon, meaning, colours.ink);
    painter.setFont(font);
    painter.setPen(colours.ink);
    const QRect text = box.adjusted(kChipPadding + size + kChipGap, 0, -kChipPadding + 2, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(word, Qt::ElideRight, text.width()));
    painter.restore();
}

void VerdictChip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paint(painter, rect(), m_theme.tone(), m_meaning, text());
    if (hasFocus()) {
        painter.setPen(m_theme.colour(Ink::Accent));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace soak::ui
