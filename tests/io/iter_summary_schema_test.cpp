// SPDX-License-Identifier: GPL-3.0-or-later
// The published schema of iteration files, against what is written and read.
#include "core/base/process.h"
#include "tests/io/generators.h"
#include "tests/io/records.h"
#include "tests/support/property.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace soak
{
namespace
{

using Json = nlohmann::json;

// "<file without .json> <where>" of each file in `folder` that the schema refuses.
std::vector<std::string> refusedIn(const fs::path& folder)
{
    const TempDir dir;
    const fs::path schema = testDataPath("../../resources/schemas/iter_summary.schema.json");
    const fs::path script = testDataPath("../io/check_schema.py");
    ProcessPlan plan;
    plan.argv = {SOAK_PYTHON3, "-B", script.string(), schema.string(), folder.string()};
    plan.stdoutFile = dir / "out";
    plan.stderrFile = dir / "err";
    const Result<ProcessOutcome> outcome = runProcess(plan, {});
    EXPECT_TRUE(outcome) << (outcome ? "" : describe(outcome.error()));
    EXPECT_EQ(bytesOf(plan.stderrFile), "");
    std::istringstream out(bytesOf(plan.stdoutFile));
    std::vector<std::string> lines;
    for (std::string line; std::getline(out, line);) {
        lines.push_back(line);
    }
    EXPECT_EQ(outcome->exitCode, lines.empty() ? 0 : 1);
    return lines;
}

TEST(Defect27, TheSchemaAcceptsEveryFileOfOurs)
{
    const TempDir dir;
    dir.write("sample.json", iterationText(sampleRecord(1), builtin()));
    int written = 0;
    ASSERT_TRUE(holdsAlways([&] {
        const std::string text = iterationText(generate::drawRecord(++written), builtin());
        dir.write(std::to_string(written) + ".json", text);
    }));
    EXPECT_GT(written, 50);
    EXPECT_EQ(refusedIn(dir.path()), std::vector<std::string>{});
}

TEST(Defect27, TheSchemaAcceptsTheFilesOfTheReference)
{
    for (const char* fixture : {"reference-8", "reference-36"}) {
        const fs::path folder = fixturePath(std::string(fixture) + "/artifacts/soak/latest");
        const TempDir dir;
        int copied = 0;
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (iterationOfFileName(entry.path().filename().string())) {
                fs::copy_file(entry.path(), dir / entry.path().filename());
                ++copied;
            }
        }
        EXPECT_GE(copied, 8);
        EXPECT_EQ(refusedIn(dir.path()), std::vector<std::string>{}) << fixture;
    }
}

TEST(Defect27, TheSchemaRefusesWhatIsBroken)
{
    const std::pair<const char*, Json> spoilt[] = {
        {"/iteration", 0},
        {"/iteration", "1"},
        {"/schema_version", "3.0"},
        {"/run_id", 7},
        {"/summary", nullptr},
        {"/summary/net_bps", "2.5"},
        {"/summary/risk_ratio", 36},
        {"/summary/maker_taker_ratio", 1.5},
        {"/summary/p95_latency_ms", -1},
        {"/summary/kpi_verdict", "MAYBE"},
        {"/summary/kpi_reasons", "EDGE"},
        {"/summary/runtime_utc", "yesterday"},
        {"/summary/phase", "steady"},
        {"/summary/blocks/counts/risk", -1},
        {"/summary/blocks/ratios01/risk", 5.6},
        {"/summary/fills/maker_count", "3"},
        {"/tuning/applied", "yes"},
        {"/tuning/proposed_deltas/min_interval_ms", "5"},
        {"/tuning/dropped/impact_cap_ratio", "whim"},
        {"/tuning/bounded/min_interval_ms/bound", "wall"},
        {"/tuning/skip_reason", 7},
        {"/tuning/guards/clock_ms", -1},
        {"/runtime_overrides/quoting/min_interval_ms", "60"},
        {"/chain/prev_sha256", "abc"},
    };
    const TempDir dir;
    IterationRecord record = sampleRecord(1);
    record.chainPrevious = sha256("x");
    const Json sample = Json::parse(iterationText(record, builtin()));
    std::vector<std::string> expected;
    for (const auto& [pointer, value] : spoilt) {
        Json file = sample;
        file[Json::json_pointer(pointer)] = value;
        const std::string name = std::to_string(100 + expected.size());
        dir.write(name + ".json", file.dump());
        std::string path(pointer + 1);
        std::replace(path.begin(), path.end(), '/', '.');
        expected.push_back(name + " " + path);
    }
    EXPECT_EQ(refusedIn(dir.path()), expected);
}

TEST(Defect27, TheSchemaMissesNoMemberThatWeAlwaysWrite)
{
    const TempDir dir;
    const Json sample = Json::parse(iterationText(sampleRecord(1), builtin()));
    std::vector<std::string> expected;
    for (const char* member : {"net_bps", "cancel_ratio", "ws_lag_p95_ms", "fills", "blocks",
                               "runtime_utc", "maker_taker_source"}) {
        Json file = sample;
        ASSERT_EQ(file["summary"].erase(member), 1U) << member;
        dir.write(std::string(member) + ".json", file.dump());
        expected.push_back(std::string(member) + " summary");
    }
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(refusedIn(dir.path()), expected);
}

} // namespace
} // namespace soak
