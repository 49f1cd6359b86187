// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace soak
{

// Told how far long work is; `total` 0 = unknown. May be empty. Called on the worker's thread, at
// least every 50 ms of work.
using Progress =
    std::function<void(std::uint64_t done, std::uint64_t total, std::string_view what)>;

} // namespace soak
