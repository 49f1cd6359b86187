// SPDX-License-Identifier: GPL-3.0-or-later
// The error rates that the comparison promises (STATISTICS 2d), measured: of a run with its like,
// and of runs with a known difference.
#include "core/statistics/two_series.h"
#include "tests/statistics/noise_series.h"

#include <gtest/gtest.h>

#include <array>

namespace soak
{

namespace
{

constexpr int kPairs = 2'000;
constexpr double kMarginSmall = 1e-9; // so that nothing is called the same

struct Cell {
    std::size_t n;
    double phi;
    double alarms; // measured by STATISTICS 2d
};

struct Shares {
    double differs = 0;
    double inconclusiveByEss = 0;
};

Shares sharesOf(std::size_t n, double phi, double shift, int pairs, std::uint64_t seed)
{
    NoiseSeries noise(seed);
    int differing = 0;
    int unknown = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        const SeriesComparison found = compareSeries(noise.ar1(n, phi), noise.ar1(n, phi, shift));
        const Decision decision =
            decide(evidenceOf(found), found.p, Direction::HigherIsBetter, kMarginSmall, .05);
        differing +=
            decision.verdict == EffectVerdict::Better || decision.verdict == EffectVerdict::Worse
                ? 1
                : 0;
        unknown += decision.reason == InconclusiveReason::TooFewIndependent ? 1 : 0;
    }
    return {static_cast<double>(differing) / pairs, static_cast<double>(unknown) / pairs};
}

// At most 5.5 % of pairs without a difference are called different.
TEST(FalseAlarms, ARunDiffersFromItsLikeInFivePercentAtMost)
{
    for (const Cell& cell : {Cell{36, .5, .042}, {36, .8, .040}, {100, .8, .042}}) {
        const Shares shares = sharesOf(cell.n, cell.phi, 0, kPairs, 20'251 + cell.n);
        RecordProperty("n" + std::to_string(cell.n) + "_phi" + std::to_string(cell.phi),
                       std::to_string(shares.differs));
        EXPECT_LE(shares.differs, .055) << cell.n << " " << cell.phi;
        EXPECT_NEAR(shares.differs, cell.alarms, .015) << cell.n << " " << cell.phi;
    }
}

struct PowerCell {
    std::size_t n;
    double phi;
    std::array<double, 3> power; // at a shift of 1, 2 and 3 sigma
};

// Differences that are there are found as often as measured, within four standard errors.
TEST(FalseAlarms, ADifferenceIsFoundAsOftenAsItCanBe)
{
    constexpr int kFewerPairs = 500;
    constexpr double kFourErrors = .09; // of a share of one half among 500
    for (const PowerCell& cell : {PowerCell{36, 0, {.96, 1, 1}},
                                  {36, .5, {.54, .96, .98}},
                                  {36, .8, {.12, .27, .30}},
                                  {100, .5, {.95, 1, 1}},
                                  {100, .8, {.50, .96, .99}},
                                  {1'000, .8, {1, 1, 1}}}) {
        for (std::size_t sigma = 1; sigma <= 3; ++sigma) {
            const double share = sharesOf(cell.n, cell.phi, static_cast<double>(sigma), kFewerPairs,
                                          cell.n * 10 + sigma)
                                     .differs;
            EXPECT_NEAR(share, cell.power[sigma - 1], kFourErrors)
                << cell.n << " " << cell.phi << " " << sigma;
        }
    }
}

} // namespace

} // namespace soak
