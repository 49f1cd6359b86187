// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/run_loop.h"
#include "tests/runner/run_support.h"

#include <algorithm>

namespace soak
{

namespace
{

using Lines = std::vector<std::string>;

Lines changesOf(const RunRequest& request)
{
    Lines lines;
    RunServices services;
    services.beforeWrite = [&](std::string_view what) -> Status {
        lines.emplace_back(what);
        return Done{};
    };
    const auto result = runIt(request, services);
    EXPECT_TRUE(result) << describe(result.error());
    return lines;
}

TEST(RunLoop, WritesInTheOrderOfTheDesign)
{
    const TempDir base;
    EXPECT_EQ(
        changesOf(mockRequest(base.path(), 1)),
        (Lines{"write RUN.json", "write runtime_overrides.json", "write OVERRIDE_SOURCES.json",
               "write artifacts/EDGE_REPORT.json", "write artifacts/KPI_GATE.json",
               "write ITER_SUMMARY_1.json", "write TUNING_REPORT.json", "write TUNING_STATE.json",
               "write summary.txt", "write RUN_END.json"}));
    const TempDir other;
    const Lines two = changesOf(mockRequest(other.path(), 2));
    EXPECT_EQ((Lines(two.begin() + 5, two.begin() + 10)),
              (Lines{"write ITER_SUMMARY_1.json", "write TUNING_REPORT.json",
                     "write runtime_overrides.json", "write OVERRIDE_SOURCES.json",
                     "write TUNING_STATE.json"}));
}

TEST(RunLoop, TheReportIsRenderedFromTheSummaries)
{
    const TempDir base;
    ASSERT_TRUE(runIt(mockRequest(base.path(), 9)));
    std::vector<IterationRecord> records;
    for (int iteration = 1; iteration <= 9; ++iteration) {
        records.push_back(recordIn(base / "soak/latest", iteration));
    }
    EXPECT_EQ(bytesOf(base / "soak/latest/TUNING_REPORT.json"), tuningReportText(records));
}

TEST(RunLoop, TheTimeOfARunIsThatOfItsClock)
{
    EXPECT_EQ(summaryText(Millis{0}, 0, 0), "duration: 0:00:00\niterations completed: 0\n");
    EXPECT_EQ(summaryText(Millis{2400000}, 8, 0), "duration: 0:40:00\niterations completed: 8\n");
    EXPECT_EQ(summaryText(Millis{360061999}, 8, 2),
              "duration: 100:01:01\niterations completed: 8\niterations failed: 2\n");
}

TEST(RunLoop, AnEngineErrorEndsTheRunAndItCanBeTakenUpAgain)
{
    class Broken final : public Engine
    {
    public:
        [[nodiscard]] std::string name() const override { return "broken"; }

        [[nodiscard]] bool isVirtual() const override { return true; }

        [[nodiscard]] std::optional<int> iterationLimit() const override { return std::nullopt; }

        Result<Measurement> measure(const IterationPlan&, std::stop_token, const Progress&) override
        {
            return Error{Errc::Environment, "no more memory", ""};
        }
    };

    const TempDir base;
    RunServices services;
    services.makeEngine = [](const RunInfo&, const RunRequest&) {
        return Result<std::unique_ptr<Engine>>(std::make_unique<Broken>());
    };
    const auto broken = runIt(mockRequest(base.path(), 2), services);
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, Errc::Environment);
    EXPECT_FALSE(fs::exists(base / "soak/latest/RUN_END.json"));
    RunRequest request = mockRequest(base.path(), 2);
    request.resume = true;
    EXPECT_EQ(runIt(request)->iterationsCompleted, 2);
}

TEST(RunLoop, OutputsOfTheIterationBeforeDoNotStay)
{
    const TempDir base;
    RunRequest request = scriptedRequest(base.path(), scriptOf({{}, {}}));
    base.write("soak/latest/RUN.json", "{}");
    request.onIteration = [&](const IterationRecord&) {
        base.write("soak/latest/artifacts/KPI_GATE.json", "{}");
    };
    ASSERT_TRUE(runIt(request));
    request.resume = true;
    EXPECT_EQ(contentsOf(base / "soak/latest").count("artifacts/KPI_GATE.json"),
              1U); // written after the last one
    request.resume = false;
    request.onIteration = {};
    ASSERT_TRUE(runIt(request));
    EXPECT_EQ(contentsOf(base / "soak/latest").count("artifacts/KPI_GATE.json"), 0U);
}

TEST(LongRunLoop, BeyondAThousandIterationsTheReportIsWrittenAtTheEnd)
{
    const TempDir base;
    const Lines lines = changesOf(mockRequest(base.path(), 1002));
    EXPECT_EQ(std::count(lines.begin(), lines.end(), "write TUNING_REPORT.json"), 1001);
    std::vector<Finding> findings;
    const auto report =
        parseTuningReport(bytesOf(base / "soak/latest/TUNING_REPORT.json"), "", findings);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->size(), 1002U);
}

} // namespace

} // namespace soak
