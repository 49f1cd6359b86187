// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/attempts.h"
#include "core/runner/command_engine.h"
#include "tests/runner/run_support.h"

#include <fstream>

namespace soak
{

namespace
{

// Fails so many times, then measures net 1; leaves a file in its folder each time.
class FailingEngine final : public Engine
{
public:
    explicit FailingEngine(int failures) : m_failures(failures) {}

    [[nodiscard]] std::string name() const override { return "failing"; }

    [[nodiscard]] bool isVirtual() const override { return false; }

    [[nodiscard]] std::optional<int> iterationLimit() const override { return std::nullopt; }

    Result<Measurement> measure(const IterationPlan& plan, std::stop_token stop,
                                const Progress& /*progress*/) override
    {
        EXPECT_TRUE(fs::is_empty(plan.outputFolder));
        EXPECT_EQ(plan.attempt, ++calls);
        std::ofstream(plan.outputFolder / "left") << "x";
        if (stop.stop_requested()) {
            return Error{Errc::Cancelled, "stopped", ""};
        }
        Measurement measurement;
        measurement.samples = {{Millis{5}, std::nullopt}};
        measurement.hasOwnClock = hasOwnClock;
        measurement.findings = {{FindingKind::BadLine, Severity::Info, "f", plan.iteration, "",
                                 "call " + std::to_string(calls)}};
        if (calls <= m_failures) {
            measurement.failure = "failure " + std::to_string(calls);
            measurement.files[std::string(kStderrFile)] = "trace " + std::to_string(calls);
        } else {
            measurement.summary.metrics[indexOf(Metric::NetBps)] = 1;
        }
        return measurement;
    }

    int calls = 0;
    bool hasOwnClock = false;

private:
    int m_failures;
};

Result<Measurement> measureIn(const fs::path& folder, FailingEngine& engine, int retries,
                              std::stop_token stop = {})
{
    static const Overrides overrides;
    const IterationPlan plan{7, 9, overrides, {}, Phase::Steady, folder / "overrides", {}, 1};
    const RunWriter writer(folder);
    double clock = 100;
    return measureWithAttempts(engine, writer, plan,
                               {retries, [&clock] { return Millis{clock += 10}; }, Millis{50}},
                               stop, {});
}

TEST(Attempts, OneThatDoesNotFailIsAllAndSaysNothing)
{
    const TempDir dir;
    FailingEngine engine(0);
    const auto measurement = measureIn(dir.path(), engine, 3);
    ASSERT_TRUE(measurement);
    EXPECT_EQ(engine.calls, 1);
    EXPECT_TRUE(measurement->extras.empty());
    EXPECT_EQ(measurement->findings.size(), 1U);
    EXPECT_TRUE(fs::is_empty(dir.path()));
}

TEST(Attempts, EachThatFailedIsToldAndItsErrorOutputKept)
{
    const TempDir dir;
    FailingEngine engine(2);
    const auto measurement = measureIn(dir.path(), engine, 5);
    ASSERT_TRUE(measurement);
    EXPECT_EQ(engine.calls, 3);
    EXPECT_FALSE(measurement->failure);
    EXPECT_EQ(measurement->extras.at(JsonPath{"attempts"}),
              R"([{"attempt":1,"failure":"failure 1"},{"attempt":2,"failure":"failure 2"},)"
              R"({"attempt":3,"failure":null}])");
    EXPECT_EQ(measurement->files.at("failed_7.1.stderr.txt"), "trace 1");
    EXPECT_EQ(measurement->files.at("failed_7.2.stderr.txt"), "trace 2");
    EXPECT_FALSE(measurement->files.contains(std::string(kStderrFile)));
    std::vector<std::string> texts;
    for (const Finding& finding : measurement->findings) {
        texts.push_back(finding.text);
    }
    EXPECT_EQ(texts, (std::vector<std::string>{"call 1", "attempt 1 failed: failure 1", "call 2",
                                               "attempt 2 failed: failure 2", "call 3"}));
}

TEST(Attempts, EndWithTheRetriesAndTheLastFailureIsThatOfTheIteration)
{
    const TempDir dir;
    FailingEngine engine(9);
    const auto measurement = measureIn(dir.path(), engine, 1);
    ASSERT_TRUE(measurement);
    EXPECT_EQ(engine.calls, 2);
    EXPECT_EQ(measurement->failure, "failure 2, after 1 attempt that failed too");
    EXPECT_EQ(measurement->files.at("failed_7.stderr.txt"), "trace 2");
    EXPECT_EQ(measurement->files.at("stderr.txt"), "trace 2");
}

TEST(Attempts, SamplesAreOnTheClockOfTheRunFromTheAttemptThatCounts)
{
    const TempDir dir;
    FailingEngine engine(1);
    EXPECT_EQ(measureIn(dir.path(), engine, 1)->samples.front().at, Millis{125});
    FailingEngine own(1);
    own.hasOwnClock = true;
    EXPECT_EQ(measureIn(dir.path(), own, 1)->samples.front().at, Millis{55});
}

TEST(Attempts, AStopEndsThem)
{
    const TempDir dir;
    std::stop_source stop;
    stop.request_stop();
    FailingEngine engine(1);
    const auto measurement = measureIn(dir.path(), engine, 1, stop.get_token());
    ASSERT_FALSE(measurement);
    EXPECT_EQ(measurement.error().code, Errc::Cancelled);
    EXPECT_EQ(engine.calls, 1);
    EXPECT_TRUE(fs::is_empty(dir.path()));
}

TEST(KeptErrorOutput, IsTheEndAndSaysWhatIsLeftOut)
{
    EXPECT_EQ(keptErrorOutput(""), "");
    const std::string whole(kKeptErrorBytes, 'x');
    EXPECT_EQ(keptErrorOutput(whole), whole);
    EXPECT_EQ(keptErrorOutput("first line\n" + whole),
              "[11 bytes before this are not kept]\n" + whole);
}

} // namespace

} // namespace soak
