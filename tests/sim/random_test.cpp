// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/random.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

#include <cmath>

namespace soak
{

namespace
{

SimRandom anyRandom(std::uint64_t seed)
{
    return streamsOf(seed, 1).flow;
}

} // namespace

// The published sequence of splitmix64 from the state 0.
TEST(SimRandom, SplitMixGivesThePublishedNumbers)
{
    std::uint64_t state = 0;
    EXPECT_EQ(splitMix64(state), 0xE220A8397B1DCDAFULL);
    EXPECT_EQ(splitMix64(state), 0x6E789E6AA1B965F4ULL);
    EXPECT_EQ(splitMix64(state), 0x06C45D188009454FULL);
}

// By the reference implementation of Blackman and Vigna from the state {1, 2, 3, 4}.
TEST(SimRandom, XoshiroGivesThePublishedNumbers)
{
    SimRandom random({1, 2, 3, 4});
    EXPECT_EQ(random.next(), 11520U);
    EXPECT_EQ(random.next(), 0U);
    EXPECT_EQ(random.next(), 1509978240U);
    EXPECT_EQ(random.next(), 1215971899390074240U);
}

TEST(SimRandom, TheLogarithmIsTheLogarithm)
{
    SimRandom random = anyRandom(7);
    constexpr double kOne = 1 << 24;
    for (int i = 0; i < 100'000; ++i) {
        const std::uint64_t bits = random.next() >> static_cast<unsigned>(random.below(64));
        if (bits == 0) {
            continue;
        }
        const double exact = 64 - std::log2(static_cast<double>(bits));
        ASSERT_NEAR(static_cast<double>(minusLog2Q24(bits)) / kOne, exact, 4e-7) << bits;
    }
    EXPECT_EQ(minusLog2Q24(0), minusLog2Q24(1));
    EXPECT_EQ(minusLog2Q24(1), std::int64_t{64} << 24U);
    EXPECT_EQ(minusLog2Q24(1ULL << 63U), std::int64_t{1} << 24U);
    EXPECT_GE(minusLog2Q24(~0ULL), 0);
}

TEST(SimRandom, TheLogarithmFallsWithTheNumber)
{
    EXPECT_TRUE(holdsAlways([](std::uint64_t a, std::uint64_t b) {
        RC_ASSERT(a > b || minusLog2Q24(a) >= minusLog2Q24(b));
    }));
}

TEST(SimRandom, ExponentialsHaveTheirMomentsAndTails)
{
    SimRandom random = anyRandom(11);
    constexpr int kDraws = 1'000'000;
    double sum = 0;
    double squares = 0;
    int beyondThree = 0;
    for (int i = 0; i < kDraws; ++i) {
        const std::int64_t drawn = random.exponentialQ16();
        ASSERT_GE(drawn, 0);
        ASSERT_LE(drawn, kMostExponentialQ16);
        const double x = static_cast<double>(drawn) / 65536;
        sum += x;
        squares += x * x;
        beyondThree += x > 3 ? 1 : 0;
    }
    EXPECT_NEAR(sum / kDraws, 1, 0.005);     // five standard errors
    EXPECT_NEAR(squares / kDraws, 2, 0.025); // likewise
    EXPECT_NEAR(beyondThree / static_cast<double>(kDraws), std::exp(-3), 0.0011);
}

TEST(SimRandom, TheLongestExponentialIsNamed)
{
    const std::int64_t longest = (minusLog2Q24(0) * kLn2Q24) >> 32U;
    EXPECT_EQ(longest, kMostExponentialQ16);
}

TEST(SimRandom, ScaledExponentialsRound)
{
    SimRandom nearest = anyRandom(3);
    SimRandom down = anyRandom(3);
    SimRandom exact = anyRandom(3);
    for (int i = 0; i < 1000; ++i) {
        const double x = static_cast<double>(exact.exponentialQ16()) / 65536 * 450;
        EXPECT_EQ(nearest.exponential(450), std::llround(std::floor(x + 0.5)));
        EXPECT_EQ(down.exponentialFloor(450), std::llround(std::floor(x)));
    }
}

TEST(SimRandom, BelowIsUniformOverItsRange)
{
    SimRandom random = anyRandom(5);
    std::array<int, 7> counts{};
    for (int i = 0; i < 700'000; ++i) {
        ++counts.at(static_cast<std::size_t>(random.below(7)));
    }
    for (const int count : counts) {
        EXPECT_NEAR(count, 100'000, 1500); // five standard errors
    }
}

TEST(SimRandom, BetweenReachesBothEndsAndNoFurther)
{
    SimRandom random = anyRandom(5);
    std::set<std::int64_t> seen;
    for (int i = 0; i < 1000; ++i) {
        seen.insert(random.between(-2, 3));
    }
    EXPECT_EQ(seen, (std::set<std::int64_t>{-2, -1, 0, 1, 2, 3}));
}

TEST(SimRandom, StreamsAndIterationsDiffer)
{
    std::set<std::uint64_t> firsts;
    for (int iteration = 1; iteration <= 50; ++iteration) {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            RandomStreams streams = streamsOf(seed, iteration);
            for (SimRandom* stream :
                 {&streams.price, &streams.flow, &streams.gateway, &streams.queue}) {
                firsts.insert(stream->next());
            }
        }
    }
    EXPECT_EQ(firsts.size(), 50U * 20U * 4U);
}

} // namespace soak
