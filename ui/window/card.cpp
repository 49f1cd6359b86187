// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/card.h"

#include <QPainter>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

constexpr double kRadius = 4;

} // namespace

Card::Card(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme)
{
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(Ink::Border), 1));
    painter.setBrush(m_theme.colour(Ink::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

QWidget* carded(const Theme& theme, QWidget* content, const QMargins& around)
{
    auto* outer = new QWidget;
    auto* outerLayout = new QVBoxLayout(outer);
    outerLayout->setContentsMargins(around);
    auto* card = new Card(theme, outer);
    outerLayout->addWidget(card);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    if (content != nullptr) {
        layout->addWidget(content);
    }
    return outer;
}

QVBoxLayout* cardLayout(QWidget* made)
{
    return qobject_cast<QVBoxLayout*>(made->findChild<Card*>()->layout());
}

} // namespace soak::ui
