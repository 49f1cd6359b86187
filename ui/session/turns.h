// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <functional>

namespace soak::ui
{

// Work of the GUI thread, one piece in a turn of the event loop: many zero timers would all fire in
// one turn, and their sum would keep the window. GUI thread only.
class Turns final : public QObject
{
    Q_OBJECT

public:
    using Work = std::function<void()>;

    explicit Turns(QObject* parent = nullptr);

    // In the order of asking; what the same `owner` asked for before is given up. Nothing is done
    // for an owner that is gone.
    void ask(QObject* owner, Work work);
    void giveUp(const QObject* owner);
    [[nodiscard]] bool isWaiting(const QObject* owner) const;

    [[nodiscard]] bool isEmpty() const { return m_waiting.empty(); }

private:
    struct Waiting {
        QPointer<QObject> owner;
        Work work;
    };

    void doOne();

    std::deque<Waiting> m_waiting;
    QTimer m_next;
};

} // namespace soak::ui
