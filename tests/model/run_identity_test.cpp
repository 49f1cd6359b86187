// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/model/run_identity.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

TEST(ListedIdentity, ForeignRunsOfTheSameBeginningAreToldApartByHowFarTheyGot)
{
    SoakRun eight;
    eight.summaryFiles = {{2, sha256("{}")}};
    eight.table.append(8, {}, std::nullopt);
    SoakRun nine = eight;
    nine.unreadable = {9};
    EXPECT_EQ(eight.identity(), nine.identity());
    EXPECT_EQ(listedIdentity(eight), eight.identity() + ":8");
    EXPECT_EQ(listedIdentity(nine), nine.identity() + ":9");
    SoakRun ours = eight;
    ours.info.emplace();
    ours.info->runId = "RUN_1";
    ours.otherFiles["RUN.json"] = {2, sha256("{}")};
    EXPECT_EQ(listedIdentity(ours), ours.identity());
}

} // namespace
} // namespace soak
