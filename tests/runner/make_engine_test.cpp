// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runner/run_support.h"

namespace soak
{

namespace
{

TEST(MakeEngine, MakesTheOneThatIsNamed)
{
    RunRequest request;
    request.command = {"/bin/true"};
    RunInfo info;
    info.scriptJson = scriptOf({{}});
    for (const char* name : {"mock", "scripted", "sim", "command"}) {
        info.engine = name;
        const auto engine = makeEngine(info, request);
        ASSERT_TRUE(engine) << describe(engine.error());
        EXPECT_EQ((*engine)->name(), name);
        EXPECT_EQ((*engine)->isVirtual(), std::string_view(name) != "command");
    }
}

TEST(MakeEngine, RefusesWhatIsMissing)
{
    RunInfo info;
    EXPECT_EQ(makeEngine(info, {}).error().code, Errc::Usage);
    info.engine = "scripted";
    EXPECT_EQ(makeEngine(info, {}).error().code, Errc::Usage);
    info.scriptJson = "{";
    EXPECT_EQ(makeEngine(info, {}).error().code, Errc::BadInput);
    info.engine = "replay";
    EXPECT_EQ(makeEngine(info, {}).error().code, Errc::Usage);
    info.engine = "sim";
    info.scenario = "storm";
    EXPECT_EQ(makeEngine(info, {}).error().code, Errc::Usage);
}

} // namespace

} // namespace soak
