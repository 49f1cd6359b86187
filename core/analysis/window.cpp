// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/window.h"

#include <algorithm>

namespace soak
{

Window windowOf(const SoakRun& run, int size)
{
    const std::size_t rows = run.table.rowCount();
    Window window{std::max(size, 0), 0, rows == 0};
    if (window.size > 0) {
        const auto asked = static_cast<std::size_t>(window.size);
        window.firstRow = rows > asked ? rows - asked : 0;
        window.isShort = rows < asked;
    } else if (run.info && run.info->iterations > 0) {
        window.isShort = rows < static_cast<std::size_t>(run.info->iterations);
    }
    return window;
}

std::vector<int> iterationsOf(const SoakRun& run, const Window& window)
{
    const auto all = run.table.iterations().subspan(window.firstRow);
    return {all.begin(), all.end()};
}

bool hasLoadError(const SoakRun& run, const Window& window)
{
    if (run.unreadable.empty()) {
        return false;
    }
    const auto iterations = run.table.iterations();
    return iterations.empty() || run.unreadable.back() >= iterations[window.firstRow];
}

} // namespace soak
