// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/guard_signals.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{
using Sequence = std::vector<double>;

// One key's applied changes; 0 = the iteration did not change it.
std::vector<AppliedEntry> historyOf(const Sequence& amounts, const std::string& key = "tail_age_ms")
{
    std::vector<AppliedEntry> history;
    for (const double amount : amounts) {
        AppliedEntry entry;
        entry.iteration = static_cast<int>(history.size()) + 1;
        if (amount != 0) {
            entry.appliedDeltas.emplace(key, ParamDelta{amount});
        }
        history.push_back(entry);
    }
    return history;
}
} // namespace

TEST(LatencyHardSignal, IsTrueFrom360AndFalseWhenUnknown)
{
    EXPECT_FALSE(latencyHardSignal(359.999));
    EXPECT_TRUE(latencyHardSignal(360));
    EXPECT_FALSE(latencyHardSignal(std::nullopt));
}

TEST(OscillationSignal, NeedsTwoReversalsWithinFiveEntries)
{
    struct Case {
        Sequence amounts;
        bool oscillates;
    };

    for (const Case& c :
         {Case{{5, -5, 5, 0, 0}, true}, Case{{5, 0, -5, 0, 5}, true}, Case{{5, -5, 0, 0, 0}, false},
          Case{{5, 5, 5, 5, 5}, false}, Case{{0, 0, 0, 0, 0}, false}, Case{{5, -5, 5, -5}, false},
          Case{{5, -5, 5, 0, 0, 0, 0}, false}, Case{{1, 1, -1, 1, 0}, true}}) {
        EXPECT_EQ(oscillationSignal(historyOf(c.amounts)), c.oscillates)
            << testing::PrintToString(c.amounts);
    }
}

TEST(Oscillates, LastThreeValues)
{
    EXPECT_TRUE(oscillates(Sequence{9, 1, 2, 1}));
    EXPECT_TRUE(oscillates(Sequence{1, 2, 1 + 1e-7}));
    EXPECT_FALSE(oscillates(Sequence{1, 2, 1.1}));
    EXPECT_FALSE(oscillates(Sequence{1, 1, 1}));
    EXPECT_FALSE(oscillates(Sequence{1, 2}));
    EXPECT_FALSE(oscillates(Sequence{}));
}

TEST(Oscillates, AWiderWindowMustAlternateThroughout)
{
    EXPECT_TRUE(oscillates(Sequence{1, 2, 1, 2}, 1e-6, 4));
    EXPECT_FALSE(oscillates(Sequence{3, 2, 1, 2}, 1e-6, 4));
    EXPECT_FALSE(oscillates(Sequence{2, 1, 2}, 1e-6, 4));
}

TEST(Oscillates, OnHashes)
{
    const std::vector<std::string> aba{"a", "b", "a"};
    const std::vector<std::string> abc{"a", "b", "c"};
    EXPECT_TRUE(oscillates(aba));
    EXPECT_FALSE(oscillates(abc));
}

TEST(Defect34, NeitherARampNorASingleChangeOscillates)
{
    EXPECT_FALSE(oscillationSignal(historyOf({1.0, 1.2, 1.4, 1.6, 1.8})));
    EXPECT_FALSE(oscillationSignal(historyOf({5, 0, 0, 0, 0})));
}

TEST(Defect34, KeysOutsideTheFirstEntryAreLookedAt)
{
    std::vector<AppliedEntry> history = historyOf({0, 5, -5, 5, 0}, "min_interval_ms");
    history.front().appliedDeltas.emplace("tail_age_ms", ParamDelta{30});
    EXPECT_TRUE(oscillationSignal(history));
}

} // namespace soak
