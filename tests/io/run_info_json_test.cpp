// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_files.h"
#include "tests/io/generators.h"
#include "tests/io/io_support.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

const ParameterRegistry& registry()
{
    return ParameterRegistry::builtin();
}

RunInfo drawInfo()
{
    using rc::gen::arbitrary;
    RunInfo info;
    info.toolVersion = *generate::text();
    info.startedMs = *rc::gen::inRange<EpochMs>(0, 4'000'000'000'000);
    info.runId = "RUN_" + std::to_string(info.startedMs);
    info.engine = *rc::gen::element<std::string>("mock", "sim", "command");
    info.scenario = *generate::text();
    info.seed = *arbitrary<std::uint64_t>();
    info.iterations = *rc::gen::inRange(0, 1000);
    info.autoTune = *arbitrary<bool>();
    info.tuner = *rc::gen::element<std::string>("micro", "driver");
    info.tunerOptions = {
        *arbitrary<bool>(),
        *rc::gen::element(VelocityMode::Range, VelocityMode::Count, VelocityMode::Hourly)};
    info.phases = {*arbitrary<bool>(), *rc::gen::inRange(0, 9), *rc::gen::inRange(0, 9)};
    if (*arbitrary<bool>()) {
        info.warmupPreset = builtinPresets()[static_cast<std::size_t>(*rc::gen::inRange(0, 2))];
    }
    info.profile = *generate::text();
    info.preset = *generate::text();
    info.gateProfile = *generate::text();
    info.sleepSeconds = *generate::notNegative();
    info.overridesForm = *rc::gen::element(OverridesForm::Nested, OverridesForm::Flat);
    info.initialOverrides = *generate::overrides();
    info.scriptJson = *rc::gen::element<std::string>("", R"({"ticks":[1,2.5]})", "[]");
    if (*arbitrary<bool>()) {
        info.extras = {{{"ticket"}, "\"X-1\""}, {{"warmup", "note"}, "null"}};
    }
    return info;
}

SOAK_PROPERTY(RunInfoJson, IsReadBack, ())
{
    const RunInfo info = drawInfo();
    std::vector<Finding> findings;
    const auto again =
        parseRunInfo(runInfoText(info, registry()), "RUN.json", registry(), findings);
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == info);
    RC_ASSERT(runInfoText(*again, registry()) == runInfoText(info, registry()));
}

TEST(RunInfoJson, WhatIsNotSaidHasADefault)
{
    std::vector<Finding> findings;
    const auto info = parseRunInfo(R"({"run_id":"RUN_1760000000000","engine":"mock"})", "RUN.json",
                                   registry(), findings);
    ASSERT_TRUE(info) << describe(info.error());
    RunInfo expected;
    expected.schemaVersion = "";
    expected.runId = "RUN_1760000000000";
    expected.startedMs = 1760000000000;
    expected.engine = "mock";
    EXPECT_EQ(*info, expected);
    EXPECT_TRUE(findings.empty());
}

TEST(RunInfoJson, ValuesThatMakeNoSenseAreFindingsAndDefaults)
{
    struct Case {
        const char* member;
        const char* field;
    };

    const Case cases[] = {
        {R"("seed":-1)", "seed"},
        {R"("seed":1.5)", "seed"},
        {R"("iterations":-3)", "iterations"},
        {R"("iterations":2147483648)", "iterations"},
        {R"("auto_tune":1)", "auto_tune"},
        {R"("tuner_options":{"velocity":"warp"})", "tuner_options.velocity"},
        {R"("warmup":{"warmup_iterations":-1})", "warmup.warmup_iterations"},
        {R"("overrides_form":"round")", "overrides_form"},
        {R"("initial_overrides":{"min_interval_ms":9})", "initial_overrides.min_interval_ms"},
    };
    for (const Case& c : cases) {
        std::vector<Finding> findings;
        const auto info =
            parseRunInfo(R"({"run_id":"RUN_1","engine":"mock",)" + std::string(c.member) + "}",
                         "RUN.json", registry(), findings);
        ASSERT_TRUE(info) << c.member;
        ASSERT_EQ(findings.size(), 1U) << c.member;
        EXPECT_EQ(findings[0].field, c.field);
        EXPECT_EQ(info->seed, 0U);
        EXPECT_EQ(info->iterations, 0);
        EXPECT_EQ(info->phases, PhasePlan{});
        EXPECT_EQ(info->overridesForm, OverridesForm::Nested);
    }
}

TEST(RunInfoJson, WithoutIdOrEngineItIsRefused)
{
    for (const char* text :
         {"{}", R"({"run_id":"RUN_1"})", R"({"engine":"mock"})", "[]", "{",
          R"({"run_id":"RUN_1","engine":"mock","warmup_preset":{"changes":{}}})"}) {
        std::vector<Finding> findings;
        const auto info = parseRunInfo(text, "RUN.json", registry(), findings);
        ASSERT_FALSE(info) << text;
        EXPECT_EQ(info.error().code, Errc::BadInput);
        EXPECT_EQ(info.error().where, "RUN.json");
    }
}

TEST(RunEndJson, IsReadBack)
{
    for (const RunStatus status :
         {RunStatus::Completed, RunStatus::Failed, RunStatus::Interrupted}) {
        const RunEnd end{"RUN_1", status, 8, sha256Hex("x"), {{{"note"}, "[1]"}}};
        std::vector<Finding> findings;
        EXPECT_EQ(parseRunEnd(runEndText(end), "RUN_END.json", findings).value(), end);
        EXPECT_TRUE(findings.empty());
    }
}

TEST(RunEndJson, WithoutStatusOrCountItIsRefused)
{
    for (const char* text :
         {"{}", R"({"status":"completed"})", R"({"status":"lost","iterations_completed":1})",
          R"({"status":"failed","iterations_completed":-1})",
          R"({"status":"failed","iterations_completed":2147483648})", "[]", ""}) {
        std::vector<Finding> findings;
        EXPECT_FALSE(parseRunEnd(text, "RUN_END.json", findings)) << text;
    }
}

} // namespace
} // namespace soak
