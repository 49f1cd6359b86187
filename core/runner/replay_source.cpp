// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runner/replay_source.h"

#include "core/io/artifacts.h"
#include "core/io/find_run.h"
#include "core/io/iteration_json.h"
#include "core/io/run_files.h"

#include <algorithm>

namespace soak
{

namespace
{

// Messages of files without their paths: a run of the same measurements is the same bytes, wherever
// its source lies.
std::string unreadableText(const std::string& name, const Error& error)
{
    return name + " of the run replayed cannot be read: " + error.message;
}

Result<std::vector<int>> iterationsOf(const fs::path& folder)
{
    SOAK_TRY(const std::vector<std::string> names, listFolder(folder));
    std::vector<int> iterations;
    for (const std::string& name : names) {
        if (const auto iteration = iterationOfFileName(name)) {
            iterations.push_back(*iteration);
        }
    }
    std::sort(iterations.begin(), iterations.end());
    if (iterations.size() > kMostReplayed ||
        (!iterations.empty() && iterations.back() > static_cast<int>(kMostReplayed))) {
        return Error{Errc::TooLarge,
                     "has more than the " + std::to_string(kMostReplayed) +
                         " iterations that can be replayed",
                     pathText(folder)};
    }
    return iterations;
}

// Into the record, of a run with RUN.json.
void readRunFileInto(ReplaySource& source)
{
    const auto text = readFile(source.folder / kRunFile, kMaxFileBytes, FollowLinks::No);
    if (!text) {
        return;
    }
    std::vector<Finding> findings; // told by whoever loads that run
    auto info = parseRunInfo(*text, kRunFile, ParameterRegistry::builtin(), findings);
    if (!info) {
        return;
    }
    ReplayRecord& record = source.record;
    record.files[std::string(kRunFile)] = sha256Hex(*text);
    record.runId = info->runId;
    record.engine = info->engine;
    record.scenario = info->scenario;
    record.identity = info->runId + ":" + sha256Hex(*text);
    source.start = std::move(info->initialOverrides);
}

} // namespace

Result<ReplaySource> readReplaySource(const fs::path& given, const std::stop_token& stop)
{
    ReplaySource source;
    SOAK_TRY(source.folder, findRun(given));
    SOAK_TRY(const std::vector<int> iterations, iterationsOf(source.folder));
    readRunFileInto(source);
    ReplayRecord& record = source.record;
    std::string firstReason = "there is no ITER_SUMMARY_<k>.json";
    bool isAnyReadable = false;
    for (const int iteration : iterations) {
        if (stop.stop_requested()) {
            return Error{Errc::Cancelled, "stopped", pathText(source.folder)};
        }
        const std::string name = summaryFileName(iteration);
        const auto text = readFile(source.folder / name, kMaxFileBytes, FollowLinks::No);
        std::vector<Finding> findings;
        const auto parsed =
            text ? parseIteration(*text, name, iteration, ParameterRegistry::builtin(), findings)
                 : Result<IterationRecord>(text.error());
        if (text) {
            record.files[name] = sha256Hex(*text);
        }
        if (!parsed) {
            firstReason = isAnyReadable ? firstReason : unreadableText(name, parsed.error());
            continue;
        }
        if (!isAnyReadable && record.identity.empty()) {
            record.identity = "foreign:" + record.files[name];
            source.start = parsed->during;
        }
        isAnyReadable = true;
    }
    if (!isAnyReadable) {
        return Error{Errc::BadInput, firstReason, pathText(source.folder)};
    }
    record.iterations = iterations.back();
    return source;
}

Result<IterationSummary> replayedSummary(const ReplaySource& source, int iteration,
                                         std::vector<Finding>& findings)
{
    const std::string name = summaryFileName(iteration);
    const auto text = readFile(source.folder / name, kMaxFileBytes, FollowLinks::No);
    const auto recorded = source.record.files.find(name);
    const bool wasReadable = recorded != source.record.files.end();
    if (text.has_value() != wasReadable || (text && sha256Hex(*text) != recorded->second)) {
        return Error{Errc::Integrity,
                     "the run replayed was changed after this run had begun: " + name,
                     pathText(source.folder)};
    }
    const auto failed = [](std::string reason) {
        IterationSummary summary;
        summary.notes.failure = std::move(reason);
        return summary;
    };
    if (!text) {
        return failed(text.error().code == Errc::NotFound
                          ? "the run replayed has no file of iteration " + std::to_string(iteration)
                          : unreadableText(name, text.error()));
    }
    std::vector<Finding> told;
    auto record = parseIteration(*text, name, iteration, ParameterRegistry::builtin(), told);
    if (!record) {
        return failed(unreadableText(name, record.error()));
    }
    const std::string& runId = source.record.runId;
    if (!runId.empty() && !record->runId.empty() && record->runId != runId) {
        return failed(name + " of the run replayed is of another run, " + record->runId);
    }
    for (Finding& finding : told) {
        finding.text = "in the run replayed: " + finding.text;
        findings.push_back(std::move(finding));
    }
    if (record->summary.notes.failure) {
        return failed("the run replayed failed here: " + *record->summary.notes.failure);
    }
    return std::move(record->summary);
}

Status checkUnchanged(const ReplayRecord& then, const ReplayRecord& now)
{
    const auto changed = [](const std::string& what) {
        return Error{Errc::Integrity, "the run replayed was changed after this run had begun",
                     what};
    };
    for (const auto& [name, hash] : then.files) {
        const auto found = now.files.find(name);
        if (found == now.files.end() || found->second != hash) {
            return changed(name);
        }
    }
    for (const auto& [name, hash] : now.files) {
        if (!then.files.contains(name)) {
            return changed(name);
        }
    }
    return then.identity == now.identity && then.iterations == now.iterations
               ? Status(Done{})
               : Status(changed(std::string(kRunFile)));
}

} // namespace soak
