// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/derived_checks.h"

#include "core/analysis/recorded_profile.h"
#include "core/base/escape.h"
#include "core/base/version.h"
#include "core/io/artifacts.h"
#include "core/io/load_run.h"
#include "core/io/run_files.h"
#include "core/release/json_access.h"
#include "core/release/listed_files.h"
#include "core/release/partial_mark.h"
#include "core/release/render_bundle.h"
#include "core/release/soaked_commit.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace soak
{

namespace
{

using Json = nlohmann::json;
using Rows = std::vector<BundleCheck>;

constexpr unsigned kLoadThreads = 2;
constexpr std::size_t kMostShown = 60; // of a value in a reason

// What any version of the tool concludes alike from the same run.
constexpr std::array kFigures{
    "verdict",       "goals_met",     "kpi_last_n",       "pass_count_last_n",
    "freeze_ready",  "release_ready", "iterations_total", "iterations_analyzed",
    "inputs_sha256", "delta_verify",  "run_id",           "timestamp"};

std::string shown(const Json& json)
{
    const std::string text = escapeTerminal(json.dump(-1, ' ', true));
    return text.size() <= kMostShown ? text : text.substr(0, kMostShown) + "...";
}

BundleCheck chainCheck(const SoakRun& run)
{
    if (run.chain == ChainState::Intact) {
        return {CheckId::Chain, CheckState::Ok, std::string(kRunFolder),
                "each iteration names the hash of the one before, from RUN.json to the end"};
    }
    if (run.chain == ChainState::Absent) {
        return {CheckId::Chain, CheckState::NotChecked, std::string(kRunFolder),
                "the run of another tool has no hash chain"};
    }
    for (const Finding& finding : run.findings) {
        if (finding.kind == FindingKind::ChainBroken) {
            return failedCheck(CheckId::Chain,
                               std::string(kRunFolder) + "/" + escapeTerminal(finding.file),
                               escapeTerminal(finding.text));
        }
    }
    return failedCheck(CheckId::Chain, kRunFolder, "the hash chain of the summaries is broken");
}

// Where two values differ first, as deep as it goes.
std::string firstDifference(const std::string& path, const Json& then, const Json& now)
{
    if (then.is_object() && now.is_object()) {
        Json all = now;
        all.update(then);
        for (const auto& [key, value] : all.items()) {
            const Json a = then.value(key, Json());
            const Json b = now.value(key, Json());
            const std::string inner = path + "." + escapeTerminal(key);
            if (then.contains(key) != now.contains(key)) {
                return inner + (then.contains(key) ? " does not follow from the run"
                                                   : " follows from the run and is not there");
            }
            if (a != b) {
                return firstDifference(inner, a, b);
            }
        }
    }
    if (then.is_array() && now.is_array() && then.size() == now.size()) {
        for (std::size_t i = 0; i < then.size(); ++i) {
            if (then[i] != now[i]) {
                return firstDifference(path + "." + std::to_string(i), then[i], now[i]);
            }
        }
    }
    return path + " is " + shown(then) + ", from the run follows " + shown(now);
}

class DerivedChecks final
{
public:
    DerivedChecks(const DerivedInput& input, Judgement judgement)
        : m_input(input), m_judgement(std::move(judgement))
    {
        readDecision();
        m_facts = factsOf(m_judgement, input.manifest.labels, m_decision);
        BundleFiles runFiles;
        std::copy_if(input.files.begin(), input.files.end(), std::back_inserter(runFiles),
                     [](const BundleFile& file) {
                         return file.path.starts_with(std::string(kRunFolder) + "/");
                     });
        m_rendered = renderBundle(m_judgement, m_facts, runFiles);
        m_isSameTool = input.manifest.toolVersion == kToolVersion;
    }

    Rows profileRows() const
    {
        Rows failures;
        if (!isAsRendered(kProfileFile)) {
            failures.push_back(failedCheck(CheckId::Profile, kProfileFile,
                                           "is not what the run ended with in " +
                                               std::string(kRunFolder) + "/" +
                                               std::string(kOverridesFile)));
        }
        if (m_input.manifest.stateHash != m_facts.stateHash) {
            failures.push_back(failedCheck(CheckId::Profile, kManifestFile,
                                           "overrides_state_hash is not that of the overrides: " +
                                               m_facts.stateHash.value_or("there are none")));
        }
        Rows rows;
        addRows(rows, std::move(failures), CheckId::Profile,
                "the overrides are those that the run ended with, state " +
                    m_facts.stateHash.value_or("unknown").substr(0, 12));
        return rows;
    }

    Rows snapshotRows() const
    {
        Rows rows;
        if (isAsRendered(kSnapshotFile)) {
            rows.push_back({CheckId::Snapshot, CheckState::Ok, std::string(kSnapshotFile),
                            "every figure follows from the run"});
            return rows;
        }
        Rows failures;
        const auto text = readFile(m_input.folder / kSnapshotFile);
        const auto there = text ? strictObject(*text, kSnapshotFile) : Result<Json>(text.error());
        if (!there) {
            failures.push_back(
                failedCheck(CheckId::Snapshot, kSnapshotFile, there.error().message));
        } else {
            failures = differingMembers(*there);
        }
        addRows(rows, std::move(failures), CheckId::Snapshot,
                "the figures follow from the run; it was written by version " +
                    escapeTerminal(m_input.manifest.toolVersion) + ", this is " +
                    std::string(kToolVersion));
        return rows;
    }

    Rows verdictRows() const
    {
        Rows failures;
        const auto expect = [&failures](std::string_view file, std::string_view member,
                                        const std::string& there, const std::string& derived) {
            if (there != derived) {
                failures.push_back(
                    failedCheck(CheckId::Verdict, file,
                                std::string(member) + " is " + escapeTerminal(there) +
                                    ", from the run follows " + escapeTerminal(derived)));
            }
        };
        const Manifest& manifest = m_input.manifest;
        const std::string verdict(keyOf(m_judgement.verdict));
        const std::string result(keyOf(m_facts.result));
        const SoakRun& run = *m_judgement.run;
        expect(kManifestFile, "verdict", manifest.verdict, verdict);
        expect(kManifestFile, "result", std::string(keyOf(manifest.result)), result);
        expect(kManifestFile, "run_id", manifest.runId.value_or("null"),
               run.info ? run.info->runId : "null");
        expect(kManifestFile, "name", manifest.name, m_facts.name);
        expect(kManifestFile, "utc", manifest.utc.value_or("null"),
               m_facts.context.timestamp.value_or("null"));
        expect(kAttestationFile, "verdict", m_input.attestation.verdict, verdict);
        expect(kAttestationFile, "result", m_input.attestation.result, result);
        if (m_input.archiveRoot) {
            expect("", "the folder in the archive", *m_input.archiveRoot, m_facts.name);
        }
        Rows rows;
        addRows(rows, std::move(failures), CheckId::Verdict,
                "verdict " + verdict + ", result " + result + ": " + m_judgement.verdictWhy);
        return rows;
    }

    // None when nobody decided.
    Rows decisionRows() const
    {
        if (findFile(m_input.files, kDecisionFile) == nullptr) {
            return {};
        }
        if (!m_decision) {
            return {failedCheck(CheckId::Decision, kDecisionFile, m_decisionProblem)};
        }
        const ReleaseDecision& decision = *m_decision;
        return {{CheckId::Decision, CheckState::Ok, std::string(kDecisionFile),
                 "decided to " + std::string(keyOf(decision.choice)) + ", by " +
                     escapeTerminal(decision.by) + " at " + utcText(decision.atMs) + ": " +
                     escapeTerminal(decision.why)}};
    }

    Rows documentRows() const
    {
        if (!m_isSameTool) {
            return {{CheckId::Documents, CheckState::NotChecked, "",
                     "they were written by version " +
                         escapeTerminal(m_input.manifest.toolVersion) + ", this is " +
                         std::string(kToolVersion)}};
        }
        Rows failures;
        for (const ReportFile& document : m_rendered.documents) {
            const bool hasOwnRow = document.name == kSnapshotFile || document.name == kProfileFile;
            if (!hasOwnRow && !isAsRendered(document.name)) {
                failures.push_back(failedCheck(CheckId::Documents, document.name,
                                               "is not what the run in the bundle gives"));
            }
        }
        const BundleFile* sums = findFile(m_input.files, kChecksumsFile);
        if (sums != nullptr && sums->sha256 != sha256(renderChecksums(m_facts, m_input.files))) {
            failures.push_back(
                failedCheck(CheckId::Documents, kChecksumsFile, "is not what the writer makes"));
        }
        Rows rows;
        addRows(rows, std::move(failures), CheckId::Documents,
                "made again from the run, byte for byte the same");
        return rows;
    }

private:
    void readDecision()
    {
        if (findFile(m_input.files, kDecisionFile) == nullptr) {
            return;
        }
        const auto text = readFile(m_input.folder / kDecisionFile);
        const auto decision =
            text ? parseDecision(*text, kDecisionFile) : Result<ReleaseDecision>(text.error());
        if (!decision) {
            m_decisionProblem = decision.error().message;
        } else if (decision->runIdentity != m_judgement.run->identity()) {
            m_decisionProblem = "is a decision about another run";
        } else if (decision->runState != runStateHash(*m_judgement.run)) {
            m_decisionProblem = "is a decision about another state of the run";
        } else {
            m_decision = *decision;
        }
    }

    bool isAsRendered(std::string_view path) const
    {
        const BundleFile* there = findFile(m_input.files, path);
        const BundleFile* rendered = findFile(m_rendered.files, path);
        return there != nullptr && rendered != nullptr && there->sha256 == rendered->sha256;
    }

    Rows differingMembers(const Json& there) const
    {
        const auto document =
            std::find_if(m_rendered.documents.begin(), m_rendered.documents.end(),
                         [](const ReportFile& file) { return file.name == kSnapshotFile; });
        const Json derived = Json::parse(document->text, nullptr, false);
        Rows failures;
        const auto compare = [&](const std::string& key) {
            const Json now = derived.value(key, Json());
            const Json then = there.value(key, Json());
            if (now != then || (m_isSameTool && derived.contains(key) != there.contains(key))) {
                failures.push_back(
                    failedCheck(CheckId::Snapshot, kSnapshotFile, firstDifference(key, then, now)));
            }
        };
        if (!m_isSameTool) {
            for (const char* key : kFigures) {
                compare(key);
            }
            return failures;
        }
        Json all = derived;
        all.update(there);
        for (const auto& [key, value] : all.items()) {
            compare(key);
        }
        if (failures.empty()) {
            failures.push_back(
                failedCheck(CheckId::Snapshot, kSnapshotFile,
                            "has the right figures, and not the bytes of the writer"));
        }
        return failures;
    }

    const DerivedInput& m_input;
    Judgement m_judgement;
    BundleFacts m_facts;
    std::optional<ReleaseDecision> m_decision;
    std::string m_decisionProblem; // why there is none though the file is there
    RenderedBundle m_rendered;
    bool m_isSameTool = false;
};

struct ProfileOutcome {
    std::optional<GateProfile> profile;
    BundleCheck row;
};

ProfileOutcome gateProfileOf(const DerivedInput& input, const SoakRun& run)
{
    const auto text = readFile(input.folder / kGateProfileFile);
    auto profile =
        text ? parseGateProfile(*text, kGateProfileFile) : Result<GateProfile>(text.error());
    if (!profile) {
        return {std::nullopt,
                failedCheck(CheckId::GateProfile, kGateProfileFile, profile.error().message)};
    }
    profile->description = withoutPartialMark(std::move(profile->description));
    const GateProfile* builtin = findBuiltinGateProfile(profile->name);
    if (builtin != nullptr && *builtin != *profile) {
        return {std::nullopt,
                failedCheck(CheckId::GateProfile, kGateProfileFile,
                            "is called " + profile->name + " and is not the profile of that name")};
    }
    std::string reason = builtin != nullptr ? "the built-in profile " + profile->name
                                            : "the profile " + escapeTerminal(profile->name) +
                                                  ", which is not built in";
    const std::string recorded = run.info ? run.info->gateProfile : "mission";
    if (recorded != profile->name) {
        reason += "; the run was made for " + escapeTerminal(recorded);
    }
    return {std::move(*profile),
            {CheckId::GateProfile, CheckState::Ok, std::string(kGateProfileFile), reason}};
}

Rows notChecked(std::initializer_list<CheckId> ids, const std::string& reason)
{
    Rows rows;
    for (const CheckId id : ids) {
        rows.push_back({id, CheckState::NotChecked, "", reason});
    }
    return rows;
}

void append(Rows& rows, Rows more)
{
    rows.insert(rows.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
}

} // namespace

Result<DerivedOutcome> derivedChecks(const DerivedInput& input, std::stop_token stop,
                                     const Progress& progress)
{
    DerivedOutcome outcome;
    Rows& rows = outcome.checks;
    auto run = loadRun(input.folder / kRunFolder, {.threads = kLoadThreads}, stop, progress);
    if (!run) {
        if (run.error().code == Errc::Cancelled) {
            return run.error();
        }
        rows.push_back(
            failedCheck(CheckId::Chain, kRunFolder,
                        "the run cannot be read: " + escapeTerminal(run.error().message)));
        append(rows, notChecked({CheckId::Profile, CheckId::GateProfile, CheckId::Snapshot,
                                 CheckId::Verdict, CheckId::Documents},
                                "the run cannot be read"));
        return outcome;
    }
    rows.push_back(chainCheck(**run));
    outcome.soakedCommit = soakedCommit(**run);
    ProfileOutcome profile = gateProfileOf(input, **run);
    if (!profile.profile) {
        rows.push_back(
            {CheckId::Profile, CheckState::NotChecked, "", "there is no gate profile to judge by"});
        rows.push_back(profile.row);
        append(rows, notChecked({CheckId::Snapshot, CheckId::Verdict, CheckId::Documents},
                                "there is no gate profile to judge by"));
        return outcome;
    }
    const DerivedChecks checks(input, judge(std::move(*run), *profile.profile));
    append(rows, checks.profileRows());
    rows.push_back(profile.row);
    append(rows, checks.snapshotRows());
    append(rows, checks.verdictRows());
    append(rows, checks.decisionRows());
    append(rows, checks.documentRows());
    return outcome;
}

} // namespace soak
