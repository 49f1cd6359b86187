// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section.h"

#include "ui/widgets/elided_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace soak::ui
{

Section::Section(const Theme& theme, const QString& title, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_title(new ElidedLabel), m_top(new QHBoxLayout),
      m_body(new QVBoxLayout)
{
    m_title->setFont(Theme::strongFont());
    m_top->addWidget(m_title, 1);
    m_top->setSpacing(8);
    m_body->setSpacing(4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addLayout(m_top);
    layout->addLayout(m_body);
    setTitle(title);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Section::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Section::addCorner(QWidget* widget)
{
    m_top->addWidget(widget);
}

void Section::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.colour(Ink::Border));
}

} // namespace soak::ui
