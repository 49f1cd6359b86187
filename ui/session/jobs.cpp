// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/jobs.h"

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr std::chrono::milliseconds kTellEvery{50};
constexpr int kFewestWorkers = 2; // so that a long job does not hold up a short one

} // namespace

Jobs::Jobs(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(std::max(kFewestWorkers, QThread::idealThreadCount()));
}

Jobs::~Jobs()
{
    for (const auto& state : m_states) {
        state->stop.request_stop();
    }
    m_pool.waitForDone();
}

std::shared_ptr<Jobs::State> Jobs::begin(const QString& title)
{
    auto state = std::make_shared<State>();
    state->info.id = m_nextId++;
    state->info.title = title;
    state->info.started = std::chrono::steady_clock::now();
    m_states.push_back(state);
    Q_EMIT changed();
    return state;
}

Progress Jobs::progressOf(const std::shared_ptr<State>& state)
{
    return [this, state](std::uint64_t done, std::uint64_t total, std::string_view what) {
        const auto now = std::chrono::steady_clock::now();
        if (now - state->told < kTellEvery) {
            return;
        }
        state->told = now;
        QMetaObject::invokeMethod(
            this, [this, state, done, total,
                   text = QString::fromUtf8(what.data(), static_cast<qsizetype>(what.size()))] {
                state->info.done = done;
                state->info.total = total;
                state->info.what = text;
                Q_EMIT changed();
            });
    };
}

void Jobs::end(int id)
{
    std::erase_if(m_states, [id](const auto& state) { return state->info.id == id; });
    Q_EMIT changed();
    Q_EMIT finished(id);
}

std::vector<JobInfo> Jobs::running() const
{
    std::vector<JobInfo> infos;
    infos.reserve(m_states.size());
    for (const auto& state : m_states) {
        infos.push_back(state->info);
    }
    return infos;
}

void Jobs::stop(int id)
{
    for (const auto& state : m_states) {
        if (state->info.id == id) {
            state->stop.request_stop();
            state->info.isStopping = true;
        }
    }
    Q_EMIT changed();
}

void Jobs::stopAll()
{
    for (const auto& state : m_states) {
        state->stop.request_stop();
        state->info.isStopping = true;
    }
    Q_EMIT changed();
}

} // namespace soak::ui
