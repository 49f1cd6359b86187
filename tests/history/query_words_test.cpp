// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/query_words.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(QueryWords, GoalsGoByKeyAndByTheirShortNames)
{
    for (const auto& [word, key] : {std::pair{"maker", "maker_taker_ratio"},
                                    {"p95", "p95_latency_ms"},
                                    {"risk", "risk_ratio"},
                                    {"net", "net_bps"}}) {
        ASSERT_TRUE(quantityNamed(word)) << word;
        EXPECT_EQ(quantityNamed(word)->goal, quantityNamed(key)->goal);
        EXPECT_EQ(specOf(goalMetrics()[quantityNamed(word)->goal]).key, key);
    }
    EXPECT_FALSE(quantityNamed("order_age_p95_ms")); // is in no row of the list
}

TEST(QueryWords, EveryWordOfCompletionIsUnderstood)
{
    for (const std::string_view word : queryWords()) {
        EXPECT_TRUE(fieldNamed(word) || quantityNamed(word)) << word;
    }
}

TEST(QueryWords, ActivitiesAreThoseOfTheModel)
{
    EXPECT_TRUE(isActivityWord("writer_dead"));
    EXPECT_FALSE(isActivityWord("asleep"));
    EXPECT_TRUE(isVerdictWord("partial"));
    EXPECT_FALSE(isVerdictWord("great"));
}

} // namespace soak
