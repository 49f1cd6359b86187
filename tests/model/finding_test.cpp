// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/finding.h"

#include <gtest/gtest.h>

#include <set>

namespace soak
{
namespace
{

TEST(Finding, EveryKindHasAKeyOfItsOwn)
{
    std::set<std::string_view> keys;
    const int count = static_cast<int>(FindingKind::LegacyForm) + 1;
    for (int i = 0; i < count; ++i) {
        const std::string_view key = keyOf(static_cast<FindingKind>(i));
        EXPECT_FALSE(key.empty()) << i;
        EXPECT_EQ(key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string_view::npos)
            << key;
        keys.insert(key);
    }
    EXPECT_EQ(keys.size(), static_cast<std::size_t>(count));
}

TEST(Finding, KeysOfTheSpecificationAreSpelledAsThere)
{
    EXPECT_EQ(keyOf(FindingKind::OverrideConflict), "override_conflict");
    EXPECT_EQ(keyOf(FindingKind::OutOfSafeLimits), "out_of_safe_limits");
    EXPECT_EQ(keyOf(FindingKind::DecompositionMismatch), "decomposition_mismatch");
    EXPECT_EQ(keyOf(FindingKind::BlockRatioSum), "block_ratio_sum");
    EXPECT_EQ(keyOf(FindingKind::LoadError), "load_error");
}

TEST(Finding, SeveritiesHaveKeys)
{
    EXPECT_EQ(keyOf(Severity::Info), "info");
    EXPECT_EQ(keyOf(Severity::Warning), "warning");
    EXPECT_EQ(keyOf(Severity::Error), "error");
}

} // namespace
} // namespace soak
