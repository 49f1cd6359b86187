// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include <QLabel>
#include <QVBoxLayout>

namespace soak::ui
{

EmptyState::EmptyState(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_title(new QLabel), m_text(new QLabel)
{
    m_title->setFont(Theme::strongFont());
    for (QLabel* label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::WindowText);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addStretch(3);
    connect(&theme, &Theme::changed, this, &EmptyState::colour);
    colour();
}

void EmptyState::setText(const QString& title, const QString& text)
{
    m_title->setText(title);
    m_text->setText(text);
    setAccessibleName(title);
    setAccessibleDescription(text);
}

void EmptyState::setNoRun()
{
    setText(tr("No run is open"),
            tr("Choose one under Runs, open a folder with Ctrl+O, or drop one here."));
}

void EmptyState::colour()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_theme.colour(Ink::Muted));
    m_text->setPalette(muted);
}

} // namespace soak::ui
