// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runner/run_support.h"

#include "core/base/text.h"
#include "core/model/preset.h"
#include "tests/support/in_memory.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>

namespace soak
{

RunRequest mockRequest(const fs::path& base, int iterations)
{
    RunRequest request;
    request.base = base;
    request.info.engine = "mock";
    request.info.iterations = iterations;
    request.info.autoTune = true;
    request.info.sleepSeconds = 300;
    request.info.initialOverrides = findBuiltinProfile("best_cell")->overrides;
    for (const auto& [name, value] : request.info.initialOverrides.values) {
        request.sources[name] = "default";
    }
    return request;
}

RunRequest scriptedRequest(const fs::path& base, std::string script)
{
    RunRequest request = mockRequest(base, 0);
    request.info.engine = "scripted";
    request.info.sleepSeconds = 5;
    request.info.scriptJson = std::move(script);
    return request;
}

Result<RunResult> runIt(const RunRequest& request, const RunServices& services,
                        std::stop_token stop)
{
    const VirtualClock clock(kTestStart);
    return runSoakWith(services, request, clock, std::move(stop), {});
}

std::map<std::string, std::string> contentsOf(const fs::path& folder)
{
    std::map<std::string, std::string> contents;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().lexically_relative(folder).native();
        if (entry.is_symlink()) {
            contents[name] = "-> " + fs::read_symlink(entry.path()).native();
        } else if (entry.is_regular_file()) {
            contents[name] = bytesOf(entry.path());
        } else {
            contents[name + "/"] = "";
        }
    }
    return contents;
}

testing::AssertionResult sameContents(const std::map<std::string, std::string>& expected,
                                      const std::map<std::string, std::string>& actual)
{
    std::string differing;
    for (const auto& [name, bytes] : expected) {
        const auto found = actual.find(name);
        if (found == actual.end()) {
            differing += " missing:" + name;
        } else if (found->second != bytes) {
            differing += " differs:" + name + "\n" + bytes.substr(0, 3000) + "\n---\n" +
                         found->second.substr(0, 3000);
        }
    }
    for (const auto& [name, bytes] : actual) {
        if (!expected.contains(name)) {
            differing += " additional:" + name;
        }
    }
    return differing.empty() ? testing::AssertionSuccess()
                             : testing::AssertionFailure() << differing;
}

IterationRecord recordIn(const fs::path& folder, int iteration)
{
    std::vector<Finding> findings;
    const std::string name = summaryFileName(iteration);
    auto record = parseIteration(bytesOf(folder / name), name, iteration,
                                 ParameterRegistry::builtin(), findings);
    if (!record) {
        ADD_FAILURE() << describe(record.error());
        return {};
    }
    for (const Finding& finding : findings) {
        EXPECT_EQ(finding.kind, FindingKind::FailedIteration) << finding.text;
    }
    return std::move(record).value();
}

void leaveDebris(const fs::path& folder)
{
    std::ofstream(folder / kLockFile)
        << R"({"pid":999999,"run_id":"RUN_1","start":"never"})" << '\n';
    std::ofstream(folder / ".ITER_SUMMARY_2.json.tmp.999999.3") << "{\"iteration\": 2, \"sum";
    fs::create_directory(folder / ".engine.tmp.999999.2");
    std::ofstream(folder / ".engine.tmp.999999.2" / "EDGE_REPORT.json") << "{";
}

RunServices Killer::services()
{
    RunServices services;
    services.beforeWrite = [this](std::string_view what) -> Status {
        if (m_changes++ >= m_killAt) {
            return Error{Errc::Internal, "killed", std::string(what)};
        }
        return Done{};
    };
    return services;
}

std::string scriptOf(const std::vector<ScriptStep>& steps)
{
    std::string text = R"({"iterations":[)";
    for (const ScriptStep& step : steps) {
        text += text.back() == '[' ? "" : ",";
        if (!step.failure.empty()) {
            text += R"({"failure":")" + step.failure + R"("})";
            continue;
        }
        text += R"({"kpis":{"net_bps":)" + jsonNumber(step.netBps) + R"(,"risk_ratio":)" +
                jsonNumber(step.risk) + R"(,"p95_latency_ms":)" + jsonNumber(step.p95) + "}";
        if (!step.ticks.empty()) {
            text += R"(,"ticks":[)";
            for (const auto& [at, p95] : step.ticks) {
                text += text.back() == '[' ? "" : ",";
                text += R"({"t_ms":)" + jsonNumber(at) + R"(,"p95_latency_ms":)" + jsonNumber(p95) +
                        "}";
            }
            text += "]";
        }
        text += "}";
    }
    return text + "]}";
}

} // namespace soak
