// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/signal_guard.h"

#include "core/base/descriptor.h"
#include "core/base/result.h"

#include <sys/eventfd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <thread>

namespace soak
{

namespace
{

// A signal handler reaches nothing but these.
std::atomic<int> g_received{0};
std::atomic<int> g_wakeUp{-1};
static_assert(std::atomic<int>::is_always_lock_free);

void wake(int event)
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(event, &one, sizeof one);
}

extern "C" void onSignal(int signal)
{
    const int savedErrno = errno;
    int none = 0;
    if (g_received.compare_exchange_strong(none, signal)) {
        wake(g_wakeUp.load());
    } else { // the second: we are asked to end whatever we are doing

        struct sigaction action {
        };

        action.sa_handler = SIG_DFL;
        ::sigaction(signal, &action, nullptr);
        ::raise(signal); // comes when this handler returns
    }
    errno = savedErrno;
}

constexpr std::array kSignals{SIGINT, SIGTERM};

} // namespace

struct SignalGuard::State {
    std::stop_source stop;
    Descriptor event;
    std::array<struct sigaction, kSignals.size()> former{};
    std::thread waiter;
};

SignalGuard::SignalGuard() : m_state(std::make_unique<State>())
{
    SOAK_ASSERT(g_wakeUp.load() < 0);
    m_state->event = Descriptor(::eventfd(0, EFD_CLOEXEC));
    SOAK_ASSERT(m_state->event.isOpen());
    g_received = 0;
    g_wakeUp = m_state->event.get();
    // request_stop() is not safe in a handler (it runs callbacks and takes locks): a thread does
    // it.
    m_state->waiter = std::thread([stop = m_state->stop, event = m_state->event.get()]() mutable {
        std::uint64_t count = 0;
        retryInterrupted([&] { return ::read(event, &count, sizeof count); });
        if (g_received.load() != 0) {
            stop.request_stop();
        }
    });

    struct sigaction action {
    };

    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        ::sigaction(kSignals[i], &action, &m_state->former[i]);
    }
}

SignalGuard::~SignalGuard()
{
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        ::sigaction(kSignals[i], &m_state->former[i], nullptr);
    }
    wake(m_state->event.get());
    m_state->waiter.join();
    g_wakeUp = -1;
}

std::stop_token SignalGuard::token() const
{
    return m_state->stop.get_token();
}

std::optional<int> SignalGuard::received() const
{
    const int signal = g_received.load();
    return signal == 0 ? std::nullopt : std::optional(signal);
}

} // namespace soak
