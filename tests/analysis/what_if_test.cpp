// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/what_if.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(WhatIf, AChangedThresholdIsSaidByTheNameOfTheProfile)
{
    const GateProfile& recorded = missionProfile();
    const GateSpec& gate = recorded.gates.front();
    const GateProfile once = withThreshold(recorded, gate.id, gate.threshold + 1);
    EXPECT_EQ(once.name, "mission-modified");
    EXPECT_EQ(withThreshold(once, gate.id, gate.threshold + 2).name, "mission-modified");
    const auto changes = thresholdChanges(recorded, once);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes.front().gate.threshold, gate.threshold + 1);
    EXPECT_EQ(changes.front().recorded, gate.threshold);
}

TEST(WhatIf, WhatChangesNothingIsTheSameProfile)
{
    const GateProfile& recorded = missionProfile();
    EXPECT_EQ(withThreshold(recorded, "no_such_gate", 1), recorded);
    EXPECT_EQ(withThreshold(recorded, recorded.gates.front().id, recorded.gates.front().threshold),
              recorded);
    EXPECT_TRUE(thresholdChanges(recorded, recorded).empty());
}

} // namespace soak
