// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/shell.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

using testing::HasSubstr;

TEST(CliSweep, PrintsATableAndTheSameAsJson)
{
    Shell shell;
    const std::string sweep = "soak sweep --scenarios calm --seeds 1-2 --tuners none,model ";
    const ShellResult text = shell.run(sweep + "--jobs 2");
    EXPECT_EQ(text.exitCode, 0) << text.err;
    EXPECT_THAT(text.out, HasSubstr("first green"));
    EXPECT_THAT(text.out, HasSubstr("none about profit"));
    const ShellResult json = shell.run(sweep + "--jobs 1 --json");
    const auto rows = nlohmann::json::parse(json.out).at("rows");
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0].at("tuner"), "none");
    EXPECT_EQ(rows[0].at("green"), 0);
    EXPECT_EQ(rows[1].at("green"), 2) << json.out;
}

TEST(CliSweep, ASchedulerCanMakeEachTaskAlone)
{
    Shell shell;
    const std::string sweep = "soak sweep --scenarios calm,thin --seeds 4-5 --tuners micro ";
    EXPECT_EQ(shell.run(sweep + "--print-tasks").out,
              "1 calm micro 4 red\n2 calm micro 5 red\n3 thin micro 4 red\n4 thin micro 5 red\n");
    const auto tasks = nlohmann::json::parse(shell.run(sweep + "--print-tasks --json").out);
    EXPECT_EQ(tasks.at("tasks").size(), 4U);
    EXPECT_EQ(tasks.at("tasks").at(2).at("task"), 3);
    const auto one = nlohmann::json::parse(shell.run(sweep + "--iterations 8 --task 3").out);
    EXPECT_EQ(one.at("scenario"), "thin");
    EXPECT_EQ(one.at("seed"), 4);
    EXPECT_EQ(shell.run(sweep + "--task 5").exitCode, 2);
}

TEST(CliSweep, HasARowForEachStart)
{
    Shell shell;
    const ShellResult result = shell.run("soak sweep --scenarios calm --seeds 1-2 --tuners none "
                                         "--iterations 8 --start red,steady_safe --json");
    ASSERT_EQ(result.exitCode, 0) << result.err;
    const auto json = nlohmann::json::parse(result.out);
    EXPECT_EQ(json.at("start"), "red,steady_safe");
    const auto& rows = json.at("rows");
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows.at(0).at("start"), "red");
    EXPECT_EQ(rows.at(0).at("green"), 0);
    EXPECT_EQ(rows.at(1).at("start"), "steady_safe");
    EXPECT_EQ(rows.at(3).at("scenario"), "all");
}

// Tasks that were made apart, by two schedulers' jobs, come together with what is left.
TEST(CliSweep, KeepsItsResultsAndGoesOn)
{
    Shell shell;
    const std::string sweep = "soak sweep --scenarios thin --seeds 4-6 --tuners none,micro "
                              "--iterations 8 --results s.jsonl ";
    EXPECT_EQ(shell.run(sweep + "--task 2").exitCode, 0);
    EXPECT_EQ(shell.run(sweep + "--task 5").exitCode, 0);
    const ShellResult whole = shell.run(sweep + "--chart s.svg --json");
    EXPECT_EQ(whole.exitCode, 0) << whole.err;
    EXPECT_THAT(whole.err, HasSubstr("2 soaks are known from s.jsonl"));
    const ShellResult again = shell.run(sweep + "--json");
    EXPECT_THAT(again.err, HasSubstr("6 soaks are known"));
    EXPECT_EQ(again.out, whole.out);
    EXPECT_THAT(shell.run("cat s.svg").out, HasSubstr("none about profit"));
    EXPECT_THAT(shell.run(sweep + "--guards --json").err, HasSubstr("made in another way"));
    EXPECT_EQ(shell.run("soak sweep --results s.svg").exitCode, 3);
}

TEST(CliSweep, RefusesWhatItDoesNotKnow)
{
    Shell shell;
    for (const char* options :
         {"--scenarios stormy", "--tuners magic", "--seeds 9-1", "--seeds x", "--seeds 1-2-3",
          "--start nowhere", "--start red,red", "--iterations 7", "--seeds 1-99999999"}) {
        const ShellResult result = shell.run(std::string("soak sweep ") + options);
        EXPECT_EQ(result.exitCode, 2) << options << result.err;
        EXPECT_EQ(result.out, "") << options;
    }
    EXPECT_THAT(shell.run("soak sweep --scenarios stormy").err, HasSubstr("calm, volatile"));
}

// The tuner of the simulated market is not that of the mock.
TEST(CliSweep, EngineSimIsTunedByRulesPlusUnlessToldOtherwise)
{
    Shell shell;
    EXPECT_EQ(shell.run("soak run --engine sim --iterations 3 --auto-tune --out a").exitCode, 0);
    EXPECT_THAT(shell.read("a/RUN.json"), HasSubstr("\"tuner\": \"rules+\""));
    EXPECT_EQ(shell.run("soak run --engine sim --iterations 3 --auto-tune --tuner model --out b")
                  .exitCode,
              0);
    EXPECT_THAT(shell.read("b/TUNING_STATE.json"), HasSubstr("\"correction\""));
    EXPECT_THAT(shell.read("b/ITER_SUMMARY_1.json"), HasSubstr("\"expected_effect\""));
    EXPECT_EQ(shell.run("soak verify b --strict").exitCode, 0);
}

