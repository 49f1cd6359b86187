// SPDX-License-Identifier: GPL-3.0-or-later
// splitmix64 of Steele, Lea and Flood: seeds other generators, and draws where few numbers are
// needed. The same on every machine.
#pragma once

#include <cstdint>

namespace soak
{

// Steps `state` and returns the next number.
constexpr std::uint64_t splitMix64(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

// The next number as a fraction in [0, 1), of 53 bits.
constexpr double uniform53(std::uint64_t& state)
{
    return static_cast<double>(splitMix64(state) >> 11U) * 0x1p-53;
}

} // namespace soak
