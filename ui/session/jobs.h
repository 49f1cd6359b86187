// SPDX-License-Identifier: GPL-3.0-or-later
// Work that takes longer than a frame runs here, off the GUI thread, with progress and a way to
// stop it. The public face is for the GUI thread.
#pragma once

#include "core/base/heap.h"
#include "core/base/progress.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace soak::ui
{

struct JobInfo {
    int id = 0;
    QString title; // in the person's language
    std::uint64_t done = 0;
    std::uint64_t total = 0; // 0 = unknown
    QString what;            // what it works on just now
    std::chrono::steady_clock::time_point started;
    bool isStopping = false;
};

class Jobs final : public QObject
{
    Q_OBJECT

public:
    explicit Jobs(QObject* parent = nullptr);
    // Asks every job to stop and waits for it: only at the end of the program.
    ~Jobs() override;

    // Runs `work(stop, progress)` on a worker and then, on the GUI thread, `then(result)`, unless
    // `context` is gone by that time. `work` polls `stop` at least every 50 ms. Returns the job's
    // id. Not QFuture::then(context, ...): in Qt 6.4 a context that dies first is a crash.
    template <typename Work, typename Then>
    int run(const QString& title, Work work, QObject* context, Then then)
    {
        using T = std::invoke_result_t<Work, std::stop_token, const Progress&>;
        const std::shared_ptr<State> state = begin(title);
        m_pool.start([this, state, work = std::move(work), context = QPointer<QObject>(context),
                      then = std::move(then)]() mutable {
            prepareThreadHeap();
            auto result = std::make_shared<T>(work(state->stop.get_token(), progressOf(state)));
            QMetaObject::invokeMethod(this, [this, state, result, context, then]() mutable {
                end(state->info.id);
                if (context) {
                    then(std::move(*result));
                }
            });
        });
        return state->info.id;
    }

    [[nodiscard]] std::vector<JobInfo> running() const; // oldest first
    void stop(int id);
    void stopAll();

Q_SIGNALS:
    void changed(); // a job began, moved on or ended; at most every 50 ms while it moves
    void finished(int id);

private:
    struct State;

    std::shared_ptr<State> begin(const QString& title);
    Progress progressOf(const std::shared_ptr<State>& state);
    void end(int id);

    struct State {
        JobInfo info; // GUI thread only
        std::stop_source stop;
        std::chrono::steady_clock::time_point told; // worker only
    };

    int m_nextId = 1;
    std::vector<std::shared_ptr<State>> m_states;
    QThreadPool m_pool;
};

} // namespace soak::ui
