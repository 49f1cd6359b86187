// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <stop_token>

namespace soak
{

// SIGINT and SIGTERM request a stop instead of ending the process; a second signal ends it at once.
// Restores the former handlers when destroyed. At most one at a time (asserted). Callbacks of the
// token run on a thread of the guard, so they may do what a signal handler may not.
class SignalGuard final
{
public:
    SignalGuard();
    ~SignalGuard();
    SignalGuard(const SignalGuard&) = delete;
    SignalGuard& operator=(const SignalGuard&) = delete;

    [[nodiscard]] std::stop_token token() const;
    [[nodiscard]] std::optional<int> received() const; // SIGINT or SIGTERM, the first of them

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace soak
