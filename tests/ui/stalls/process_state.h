// SPDX-License-Identifier: GPL-3.0-or-later
// What this process holds just now.
#pragma once

#include <cstddef>

namespace soak::ui
{

struct ProcessState {
    std::size_t threads = 0;
    std::size_t files = 0; // open descriptors
    std::size_t residentKb = 0;
    std::size_t heapKb = 0; // handed out by malloc and not given back
};

ProcessState processState();

double processCpuMs(); // of all threads since the start

} // namespace soak::ui
