// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/property.h"
#include "tests/ui/audit/pairwise.h"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

namespace soak::ui
{
namespace
{

using Pair = std::tuple<std::size_t, std::size_t, std::size_t, std::size_t>;

std::set<Pair> pairsOf(const std::vector<PairwiseCase>& cases)
{
    std::set<Pair> pairs;
    for (const PairwiseCase& one : cases) {
        for (std::size_t i = 0; i < one.size(); ++i) {
            for (std::size_t j = i + 1; j < one.size(); ++j) {
                pairs.emplace(i, one[i], j, one[j]);
            }
        }
    }
    return pairs;
}

std::size_t pairCount(const std::vector<std::size_t>& sizes)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        for (std::size_t j = i + 1; j < sizes.size(); ++j) {
            count += sizes[i] * sizes[j];
        }
    }
    return count;
}

} // namespace

TEST(Pairwise, TwoSettingsOfTwoFactorsAlwaysMeet)
{
    const std::vector<std::size_t> sizes{11, 7, 3, 3, 2, 2};
    EXPECT_EQ(pairsOf(pairwiseCases(sizes)).size(), pairCount(sizes));
}

TEST(Pairwise, ThereAreFewCases)
{
    // 11 x 7 is the least there can be, all combinations are 2 772.
    EXPECT_LE(pairwiseCases({11, 7, 3, 3, 2, 2}).size(), 85U);
    EXPECT_EQ(pairwiseCases({2, 2}).size(), 4U);
}

TEST(Pairwise, TheSameSizesGiveTheSameCases)
{
    EXPECT_EQ(pairwiseCases({5, 4, 3, 2}), pairwiseCases({5, 4, 3, 2}));
}

SOAK_PROPERTY(Pairwise, EveryPairMeetsAndEverySettingExists, ())
{
    const auto sizes = *rc::gen::container<std::vector<std::size_t>>(
        *rc::gen::inRange<std::size_t>(2, 6), rc::gen::inRange<std::size_t>(1, 6));
    const std::vector<PairwiseCase> cases = pairwiseCases(sizes);
    RC_ASSERT(pairsOf(cases).size() == pairCount(sizes));
    for (const PairwiseCase& one : cases) {
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            RC_ASSERT(one[i] < sizes[i]);
        }
    }
}

} // namespace soak::ui
