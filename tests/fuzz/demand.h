// SPDX-License-Identifier: GPL-3.0-or-later
// What a fuzz target demands of every input.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace soak
{

// Ends the process, which libFuzzer takes for a finding, when `holds` is false.
inline void demand(bool holds, std::string_view what)
{
    if (!holds) {
        std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
        std::abort();
    }
}

// Both texts are shown when they differ.
inline void demandEqual(std::string_view first, std::string_view second, std::string_view what)
{
    if (first != second) {
        std::fprintf(stderr, "first:\n%.*s\nsecond:\n%.*s\n", static_cast<int>(first.size()),
                     first.data(), static_cast<int>(second.size()), second.data());
    }
    demand(first == second, what);
}

} // namespace soak
