// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/scripted_engine.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

Result<Measurement> measured(std::string_view script, int iteration)
{
    SOAK_TRY(const auto engine, ScriptedEngine::create(script, 5));
    const Overrides overrides;
    return engine->measure({iteration, 2, overrides, {}, Phase::Steady, {}, {}, 0}, {}, {});
}

TEST(ScriptedEngine, MeasuresWhatTheScriptSays)
{
    const auto measurement = measured(
        R"({"iterations":[{"kpis":{"net_bps":3.5,"p95_latency_ms":371}},{"kpis":{"risk_ratio":0.2}}]})",
        1);
    ASSERT_TRUE(measurement) << describe(measurement.error());
    EXPECT_EQ(measurement->summary.at(Metric::NetBps), 3.5);
    EXPECT_EQ(measurement->summary.at(Metric::RiskRatio), std::nullopt);
    EXPECT_EQ(measurement->samples, (std::vector<EngineSample>{{Millis{5000}, 371.0}}));
    EXPECT_EQ(measurement->failure, std::nullopt);
}

TEST(ScriptedEngine, TicksAreItsSamples)
{
    const auto measurement = measured(
        R"({"iterations":[{"kpis":{},"ticks":[{"t_ms":0,"p95_latency_ms":370},{"t_ms":2500,"p95_latency_ms":null}]}]})",
        1);
    ASSERT_TRUE(measurement) << describe(measurement.error());
    EXPECT_EQ(measurement->samples,
              (std::vector<EngineSample>{{Millis{0}, 370.0}, {Millis{2500}, std::nullopt}}));
}

TEST(ScriptedEngine, MakesAsManyIterationsAsTheFileHas)
{
    const auto engine = ScriptedEngine::create(R"({"iterations":[{"kpis":{}},{"kpis":{}}]})", 5);
    ASSERT_TRUE(engine);
    EXPECT_EQ((*engine)->iterationLimit(), 2);
    EXPECT_TRUE((*engine)->isVirtual());
}

TEST(ScriptedEngine, CanFailAnIteration)
{
    const auto measurement = measured(R"({"iterations":[{"failure":"lost its connection"}]})", 1);
    ASSERT_TRUE(measurement) << describe(measurement.error());
    EXPECT_EQ(measurement->failure, "lost its connection");
    EXPECT_EQ(measurement->summary, IterationSummary{});
    EXPECT_EQ(measurement->samples.size(), 1U);
}

TEST(ScriptedEngine, RefusesAScriptThatIsNone)
{
    const std::string deep = R"({"iterations":[{"kpis":)" + std::string(100000, '[');
    const std::vector<std::string> table{
        "",
        "[]",
        "{",
        "{\"iterations\":[]}",
        R"({"iterations":[1]})",
        R"({"iterations":[{}]})",
        R"({"iterations":[{"kpis":[]}]})",
        R"({"iterations":[{"failure":1}]})",
        R"({"iterations":[{"kpis":{},"ticks":{}}]})",
        R"({"iterations":[{"kpis":{},"ticks":[{"p95_latency_ms":1}]}]})",
        R"({"iterations":[{"kpis":{},"ticks":[{"t_ms":-1}]}]})",
        R"({"iterations":[{"kpis":{},"ticks":[{"t_ms":1e999}]}]})",
        R"({"iterations":[{"kpis":{},"ticks":[{"t_ms":1,"p95_latency_ms":"x"}]}]})",
        "{\"iterations\":[{\"kpis\":{\"a\":\"\xff\"}}]}",
        deep,
    };
    for (const std::string& script : table) {
        SCOPED_TRACE(script.substr(0, 80));
        const auto engine = ScriptedEngine::create(script, 5);
        ASSERT_FALSE(engine);
        EXPECT_EQ(engine.error().code, Errc::BadInput);
    }
}

TEST(ScriptedEngine, RefusesTicksThatGoBackwardsOverTheWholeRun)
{
    const auto engine = ScriptedEngine::create(
        R"({"iterations":[{"kpis":{},"ticks":[{"t_ms":5}]},{"kpis":{},"ticks":[{"t_ms":4}]}]})", 5);
    ASSERT_FALSE(engine);
    EXPECT_EQ(engine.error().where, "script: iteration 2");
}

} // namespace

} // namespace soak
