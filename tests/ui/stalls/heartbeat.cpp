// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stalls/heartbeat.h"

#include <QCoreApplication>
#include <QFile>
#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace soak::ui
{
namespace
{

struct Clocks {
    double wallMs = 0;
    double cpuMs = 0;
    double waitedMs = 0; // for a processor
};

double millisOf(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// The second number: nanoseconds that the thread was ready and no processor was free. 0 where the
// kernel does not count.
double waitedMs(const QString& schedule)
{
    QFile file(schedule);
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QList<QByteArray> words = file.readAll().split(' ');
    return words.size() < 2 ? 0 : words[1].toDouble() / 1e6;
}

Clocks clocks(clockid_t guiClock, const QString& schedule)
{
    return {millisOf(CLOCK_MONOTONIC), millisOf(guiClock), waitedMs(schedule)};
}

} // namespace

Heartbeat::Heartbeat() : m_schedule(QStringLiteral("/proc/self/task/%1/schedstat").arg(gettid()))
{
    pthread_getcpuclockid(pthread_self(), &m_guiClock);
    m_thread = std::jthread([this](const std::stop_token& stop) { post(stop); });
}

Heartbeat::~Heartbeat()
{
    stop();
}

void Heartbeat::post(const std::stop_token& stop)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any wake;
    while (!stop.stop_requested()) {
        const Clocks sent = clocks(m_guiClock, m_schedule);
        QMetaObject::invokeMethod(&m_here, [this, sent] {
            const Clocks now = clocks(m_guiClock, m_schedule);
            const double delay = now.wallMs - sent.wallMs;
            const double cpu = now.cpuMs - sent.cpuMs;
            const double waited = now.waitedMs - sent.waitedMs;
            m_beats.push_back({sent.wallMs, delay, std::max(cpu, delay - waited), cpu});
        });
        wake.wait_for(lock, stop, kEvery, [] { return false; });
    }
}

void Heartbeat::stop()
{
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
        QCoreApplication::sendPostedEvents(&m_here);
    }
}

Beat Heartbeat::worst() const
{
    return most([](const Beat& a, const Beat& b) { return a.ownMs < b.ownMs; });
}

Beat Heartbeat::busiest() const
{
    return most([](const Beat& a, const Beat& b) { return a.cpuMs < b.cpuMs; });
}

Beat Heartbeat::most(bool (*isLess)(const Beat&, const Beat&)) const
{
    const auto found = std::max_element(m_beats.begin(), m_beats.end(), isLess);
    return found == m_beats.end() ? Beat{} : *found;
}

} // namespace soak::ui
