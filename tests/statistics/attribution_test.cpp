// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/attribution.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(Attribution, ReachesBackFurtherThanForward)
{
    const std::vector<PlacedChange> change{{50, 1}};
    const auto statusWith = [&](std::int64_t effective) {
        const std::vector<EffectiveDelta> deltas{{effective, "a"}};
        return attribute(change, deltas, 100).changes[0].status;
    };
    EXPECT_EQ(statusWith(46), AttributionStatus::Unexplained);
    EXPECT_EQ(statusWith(47), AttributionStatus::Attributed); // c - w - 2
    EXPECT_EQ(statusWith(51), AttributionStatus::Attributed); // c + w
    EXPECT_EQ(statusWith(52), AttributionStatus::Unexplained);
}

TEST(Attribution, SeveralKeysAreAmbiguousOneKeyTwiceIsNot)
{
    const std::vector<PlacedChange> change{{50, 2}};
    const std::vector<EffectiveDelta> same{{49, "a"}, {50, "a"}};
    const std::vector<EffectiveDelta> other{{49, "b"}, {50, "a"}};
    EXPECT_EQ(attribute(change, same, 100).changes[0].status, AttributionStatus::Attributed);
    const Attribution found = attribute(change, other, 100).changes[0];
    EXPECT_EQ(found.status, AttributionStatus::Ambiguous);
    EXPECT_EQ(found.candidates[0].key, "a"); // the nearest first
}

// A tuner that moves every iteration explains everything, and so nothing.
TEST(Attribution, WhoMovesAlwaysExplainsNothing)
{
    std::vector<EffectiveDelta> always;
    for (std::int64_t at = 1; at < 100; ++at) {
        always.push_back({at, "a"});
    }
    const std::vector<PlacedChange> change{{50, 2}};
    const Attributions found = attribute(change, always, 100);
    EXPECT_EQ(found.changes[0].status, AttributionStatus::Attributed);
    EXPECT_EQ(found.coverage, 1);
    EXPECT_TRUE(found.isWeak);
    EXPECT_EQ(found.idle, always.size() - 7);
}

// A run of three files may count to two thousand million.
TEST(Attribution, CoverageIsCountedByDeltas)
{
    const std::vector<PlacedChange> change{{50, 2}};
    const std::vector<EffectiveDelta> deltas{{3, "a"}, {4, "a"}, {4, "b"}, {2'000'000'000, "a"}};
    const Attributions found = attribute(change, deltas, 2'147'483'647);
    // Places 1 to 8, and from 1 999 999 998 to 2 000 000 004.
    EXPECT_DOUBLE_EQ(found.coverage, (8.0 + 7.0) / 2'147'483'646);
    EXPECT_EQ(attribute(change, deltas, 4).coverage, 1);
}

TEST(Attribution, WithoutChangesAllDeltasAreIdle)
{
    const std::vector<EffectiveDelta> deltas{{5, "a"}, {9, "b"}};
    const Attributions found = attribute({}, deltas, 20);
    EXPECT_TRUE(found.changes.empty());
    EXPECT_EQ(found.idle, 2U);
    EXPECT_EQ(found.chanceP, 1);
    EXPECT_TRUE(attribute({}, {}, 0).isWeak);
}

} // namespace

} // namespace soak