// Where the tuners of a sweep start, a run can start too: the same for every tuner of a seed.
TEST(CliSweep, ARunStartsRedWhereASweepDoes)
{
    Shell shell;
    shell.set("SOURCE_DATE_EPOCH", "1767608400");
    const std::string run = "soak run --engine sim --start red --seed 3 --iterations 4 ";
    ASSERT_EQ(shell.run(run + "--auto-tune --tuner model --out model").exitCode, 0);
    ASSERT_EQ(shell.run(run + "--out untuned").exitCode, 0);
    const auto model = nlohmann::json::parse(shell.read("model/RUN.json"));
    const auto untuned = nlohmann::json::parse(shell.read("untuned/RUN.json"));
    EXPECT_EQ(model.at("start"), "red");
    EXPECT_EQ(model.at("initial_overrides"), untuned.at("initial_overrides"));
    EXPECT_EQ(model.at("override_sources").at("tail_age_ms"), "red");
    const double tailAge = model.at("initial_overrides").at("engine").at("tail_age_ms");
    EXPECT_GE(tailAge, 500);
    EXPECT_LE(tailAge, 580);
    EXPECT_EQ(shell.run("soak reproduce model").exitCode, 0);
    const auto other = nlohmann::json::parse(
        shell.run("soak run --engine sim --start red --seed 4 --dry-run").out);
    EXPECT_NE(other.at("initial_overrides"), model.at("initial_overrides"));
    ASSERT_EQ(
        shell.run("cp -r model cut && cd cut && rm RUN_END.json ITER_SUMMARY_[34].json").exitCode,
        0);
    ASSERT_EQ(shell.run("soak run --resume --out cut").exitCode, 0);
    EXPECT_EQ(shell.run("diff -r model cut").exitCode, 0);
}

TEST(CliSweep, ARedStartIsNotMixedWithAnother)
{
    Shell shell;
    shell.write("o.json", "{}");
    for (const char* options : {"--mock --start red", "--engine sim --start red --overrides o.json",
                                "--engine sim --start red --profile steady_safe"}) {
        const ShellResult result = shell.run(std::string("soak run --dry-run ") + options);
        EXPECT_EQ(result.exitCode, 2) << options << result.err;
        EXPECT_THAT(result.err, HasSubstr("--start")) << options;
    }
    EXPECT_EQ(shell.run("soak run --resume --start red").exitCode, 2);
}

// What the model has learned survives a kill: the rest of the run is the same to the byte.
// The guards of DOMAIN 4.6 fire in the storms, and while that of the latency is active nothing of
// what it freezes moves, though the tuner wants it to.
TEST(CliSweep, TheGuardsFireInAStormAndHoldWhatTheyFreeze)
{
    Shell shell;
    int latency = 0;
    int oscillation = 0;
    int held = 0;
    for (const char* seed : {"1", "2", "3"}) {
        const std::string folder = std::string("storm") + seed;
        ASSERT_EQ(shell
                      .run("soak run --engine sim --scenario latency_storm --start red --seed " +
                           std::string(seed) + " --iterations 24 --auto-tune --tuner model --out " +
                           folder)
                      .exitCode,
                  0);
        for (int iteration = 1; iteration < 24; ++iteration) {
            const auto tuning =
                nlohmann::json::parse(
                    shell.read(folder + "/ITER_SUMMARY_" + std::to_string(iteration) + ".json"))
                    .at("tuning");
            oscillation += tuning.at("guards").at("oscillation").at("active").get<bool>() ? 1 : 0;
            if (!tuning.at("guards").at("latency_hard").at("active").get<bool>()) {
                continue;
            }
            ++latency;
            held += tuning.at("dropped").empty() ? 0 : 1;
            for (const char* frozen :
                 {"rebid_threshold_bps", "min_interval_ms", "base_spread_bps_delta"}) {
                EXPECT_FALSE(tuning.at("applied_deltas").contains(frozen))
                    << folder << " " << iteration << " " << frozen;
            }
        }
    }
    EXPECT_GT(latency, 0);
    EXPECT_GT(held, 0);
    EXPECT_GT(oscillation, 0);
}

TEST(CliSweep, AModelThatIsResumedGoesOnAsItWould)
{
    Shell shell;
    const std::string run =
        "soak run --engine sim --iterations 6 --auto-tune --tuner model --seed 5 ";
    ASSERT_EQ(shell.run(run + "--out whole").exitCode, 0);
    ASSERT_EQ(shell
                  .run("cp -r whole cut && cd cut && rm -f RUN_END.json ITER_SUMMARY_4.json "
                       "ITER_SUMMARY_5.json ITER_SUMMARY_6.json")
                  .exitCode,
              0);
    const ShellResult resumed = shell.run("soak run --resume --out cut");
    ASSERT_EQ(resumed.exitCode, 0) << resumed.err;
    EXPECT_EQ(shell
                  .run("cmp whole/ITER_SUMMARY_6.json cut/ITER_SUMMARY_6.json && "
                       "cmp whole/TUNING_STATE.json cut/TUNING_STATE.json")
                  .exitCode,
              0);
}

} // namespace
} // namespace soak
