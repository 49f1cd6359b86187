// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/aggregate.h"

#include <gtest/gtest.h>

#include <vector>

namespace soak
{

TEST(AggregateOf, IsWhatItIsCalled)
{
    const std::vector<double> values{4, 1, 8, 2};
    EXPECT_EQ(aggregateOf(values, Aggregate::Mean), 3.75);
    EXPECT_EQ(aggregateOf(values, Aggregate::Median), 3);
    EXPECT_EQ(aggregateOf(values, Aggregate::Min), 1);
    EXPECT_EQ(aggregateOf(values, Aggregate::Max), 8);
    EXPECT_EQ(aggregateOf(values, Aggregate::Last), 2);
    EXPECT_DOUBLE_EQ(*aggregateOf(values, Aggregate::HarmonicMean), 4 / 1.875);
}

TEST(AggregateOf, OfNothingIsNothingAndNoHarmonicMeanHasNegatives)
{
    for (const Aggregate aggregate : {Aggregate::Mean, Aggregate::Median, Aggregate::Min,
                                      Aggregate::Max, Aggregate::Last, Aggregate::HarmonicMean}) {
        EXPECT_EQ(aggregateOf(std::vector<double>{}, aggregate), std::nullopt);
    }
    EXPECT_EQ(aggregateOf(std::vector<double>{2, -1}, Aggregate::HarmonicMean), std::nullopt);
    EXPECT_EQ(aggregateOf(std::vector<double>{2, 0}, Aggregate::HarmonicMean), 0);
}

} // namespace soak
