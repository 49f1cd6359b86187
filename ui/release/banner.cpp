// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/banner.h"

#include "ui/widgets/meaning.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace soak::ui
{
namespace
{

constexpr int kIcon = 12;
constexpr int kLeft = 28;

} // namespace

Banner::Banner(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_title(new QLabel(this)), m_lines(new QLabel(this))
{
    m_title->setFont(Theme::strongFont());
    for (QLabel* label : {m_title, m_lines}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_lines->setFont(Theme::textFont());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kLeft, 7, 10, 7);
    layout->setSpacing(3);
    layout->addWidget(m_title);
    layout->addWidget(m_lines);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(&theme, &Theme::changed, this, &Banner::colour);
    hide();
}

void Banner::setTexts(Meaning meaning, const QString& title, const QStringList& lines)
{
    m_meaning = meaning;
    m_title->setText(title);
    m_lines->setText(lines.join(QLatin1Char('\n')));
    m_lines->setVisible(!lines.isEmpty());
    setAccessibleName(title);
    colour();
    setVisible(!title.isEmpty());
}

void Banner::colour()
{
    for (QLabel* label : {m_title, m_lines}) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, chipColours(m_theme.tone(), m_meaning).ink);
        label->setPalette(palette);
    }
    update();
}

void Banner::paintEvent(QPaintEvent* /*event*/)
{
    const ChipColours colours = chipColours(m_theme.tone(), m_meaning);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.tint);
    painter.drawRoundedRect(rect(), 3, 3);
    paintMeaning(painter, QRectF(9, 9, kIcon, kIcon), m_meaning, colours.ink);
}

} // namespace soak::ui
