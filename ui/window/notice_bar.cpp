// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace soak::ui
{

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent), m_text(new QLabel(this)), m_action(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_close->setText(QStringLiteral("\u00d7"));
    m_close->setAutoRaise(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto act = std::exchange(m_act, {})) {
            act();
        }
    });
    hide();
}

void NoticeBar::tell(const QString& text, const QString& action, std::function<void()> act)
{
    m_text->setText(text);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    m_close->setAccessibleName(tr("Close the notice"));
    m_close->setToolTip(tr("Close the notice"));
    m_act = std::move(act);
    show();
}

QString NoticeBar::text() const
{
    return m_text->text();
}

} // namespace soak::ui
