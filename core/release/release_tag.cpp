// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/release_tag.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/io/artifacts.h"
#include "core/release/git_tool.h"
#include "core/release/json_access.h"
#include "core/release/staging.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::size_t kMostDirty = 20;

Status checkTree(const GitTool& git, std::vector<TagProblem>& problems)
{
    SOAK_TRY(const GitSaid status, git.run({"status", "--porcelain"}));
    if (!status.isGood) {
        return gitFailed("tell the state of the tree", status);
    }
    std::vector<std::string> dirty;
    for (const std::string& line : split(status.out, '\n')) {
        if (!line.empty()) {
            dirty.push_back(escapeTerminal(line));
        }
    }
    if (dirty.empty()) {
        return Done{};
    }
    const std::size_t shown = std::min(dirty.size(), kMostDirty);
    std::string text = "the tree is not clean:";
    for (std::size_t i = 0; i < shown; ++i) {
        text += "\n    " + dirty[i];
    }
    if (dirty.size() > shown) {
        text += "\n    and " + std::to_string(dirty.size() - shown) + " more";
    }
    problems.push_back({ExitCode::NegativeVerdict, std::move(text)});
    return Done{};
}

Status checkName(const GitTool& git, const TagRequest& request, std::vector<TagProblem>& problems)
{
    const std::string reference = "refs/tags/" + request.tag;
    SOAK_TRY(const GitSaid valid, git.run({"check-ref-format", reference}));
    if (!valid.isGood || request.tag.starts_with('-')) {
        problems.push_back(
            {ExitCode::Usage, "'" + escapeTerminal(request.tag) + "' is not a name of a tag"});
        return Done{};
    }
    SOAK_TRY(const GitSaid there, git.run({"rev-parse", "-q", "--verify", reference}));
    if (there.isGood && !request.force) {
        problems.push_back({ExitCode::NotWritable,
                            "the tag " + request.tag + " is there already; --force replaces it"});
    }
    return Done{};
}

void checkCommit(const std::string& head, const std::optional<std::string>& soaked,
                 std::vector<TagProblem>& problems)
{
    if (soaked && !isSameCommit(head, *soaked)) {
        problems.push_back({ExitCode::NegativeVerdict,
                            "HEAD is " + head.substr(0, kShortCommit) + ", the run was made of " +
                                escapeTerminal(soaked->substr(0, kShortCommit))});
    }
}

void checkBundle(const TagRequest& request, const BundleVerification& bundle,
                 std::vector<TagProblem>& problems)
{
    for (const BundleCheck& check : bundle.checks) {
        if (check.state == CheckState::Failed) {
            problems.push_back({ExitCode::Integrity,
                                "the bundle does not verify: " + std::string(keyOf(check.id)) +
                                    " " + check.file + ": " + check.reason});
        }
    }
    if (!bundle.manifest) {
        return; // it has failed, then
    }
    if (bundle.manifest->result != BundleResult::Ready) {
        problems.push_back({ExitCode::NegativeVerdict,
                            "the bundle is PARTIAL: its run is not ready for a release"});
    }
    const auto& version = bundle.manifest->labels.version;
    if (version && *version != request.tag) {
        problems.push_back({ExitCode::NegativeVerdict, "the documents of the bundle say version " +
                                                           escapeTerminal(*version) + ", not " +
                                                           request.tag});
    }
}

// Of a snapshot that somebody else may have made: what is not there or of another type is null.
Json at(const Json& json, const std::string& key)
{
    return json.is_object() && json.contains(key) ? json.at(key) : Json();
}

std::string numberText(const Json& json)
{
    return json.is_number() ? shortNumber(json.get<double>()) : std::string(kNotAvailable);
}

std::string wordText(const Json& json)
{
    return json.is_string() ? escapeTerminal(json.get<std::string>()) : std::string(kNotAvailable);
}

std::string kpiLines(const Json& snapshot)
{
    std::string text;
    const Json kpis = at(snapshot, "kpi_last_n");
    for (const Metric metric : goalMetrics()) {
        const std::string key(specOf(metric).key);
        const Json one = at(kpis, key);
        text += key + ": mean " + numberText(at(one, "mean")) + ", trend " +
                wordText(at(one, "trend")) + "\n";
    }
    return text;
}

// As goalsJson of the reports names it.
std::string goalKey(Metric metric)
{
    switch (metric) {
    case Metric::MakerTakerRatio:
        return "maker_taker_ok";
    case Metric::P95LatencyMs:
        return "p95_latency_ok";
    case Metric::RiskRatio:
        return "risk_ok";
    default:
        return "net_bps_ok";
    }
}

std::string goalLines(const Json& snapshot)
{
    std::string text;
    for (const Metric metric : goalMetrics()) {
        const std::string key = goalKey(metric);
        const Json met = at(at(snapshot, "goals_met"), key);
        text += (met == Json(true)    ? "[OK] "
                 : met == Json(false) ? "[FAIL] "
                                      : "[NO DATA] ") +
                key + "\n";
    }
    return text;
}

