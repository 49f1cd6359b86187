// SPDX-License-Identifier: GPL-3.0-or-later
// What judging and reading say of real runs can be said in another language: a text that is changed
// here alone would stay English in the window.
#include "core/analysis/judgement.h"
#include "core/io/load_run.h"
#include "core/model/said_text.h"
#include "tests/support/builders.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

void expectKnown(const std::string& text)
{
    EXPECT_TRUE(saidTextOf(text)) << text;
}

void expectKnown(const Judgement& judgement)
{
    expectKnown(judgement.verdictWhy);
    for (const auto* rows : {&judgement.goalGates, &judgement.gates}) {
        for (const GateResult& row : *rows) {
            expectKnown(row.why);
        }
    }
    for (const std::string& blocker : judgement.releaseBlockers) {
        expectKnown(blocker);
    }
    for (const Finding& finding : judgement.run->findings) {
        expectKnown(finding.text);
    }
}

} // namespace

TEST(SaidTexts, OfTheReferenceRunsAreKnown)
{
    for (const char* name : {"fixtures/reference-8", "fixtures/reference-36"}) {
        const auto run = loadRun(testDataPath(name) / "artifacts/soak/latest");
        ASSERT_TRUE(run);
        expectKnown(judge(*run, missionProfile()));
    }
}

TEST(SaidTexts, OfAWhatIfAreKnown)
{
    const Judgement judgement = judge(aRun()
                                          .withIterations(8)
                                          .proposing(3, {{"tail_age_ms", {30}}})
                                          .forcing(4, "tail_age_ms", 777)
                                          .editRun([](SoakRun& run) {
                                              RunBranch branch;
                                              branch.at = 4;
                                              branch.set = {{"tail_age_ms", {777}}};
                                              run.info->branches = {branch};
                                          })
                                          .shared(),
                                      missionProfile());
    expectKnown(judgement);
    const PairCheck& pair = judgement.verification.pairs.at(2);
    ASSERT_EQ(pair.params.size(), 1U);
    expectKnown(pair.params.front().reason);
}

TEST(SaidTexts, OfARunWithGapsAndWithoutAMetricAreKnown)
{
    RunBuilder run = aRun().withIterations(12).missing(10);
    for (int k = 1; k <= 12; ++k) {
        run.at(k, Metric::MakerTakerRatio, std::nullopt);
    }
    run.at(11, Metric::P95LatencyMs, std::nullopt);
    expectKnown(judge(run.shared(), missionProfile()));
}

} // namespace soak
