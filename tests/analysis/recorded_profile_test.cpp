// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/recorded_profile.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

SoakRun runJudgedBy(const std::string& profile)
{
    SoakRun run;
    run.info.emplace();
    run.info->gateProfile = profile;
    return run;
}

} // namespace

TEST(RecordedProfile, IsTheOneThatRunJsonNames)
{
    const std::string other = std::string(builtinGateProfiles().back().name);
    ASSERT_NE(other, missionProfile().name);
    const RecordedProfile recorded = recordedProfileOf(runJudgedBy(other));
    EXPECT_EQ(recorded.profile.name, other);
    EXPECT_EQ(recorded.unknownName, "");
}

TEST(RecordedProfile, OfAForeignRunIsMission)
{
    EXPECT_EQ(recordedProfileOf(SoakRun{}).profile.name, "mission");
    EXPECT_EQ(recordedProfileOf(SoakRun{}).unknownName, "");
}

TEST(RecordedProfile, ThatIsNotBuiltInIsNamed)
{
    const RecordedProfile recorded = recordedProfileOf(runJudgedBy("our-own"));
    EXPECT_EQ(recorded.profile.name, "mission");
    EXPECT_EQ(recorded.unknownName, "our-own");
}

} // namespace soak
