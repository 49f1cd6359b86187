// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notice_bar.h"

#include <QAccessible>
#include <QEvent>
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
    m_close->setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::close);
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::act);
    retranslate();
    hide();
}

void NoticeBar::retranslate()
{
    m_close->setAccessibleName(tr("Close the notice"));
    m_close->setToolTip(m_close->accessibleName());
}

void NoticeBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void NoticeBar::tell(const QString& text)
{
    m_told = text;
    showNext();
}

void NoticeBar::offer(const QString& key, const QString& text, const QString& action,
                      std::function<void()> act)
{
    std::erase_if(m_offers, [&](const Offer& offer) { return offer.key == key; });
    m_offers.push_back({key, text, action, std::move(act)});
    m_told.reset();
    showNext();
}

void NoticeBar::withdraw(const QString& key)
{
    if (std::erase_if(m_offers, [&](const Offer& offer) { return offer.key == key; }) > 0) {
        showNext();
    }
}

void NoticeBar::showNext()
{
    setVisible(m_told || !m_offers.empty());
    if (isHidden()) {
        return;
    }
    const bool isOffer = !m_told;
    m_text->setText(isOffer ? m_offers.back().text : *m_told);
    m_action->setVisible(isOffer);
    m_action->setText(isOffer ? m_offers.back().action : QString());
    m_action->setAccessibleName(m_action->text());
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::close()
{
    if (m_told) {
        m_told.reset();
    } else if (!m_offers.empty()) {
        m_offers.pop_back();
    }
    showNext();
}

void NoticeBar::act()
{
    if (m_told || m_offers.empty()) {
        return;
    }
    const std::function<void()> act = std::move(m_offers.back().act);
    m_offers.pop_back();
    showNext();
    act();
}

QString NoticeBar::text() const
{
    return m_text->text();
}

} // namespace soak::ui
