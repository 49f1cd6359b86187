// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/turns.h"

#include <algorithm>
#include <utility>

namespace soak::ui
{

Turns::Turns(QObject* parent) : QObject(parent)
{
    m_next.setSingleShot(true);
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &Turns::doOne);
}

void Turns::ask(QObject* owner, Work work)
{
    giveUp(owner);
    m_waiting.push_back({owner, std::move(work)});
    m_next.start();
}

void Turns::giveUp(const QObject* owner)
{
    std::erase_if(m_waiting, [owner](const Waiting& one) { return one.owner == owner; });
}

bool Turns::isWaiting(const QObject* owner) const
{
    return std::ranges::any_of(m_waiting,
                               [owner](const Waiting& one) { return one.owner == owner; });
}

void Turns::doOne()
{
    while (!m_waiting.empty()) {
        const Waiting one = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (one.owner != nullptr) {
            if (!m_waiting.empty()) {
                m_next.start(); // also if the work never returns normally: a dialog in it
            }
            one.work();
            return;
        }
    }
}

} // namespace soak::ui