std::string guardLine(const Json& snapshot)
{
    std::vector<std::string> active;
    const Json counts = at(at(snapshot, "guards_last_n"), "counts");
    for (std::size_t i = 0; i < kGuardTypeCount; ++i) {
        const std::string key(keyOf(static_cast<GuardType>(i)));
        const Json count = at(counts, key);
        if (count.is_number_unsigned() && count.get<unsigned>() > 0) {
            active.push_back(key + " " + std::to_string(count.get<unsigned>()));
        }
    }
    return "Active guards: " + (active.empty() ? "none" : join(active, ", ")) + "\n";
}

} // namespace

Result<std::string> tagMessage(const std::string& tag, const BundleVerification& bundle,
                               const fs::path& bundlePath)
{
    SOAK_TRY(const Json snapshot, strictObject(bundle.snapshot, kSnapshotFile));
    SOAK_TRY(const std::string verdict, textMember(snapshot, "verdict", kSnapshotFile));
    SOAK_TRY(const auto utc, optionalText(snapshot, "timestamp", kSnapshotFile));
    SOAK_TRY(const Json* ready, memberOf(snapshot, "freeze_ready", kSnapshotFile));
    const Json tuning = at(snapshot, "tuning_summary");
    std::string text = "Release " + tag + ", validated by a soak run\n\n";
    text += "Verdict: " + escapeTerminal(verdict) + "\n";
    text += "Freeze ready: " + std::string(*ready == Json(true) ? "yes" : "no") + "\n";
    text += "Generated: " + escapeTerminal(utc.value_or(std::string(kNotAvailable))) + "\n\n";
    text += kpiLines(snapshot) + "\n" + goalLines(snapshot) + "\n";
    text += "Delta applications: " + numberText(at(tuning, "applied_count")) + "\n";
    text += guardLine(snapshot);
    text += "Bundle: " + pathText(bundlePath.filename()) + "\n";
    return text;
}

Result<TagOutcome> checkRepository(const TagRequest& request,
                                   const std::optional<std::string>& soakedCommit,
                                   std::stop_token stop)
{
    SOAK_TRY(const StagingFolder scratch, StagingFolder::create(request.scratch, "soak-tag"));
    const GitTool git(request.repository, fs::absolute(scratch.path()), std::move(stop));
    TagOutcome outcome;
    SOAK_TRY(outcome.head, git.head());
    SOAK_CHECK(checkTree(git, outcome.problems));
    SOAK_CHECK(checkName(git, request, outcome.problems));
    checkCommit(outcome.head, soakedCommit, outcome.problems);
    return outcome;
}

Result<TagOutcome> makeTag(const TagRequest& request, const BundleVerification& bundle,
                           const std::optional<std::string>& soakedCommit, std::stop_token stop)
{
    SOAK_TRY(TagOutcome outcome, checkRepository(request, soakedCommit, stop));
    checkBundle(request, bundle, outcome.problems);
    if (auto message = tagMessage(request.tag, bundle, request.bundle)) {
        outcome.message = std::move(*message);
    } else if (outcome.problems.empty()) {
        return message.error();
    }
    if (!outcome.problems.empty() || request.dryRun) {
        return outcome;
    }
    SOAK_TRY(StagingFolder scratch, StagingFolder::create(request.scratch, "soak-tag"));
    const GitTool git(request.repository, fs::absolute(scratch.path()), std::move(stop));
    SOAK_CHECK(scratch.write("message", outcome.message));
    std::vector<std::string> words;
    if (request.signingKey) {
        words = {"-c", "gpg.format=ssh", "-c",
                 "user.signingkey=" + fs::absolute(*request.signingKey).native()};
    }
    words.insert(words.end(), {"tag", request.signingKey ? "-s" : "-a"});
    if (request.force) {
        words.emplace_back("-f");
    }
    words.insert(words.end(),
                 {"--cleanup=verbatim", "-F", (fs::absolute(scratch.path()) / "message").native(),
                  "--", request.tag, outcome.head});
    SOAK_TRY(const GitSaid made, git.run(words));
    if (!made.isGood) {
        return gitFailed("make the tag", made);
    }
    outcome.isMade = true;
    return outcome;
}

ExitCode tagExitCode(const TagOutcome& outcome)
{
    constexpr std::array kGravest{ExitCode::Usage, ExitCode::Integrity, ExitCode::NotWritable,
                                  ExitCode::NegativeVerdict};
    for (const ExitCode code : kGravest) {
        if (std::any_of(outcome.problems.begin(), outcome.problems.end(),
                        [code](const TagProblem& problem) { return problem.code == code; })) {
            return code;
        }
    }
    return ExitCode::Ok;
}

} // namespace soak
