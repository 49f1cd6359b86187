// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/live_text.h"
#include "core/report/report_text.h"
#include "tests/report/report_samples.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

Judgement judgedOf(const RunBuilder& builder)
{
    return judge(std::make_shared<const SoakRun>(builder.build()), missionProfile());
}

Judgement small()
{
    return judgedOf(aRun()
                        .withIterations(2)
                        .at(1, Metric::NetBps, 2.5)
                        .at(1, Metric::P95LatencyMs, 300)
                        .at(1, Metric::RiskRatio, 0.36)
                        .at(1, Metric::MakerTakerRatio, 0.85)
                        .at(2, Metric::P95LatencyMs, std::nullopt));
}

Json oneLine(const std::string& line)
{
    EXPECT_EQ(line.find('\n'), line.size() - 1) << line;
    const Json json = Json::parse(line);
    EXPECT_EQ(json.at("schema"), "soak-watch/1");
    return json;
}

TEST(LiveText, ALineHasTheFourGoalsAndSaysWhatIsMissing)
{
    const Judgement judgement = small();
    EXPECT_EQ(liveIterationText(judgement, 1, LandedHow::New),
              "    1  maker_taker_ratio 0.850  p95_latency_ms 300.0 ms  risk_ratio 0.360  net_bps "
              "2.50 bps  [" +
                  std::string(keyOf(judgement.iterationGates[0].status)) + "]\n");
    const std::string second = liveIterationText(judgement, 2, LandedHow::Changed);
    EXPECT_NE(second.find("p95_latency_ms missing"), std::string::npos) << second;
    EXPECT_NE(second.find("  changed\n"), std::string::npos) << second;
}

TEST(LiveText, AsJsonAMissingValueIsNamedAndNeverZero)
{
    const Json first = oneLine(liveIterationJson(small(), 1, LandedHow::New));
    EXPECT_EQ(first.at("event"), "iteration");
    EXPECT_EQ(first.at("iteration"), 1);
    EXPECT_EQ(first.at("changed"), false);
    EXPECT_EQ(first.at("metrics").at("net_bps"), 2.5);
    EXPECT_TRUE(first.at("missing").empty());
    EXPECT_TRUE(first.at("failure").is_null());
    const Json second = oneLine(liveIterationJson(small(), 2, LandedHow::Changed));
    EXPECT_EQ(second.at("changed"), true);
    EXPECT_FALSE(second.at("metrics").contains("p95_latency_ms"));
    EXPECT_EQ(second.at("missing"), Json::array({"p95_latency_ms"}));
}

TEST(LiveText, TheVerdictIsThatOfTheJudgementWithItsReason)
{
    for (const Judgement& judgement : {judgedOf(aTunedRun(36)), judgedOf(aTunedRun(8)), small()}) {
        const std::string text = liveVerdictText(judgement);
        EXPECT_NE(text.find("if it ended now: " + std::string(keyOf(judgement.verdict)) + ": " +
                            judgement.verdictWhy),
                  std::string::npos)
            << text;
        const Json json = oneLine(liveVerdictJson(judgement));
        EXPECT_EQ(json.at("verdict"), keyOf(judgement.verdict));
        EXPECT_EQ(json.at("gate"), keyOf(judgement.gateVerdict));
        EXPECT_EQ(json.at("window"), Json(judgement.windowIterations));
        std::size_t notPassed = 0;
        for (const GateResult& gate : judgement.gates) {
            notPassed += gate.outcome == GateOutcome::Pass ? 0 : 1;
        }
        EXPECT_EQ(json.at("gates_not_passed").size(), notPassed);
    }
}

TEST(LiveText, HostileTextStaysInItsLine)
{
    const Judgement judgement = judgedOf(aTroubledRun());
    for (const int iteration : judgement.run->table.iterations()) {
        const std::string line = liveIterationText(judgement, iteration, LandedHow::New);
        EXPECT_EQ(line.find('\n'), line.size() - 1);
        EXPECT_EQ(line.find('\x1b'), std::string::npos);
        oneLine(liveIterationJson(judgement, iteration, LandedHow::New));
    }
    const std::string run = liveRunText(*judgement.run);
    EXPECT_EQ(run.find('\n'), run.size() - 1);
    oneLine(liveRunJson(*judgement.run));
    for (const Finding& finding : judgement.run->findings) {
        oneLine(liveFindingJson(finding));
    }
    oneLine(liveStateJson("stalled", std::string(kHostileText)));
}

TEST(LiveText, TheEndHasEveryGateRowAndTheExitCode)
{
    const Judgement judgement = judgedOf(aTunedRun(8));
    const Json end = oneLine(liveEndJson(&judgement, "the run has ended", 1));
    EXPECT_EQ(end.at("event"), "end");
    EXPECT_EQ(end.at("gates").size(), judgement.gates.size());
    EXPECT_EQ(end.at("exit_code"), 1);
    EXPECT_EQ(end.at("ended_by"), "the run has ended");
    const Json none = oneLine(liveEndJson(nullptr, "interrupted", 130));
    EXPECT_FALSE(none.contains("verdict"));
}

} // namespace

} // namespace soak
