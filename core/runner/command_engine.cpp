// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/command_engine.h"

#include "core/base/process.h"
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/io/artifacts.h"

#include <unistd.h>

#include <cstdlib>

namespace soak
{

namespace
{

bool isProgram(const fs::path& path)
{
    std::error_code error;
    return fs::is_regular_file(path, error) && ::access(path.c_str(), X_OK) == 0;
}

bool isOnPath(const std::string& program)
{
    if (program.find('/') != std::string::npos) {
        return isProgram(program);
    }
    const char* const path = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    for (const std::string& folder : split(path == nullptr ? "/usr/bin:/bin" : path, ':')) {
        if (isProgram(fs::path(folder.empty() ? "." : folder) / program)) {
            return true;
        }
    }
    return false;
}

ProcessPlan processPlan(const CommandPlan& command, const IterationPlan& plan)
{
    ProcessPlan process;
    process.argv = command.argv;
    process.timeLimit = command.timeLimit;
    process.descendants = Descendants::All;
    process.maxOutputBytes = kMaxBotOutputBytes;
    process.stdoutFile = plan.outputFolder / kStdoutFile;
    process.stderrFile = plan.outputFolder / kStderrFile;
    process.environment = {
        {"SOAK_ITERATION", std::to_string(plan.iteration)},
        {"SOAK_ATTEMPT", std::to_string(plan.attempt)},
        {"SOAK_ITERATIONS", std::to_string(plan.totalIterations)},
        {"SOAK_SEED", std::to_string(plan.seed)},
        {"SOAK_OVERRIDES", fs::absolute(plan.overridesFile).native()},
        {"SOAK_OUTPUT_DIR", fs::absolute(plan.outputFolder).native()},
        {"SOAK_PHASE", std::string(keyOf(plan.phase))},
        {"SOAK_MAX_RISK_RATIO", jsonNumber(plan.limits.maxRiskRatio)},
        {"SOAK_POSITION_MULTIPLIER", jsonNumber(plan.limits.positionMultiplier)},
        {"SOAK_RESCUE_BLOCK_RISK", jsonNumber(plan.limits.rescueBlockRisk)},
        {"SOAK_RESCUE_BLOCK_P95_MS", jsonNumber(plan.limits.rescueBlockP95Ms)},
    };
    return process;
}

struct Collected {
    EngineOutputs outputs;
    std::optional<Error> reportError; // why EDGE_REPORT.json could not be read
};

// What is no regular file, or too large, is a finding.
Collected collectOutputs(const IterationPlan& plan, Measurement& measurement)
{
    Collected collected;
    const auto read = [&](std::string_view name) -> std::optional<std::string> {
        auto bytes = readFile(plan.outputFolder / name, kMaxFileBytes, FollowLinks::No);
        if (bytes) {
            if (!bytes->empty() || (name != kStdoutFile && name != kStderrFile)) {
                measurement.files.emplace(name, *bytes);
            }
            return std::move(bytes).value();
        }
        if (name == kEdgeReportFile) {
            collected.reportError = bytes.error();
        }
        if (bytes.error().code != Errc::NotFound) {
            measurement.findings.push_back({FindingKind::FileError, Severity::Warning,
                                            std::string(kEngineFolder) + "/" + std::string(name),
                                            plan.iteration, "", bytes.error().message});
        }
        return std::nullopt;
    };
    // A bot may have put a link to somewhere else in the place of its folder.
    std::error_code error;
    if (!fs::is_directory(fs::symlink_status(plan.outputFolder, error))) {
        collected.reportError =
            Error{Errc::BadInput, "the output folder is no folder any more", ""};
        return collected;
    }
    EngineOutputs& outputs = collected.outputs;
    outputs.edgeReport = read(kEdgeReportFile);
    outputs.kpiGate = read(kKpiGateFile);
    outputs.edgeSentinel = read(kEdgeSentinelFile);
    outputs.auditLog = read(kAuditLogFile);
    outputs.weeklyRollup = read(kWeeklyRollupFile);
    read(kStdoutFile);
    read(kStderrFile);
    return collected;
}

// The last line that says something, at most 200 bytes: usually the message of what went wrong.
std::string lastLineOf(std::string_view text)
{
    constexpr std::size_t kLongest = 200;
    text = trim(text);
    const std::size_t newline = text.find_last_of('\n');
    if (newline != std::string_view::npos) {
        text = trim(text.substr(newline + 1));
    }
    return repairUtf8(text.substr(0, kLongest));
}

// Why the process itself failed; nullopt when it ended well.
std::optional<std::string> failureOf(const ProcessOutcome& outcome, const CommandPlan& command)
{
    if (outcome.timedOut) {
        return "exceeded its time limit of " + fixedText(command.timeLimit->count(), 0) + " ms";
    }
    if (outcome.signal) {
        return "ended by signal " + std::to_string(*outcome.signal);
    }
    if (outcome.exitCode.value_or(0) != 0) {
        return "exit code " + std::to_string(*outcome.exitCode);
    }
    return std::nullopt;
}

// What became of EDGE_REPORT.json, when the process failed or there is none that can be read.
std::string reportText(const Collected& collected)
{
    const std::string name(kEdgeReportFile);
    if (!collected.reportError) {
        return "its " + name + " does not count";
    }
    return collected.reportError->code == Errc::NotFound
               ? "no " + name
               : name + ": " + collected.reportError->message;
}

void fail(Measurement& measurement, std::string reason, const std::string& ofReport)
{
    const auto kept = measurement.files.find(std::string(kStderrFile));
    const std::string line = kept == measurement.files.end() ? "" : lastLineOf(kept->second);
    reason += line.empty() ? "" : ": " + line;
    measurement.failure = reason + " (" + ofReport + ")";
    measurement.summary = {};
}

void takeSummary(const Collected& collected, int iteration, Measurement& measurement)
{
    if (collected.reportError) {
        fail(measurement, "exit code 0", reportText(collected));
        return;
    }
    auto summary = summaryFromOutputs(collected.outputs, iteration, measurement.findings);
    if (summary) {
        measurement.summary = std::move(summary).value();
    } else {
        fail(measurement, "exit code 0", describe(summary.error()));
    }
}

} // namespace

Result<std::unique_ptr<CommandEngine>> CommandEngine::create(CommandPlan plan)
{
    if (plan.argv.empty() || plan.argv.front().empty()) {
        return Error{Errc::Usage, "engine command needs the command to run: -- PROGRAM ARGUMENTS",
                     ""};
    }
    if (!isOnPath(plan.argv.front())) {
        return Error{Errc::Environment, "no such program", repairUtf8(plan.argv.front())};
    }
    return std::unique_ptr<CommandEngine>(new CommandEngine(std::move(plan)));
}

Result<Measurement> CommandEngine::measure(const IterationPlan& plan, std::stop_token stop,
                                           const Progress& /*progress*/)
{
    const SystemClock clock;
    const Millis started = clock.monotonic();
    SOAK_TRY(const ProcessOutcome outcome, runProcess(processPlan(m_plan, plan), stop));
    if (outcome.cancelled) {
        return Error{Errc::Cancelled, "stopped", "iteration " + std::to_string(plan.iteration)};
    }
    Measurement measurement;
    const Collected collected = collectOutputs(plan, measurement);
    measurement.outputCut = outcome.outputCut;
    if (outcome.outputCut) {
        measurement.findings.push_back({FindingKind::StringCut, Severity::Warning,
                                        summaryFileName(plan.iteration), plan.iteration, "",
                                        "the bot wrote more than the 16 MiB that are kept of each "
                                        "of its outputs"});
    }
    if (std::optional<std::string> reason = failureOf(outcome, m_plan)) {
        fail(measurement, std::move(*reason), reportText(collected));
    } else {
        takeSummary(collected, plan.iteration, measurement);
    }
    const auto own = elapsedFromOutputs(collected.outputs, plan.iteration, measurement.findings);
    measurement.hasOwnClock = own.has_value();
    measurement.samples = {
        {own.value_or(clock.monotonic() - started), measurement.summary.at(Metric::P95LatencyMs)}};
    return measurement;
}

} // namespace soak
