// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/arm_report.h"
#include "tests/report/report_samples.h"
#include "tests/support/golden.h"
#include "tests/support/noisy_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using testing::HasSubstr;
using testing::Not;

RunBuilder sampleNight(std::uint8_t seed, int iterations, double shift)
{
    return noisyGoals(iterations, seed, .3, shift).editRun([seed](SoakRun& run) {
        run.otherFiles["RUN.json"].sha256[0] = seed;
    });
}

// Five nights, of which one is short, one lacks the latency and one is given twice, against three
// better ones with another override.
ArmComparison sampleArms()
{
    Overrides changed = bestCell();
    changed.values["impact_cap_ratio"] = ParamValue{.12};
    const RunBuilder first = sampleNight(1, 60, 0);
    const std::vector<RunBuilder> runs{first,
                                       sampleNight(2, 60, .5),
                                       sampleNight(3, 48, -.5),
                                       sampleNight(4, 7, 0),
                                       sampleNight(5, 60, .2).without(Metric::P95LatencyMs),
                                       first,
                                       sampleNight(6, 60, 4).startingFrom(changed),
                                       sampleNight(7, 60, 4.5).startingFrom(changed),
                                       sampleNight(8, 60, 3.5).startingFrom(changed)};
    std::vector<Judgement> judgements;
    for (const RunBuilder& run : runs) {
        judgements.push_back(judge(run.shared(), missionProfile()));
    }
    std::vector<CompareInput> inputs;
    for (std::size_t at = 0; at < runs.size(); ++at) {
        inputs.push_back({"nightly " + std::to_string(at + 1), &judgements[at]});
    }
    inputs[7].name = "nightly <8> | \x1b[31m";
    const std::span<const CompareInput> all(inputs);
    return *compareArms(all.first(6), all.subspan(6));
}

TEST(ArmReport, IsAsRecorded)
{
    const ArmComparison comparison = sampleArms();
    EXPECT_GOLDEN("report/compare/arms.txt", armsText(comparison));
    EXPECT_GOLDEN("report/compare/arms.md", armsMarkdown(comparison, sampleContext()));
    EXPECT_GOLDEN("report/compare/arms.html", armsHtml(comparison, sampleContext()));
    EXPECT_GOLDEN("report/compare/arms.json", armsJson(comparison).dump(2) + "\n");
}

TEST(ArmReport, NamesOfRunsAreMadeSafe)
{
    const ArmComparison comparison = sampleArms();
    EXPECT_THAT(armsText(comparison), Not(HasSubstr("\x1b")));
    EXPECT_THAT(armsHtml(comparison, sampleContext()), Not(HasSubstr("<8>")));
    EXPECT_THAT(armsMarkdown(comparison, sampleContext()), HasSubstr("\\|"));
}

TEST(ArmReport, EveryFormSaysTheSameAndWhyItIsPreferred)
{
    const ArmComparison comparison = sampleArms();
    const auto json = armsJson(comparison);
    const std::string summary = json.at("summary");
    for (const std::string& text : {armsText(comparison), armsHtml(comparison, sampleContext())}) {
        EXPECT_THAT(text, HasSubstr(summary));
        EXPECT_THAT(text, HasSubstr("the interval includes the differences between nights"));
        EXPECT_THAT(text, HasSubstr("risk_ratio: A4 is left out, 7 values after the warm-up"));
        EXPECT_THAT(text, HasSubstr("A6 is left out, the same run as A1"));
    }
    EXPECT_THAT(armsMarkdown(comparison, sampleContext()), HasSubstr("differences between nights"));
}

// A value that is not there is never 0.
TEST(ArmReport, AnAbsentValueIsAbsent)
{
    const auto json = armsJson(sampleArms());
    for (const auto& effect : json.at("effects")) {
        const auto& value = effect.at("values").at(4);
        EXPECT_EQ(value.at("mean").is_null(), effect.at("metric") == "p95_latency_ms");
        EXPECT_EQ(effect.at("values").at(5).at("left_out"), "the same run as A1");
    }
}

} // namespace

} // namespace soak
