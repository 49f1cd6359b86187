// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/preset.h"
#include "core/runner/live_overrides.h"
#include "tests/runner/run_support.h"

namespace soak
{

namespace
{

class LiveOverridesTest : public testing::Test
{
protected:
    [[nodiscard]] fs::path file() const { return m_folder / "runtime_overrides.json"; }

    TempDir m_folder;
    int m_writes = 0;
    RunWriter m_writer{m_folder.path(), [this](std::string_view) -> Status {
                           ++m_writes;
                           return Done{};
                       }};
    LiveOverrides m_live{m_writer, OverridesForm::Flat};
    Overrides m_best = findBuiltinProfile("best_cell")->overrides;
    Overrides m_safe = findBuiltinProfile("steady_safe")->overrides;
};

TEST_F(LiveOverridesTest, WritesTheFormThatWasAskedFor)
{
    const auto put = m_live.put(m_best, 0);
    ASSERT_TRUE(put);
    EXPECT_EQ(*put, std::nullopt);
    EXPECT_EQ(bytesOf(file()),
              indentedJson(m_best, ParameterRegistry::builtin(), OverridesForm::Flat));
}

TEST_F(LiveOverridesTest, WritesNothingWhenNothingChanged)
{
    ASSERT_TRUE(m_live.put(m_best, 0));
    ASSERT_TRUE(m_live.put(m_best, 1));
    EXPECT_EQ(m_writes, 1);
}

TEST_F(LiveOverridesTest, TheFirstPutAsksNothingOfWhatIsThere)
{
    m_folder.write("runtime_overrides.json", "rubbish");
    EXPECT_EQ(*m_live.put(m_best, 0), std::nullopt);
}

TEST_F(LiveOverridesTest, AForeignChangeIsAFindingAndOurValueWins)
{
    ASSERT_TRUE(m_live.put(m_best, 0));
    m_folder.write("runtime_overrides.json", "{}");
    const auto put = m_live.put(m_safe, 3);
    ASSERT_TRUE(put);
    ASSERT_TRUE(*put);
    EXPECT_EQ((*put)->kind, FindingKind::OverrideConflict);
    EXPECT_EQ((*put)->iteration, 3);
    EXPECT_EQ(bytesOf(file()),
              indentedJson(m_safe, ParameterRegistry::builtin(), OverridesForm::Flat));
    EXPECT_EQ(*m_live.put(m_safe, 4), std::nullopt);
}

TEST_F(LiveOverridesTest, AVanishedFileIsAFindingToo)
{
    ASSERT_TRUE(m_live.put(m_best, 0));
    fs::remove(file());
    EXPECT_TRUE(m_live.put(m_best, 1)->has_value());
    EXPECT_TRUE(fs::exists(file()));
}

TEST_F(LiveOverridesTest, OnResumeEitherOfTwoStatesIsOurs)
{
    m_live.accept(m_best);
    m_live.accept(m_safe);
    m_folder.write("runtime_overrides.json",
                   indentedJson(m_best, ParameterRegistry::builtin(), OverridesForm::Flat));
    EXPECT_EQ(*m_live.put(m_safe, 1), std::nullopt);
}

} // namespace

} // namespace soak
