// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers from integers alone (SIMULATOR 8): the distributions of the standard library, and
// its logarithm, differ from compiler to compiler.
#pragma once

#include "core/base/split_mix.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace soak
{

inline constexpr std::int64_t kLn2Q24 = 11'629'080;

// log2(1 + i/1024) in units of 2^-24.
extern const std::array<std::uint32_t, 1025> kLogTable;

// Minus the binary logarithm of (bits / 2^64), in units of 2^-24; of 1 for 0.
inline std::int64_t minusLog2Q24(std::uint64_t bits)
{
    constexpr std::int64_t kOne = 1 << 24;
    const std::uint64_t number = bits | static_cast<std::uint64_t>(bits == 0);
    const int zeros = std::countl_zero(number);
    const std::uint64_t mantissa = number << static_cast<unsigned>(zeros);
    const auto index = static_cast<std::size_t>((mantissa >> 53U) & 1023U);
    const auto between = static_cast<std::int64_t>((mantissa >> 37U) & 0xFFFFU);
    const auto low = static_cast<std::int64_t>(kLogTable[index]);
    const auto high = static_cast<std::int64_t>(kLogTable[index + 1]);
    return (1 + zeros) * kOne - (low + (((high - low) * between) >> 16U));
}

// xoshiro256** 1.0 of Blackman and Vigna.
class SimRandom final
{
public:
    using State = std::array<std::uint64_t, 4>;

    explicit SimRandom(const State& state) : m_state(state) {} // not all zero

    std::uint64_t next()
    {
        const std::uint64_t result = rotated(m_state[1] * 5, 7) * 9;
        const std::uint64_t shifted = m_state[1] << 17U;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = rotated(m_state[3], 45);
        return result;
    }

    // Uniform in 0 .. bound - 1 by multiply-high; `bound` > 0. The bias is at most bound / 2^64.
    std::int64_t below(std::int64_t bound)
    {
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::int64_t>(
            (static_cast<Wide>(next()) * static_cast<std::uint64_t>(bound)) >> 64U);
    }

    // Uniform in low .. high, both possible.
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low + below(high - low + 1);
    }

    // True `numerator` times in `denominator`.
    bool chance(std::int64_t numerator, std::int64_t denominator)
    {
        return below(denominator) < numerator;
    }

    // An exponential variable of mean 1 in units of 2^-16; at most kMostExponentialQ16.
    std::int64_t exponentialQ16() { return (minusLog2Q24(next()) * kLn2Q24) >> 32U; }

    // An exponential variable of this mean, to the nearest integer. `mean` in 0 .. 2^40.
    std::int64_t exponential(std::int64_t mean)
    {
        return (exponentialQ16() * mean + 0x8000) >> 16U;
    }

    // The same, rounded down.
    std::int64_t exponentialFloor(std::int64_t mean) { return (exponentialQ16() * mean) >> 16U; }

private:
    static std::uint64_t rotated(std::uint64_t x, unsigned by)
    {
        return (x << by) | (x >> (64U - by));
    }

    State m_state;
};

// -ln(2^-64) x 2^16: no draw is longer, so that products of draws have a bound.
inline constexpr std::int64_t kMostExponentialQ16 = 2'907'270;

// One stream per kind of chance: what the bot does moves none of the price's numbers.
struct RandomStreams {
    SimRandom price;
    SimRandom flow;
    SimRandom gateway;
    SimRandom queue;
};

// The streams of one iteration; iterations depend on nothing of each other.
RandomStreams streamsOf(std::uint64_t seed, int iteration);

} // namespace soak
