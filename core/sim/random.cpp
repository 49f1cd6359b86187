// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/random.h"

namespace soak
{

namespace
{

constexpr unsigned kIndexBits = 10;
constexpr std::size_t kLogEntries = (1U << kIndexBits) + 1;

using LogTable = std::array<std::uint32_t, kLogEntries>;

// log2(1 + i/1024) in units of 2^-24, bit by bit: squaring a number in [1, 2) doubles its
// logarithm, and whether the square reaches 2 is the next bit. In Q31 a square fits 64 bits; the
// error doubles with each of the 24 steps and stays under one unit.
constexpr LogTable makeLogTable()
{
    constexpr unsigned kFraction = 31;
    constexpr unsigned kBits = 24;
    LogTable table{};
    for (std::size_t i = 0; i + 1 < kLogEntries; ++i) {
        std::uint64_t x = (1ULL << kFraction) + (static_cast<std::uint64_t>(i) << (kFraction - 10));
        std::uint32_t bits = 0;
        for (unsigned step = 0; step < kBits; ++step) {
            x = (x * x) >> kFraction;
            bits <<= 1U;
            if ((x >> (kFraction + 1)) != 0) {
                x >>= 1U;
                bits |= 1U;
            }
        }
        table[i] = bits;
    }
    table[kLogEntries - 1] = 1U << kBits;
    return table;
}

SimRandom streamFrom(std::uint64_t& seed)
{
    SimRandom::State state{};
    for (std::uint64_t& word : state) {
        word = splitMix64(seed);
    }
    return SimRandom(state);
}

} // namespace

constexpr LogTable kLogTable = makeLogTable();

RandomStreams streamsOf(std::uint64_t seed, int iteration)
{
    // The seed is mixed before the iteration comes in: a multiple of splitmix64's own step would
    // make the streams of one seed those of the next, moved along.
    std::uint64_t state = seed;
    state = splitMix64(state) + static_cast<std::uint64_t>(iteration) * 0xD1B54A32D192ED03ULL;
    const SimRandom price = streamFrom(state);
    const SimRandom flow = streamFrom(state);
    const SimRandom gateway = streamFrom(state);
    const SimRandom queue = streamFrom(state);
    return {price, flow, gateway, queue};
}

} // namespace soak
