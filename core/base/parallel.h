// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace soak
{

// Calls `work` once for each of 0 to count - 1, in no order, from as many threads as the machine
// has cores and tasks. `work` must not throw; each call may write to a place of its own only.
void forEachInParallel(std::size_t count, const std::function<void(std::size_t)>& work);

} // namespace soak
