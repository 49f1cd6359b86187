// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting as the program waits: in an event loop that wakes when something comes.
#pragma once

#include <functional>

namespace soak::ui
{

// Until it is so, at most for so many milliseconds; false when they went by. QTest::qWaitFor sleeps
// 10 ms on the GUI thread between two looks, and a beat that came in the sleep would count as kept.
[[nodiscard]] bool waitInLoop(const std::function<bool()>& isSo, int mostMs = 5'000);

} // namespace soak::ui
