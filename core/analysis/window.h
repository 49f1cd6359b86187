// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of a run a verdict is about (DOMAIN 0 P8).
#pragma once

#include "core/model/soak_run.h"

#include <cstddef>
#include <vector>

namespace soak
{

// The rows from `firstRow` to the end of the table.
struct Window {
    int size = 0; // asked for; 0 = the whole run
    std::size_t firstRow = 0;
    bool isShort = false;
};

// The last `size` iterations that could be read; `size` 0 or less: all of them. Short when there
// are fewer than asked for. The whole run is short when it is empty, or has fewer iterations than
// RUN.json asks for.
Window windowOf(const SoakRun& run, int size);

std::vector<int> iterationsOf(const SoakRun& run, const Window& window);

// Whether an iteration file of the window, or after it, could not be read (DOMAIN 2.7).
bool hasLoadError(const SoakRun& run, const Window& window);

} // namespace soak
