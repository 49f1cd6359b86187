// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/view_context.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>
#include <utility>

namespace soak::ui
{

// Calls `show` whenever another run is primary, or the primary one is loaded anew or closed;
// for as long as `receiver` lives.
template <typename Show>
void followPrimary(const ViewContext& context, QObject* receiver, Show show)
{
    QObject::connect(&context.selection, &Selection::primaryChanged, receiver, show);
    QObject::connect(&context.session, &Session::closed, receiver, [show] { show(); });
    const auto ifPrimary = [show, selection = &context.selection](const QString& identity) {
        if (identity == selection->primary()) {
            show();
        }
    };
    QObject::connect(&context.session, &Session::opened, receiver, ifPrimary);
    QObject::connect(&context.session, &Session::changed, receiver, ifPrimary);
}

// The same for a view that may stand behind another tab: another run is taken in the next turn of
// the loop, each view in a turn of its own, so that no turn is long; of a run that grows it is
// brought up to date when it is seen, and at most every kPause, so that fifty files a second cost
// nothing.
class FollowWhileSeen final : public QObject
{
public:
    static constexpr std::chrono::milliseconds kPause{100};

    // `show` is called once from here.
    FollowWhileSeen(const ViewContext& context, QWidget* view, std::function<void()> show)
        : QObject(view), m_turns(context.session.turns()), m_view(view), m_show(std::move(show)),
          m_pause(new QTimer(this))
    {
        m_pause->setSingleShot(true);
        m_pause->setInterval(kPause);
        view->installEventFilter(this);
        const auto soon = [this] {
            if (m_view->window()->isVisible()) {
                m_turns.ask(this, [this] { bringUpToDate(); });
            } else {
                bringUpToDate();
            }
        };
        QObject::connect(&context.selection, &Selection::primaryChanged, this, soon);
        QObject::connect(&context.session, &Session::closed, this, soon);
        QObject::connect(m_pause, &QTimer::timeout, this, [this] { showIfSeen(); });
        const auto grown = [this, selection = &context.selection](const QString& identity) {
            if (identity == selection->primary()) {
                m_isStale = true;
                showIfSeen();
            }
        };
        QObject::connect(&context.session, &Session::opened, this, grown);
        QObject::connect(&context.session, &Session::changed, this, grown);
        m_show();
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Show) {
            if (m_turns.isWaiting(this)) {
                bringUpToDate();
            }
            showIfSeen();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void showIfSeen()
    {
        if (m_isStale && m_view->isVisible() && !m_pause->isActive()) {
            bringUpToDate();
            m_pause->start();
        }
    }

    void bringUpToDate()
    {
        m_isStale = false;
        m_turns.giveUp(this);
        m_show();
    }

    Turns& m_turns;
    QWidget* m_view;
    std::function<void()> m_show;
    QTimer* m_pause;
    bool m_isStale = false;
};

} // namespace soak::ui
