// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/attestation.h"

#include "core/io/artifacts.h"
#include "core/release/checksums.h"
#include "core/release/json_access.h"
#include "core/release/soaked_commit.h"
#include "core/report/json_text.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace soak
{

namespace
{

using Json = nlohmann::json;

Json runJson(const SoakRun& run)
{
    Json json{{"iterations_recorded", run.table.rowCount()}};
    if (!run.info) {
        json["run_id"] = Json();
        json["label"] = runLabel(run);
        return json;
    }
    const RunInfo& info = *run.info;
    json["run_id"] = info.runId;
    json["engine"] = info.engine;
    json["scenario"] = info.scenario.empty() ? Json() : Json(info.scenario);
    json["seed"] = info.seed;
    json["iterations_requested"] = info.iterations;
    json["auto_tune"] = info.autoTune;
    json["tuner"] = info.tuner;
    json["started_utc"] = utcText(info.startedMs);
    json["recorded_by"] = info.toolVersion;
    if (const auto commit = soakedCommit(run)) {
        json["commit"] = *commit;
    }
    json["ended_as"] = run.end ? Json(keyOf(run.end->status)) : Json();
    return json;
}

// The files of the run, relative to `run/`; the summaries as one hash of what `sha256sum` prints
// for them, since each is a subject anyway.
Json inputsJson(const BundleFiles& files)
{
    Json json = Json::object();
    const std::string prefix = std::string(kRunFolder) + "/";
    std::vector<std::pair<int, std::string>> summaries;
    for (const BundleFile& file : files) {
        if (!file.path.starts_with(prefix)) {
            continue;
        }
        const std::string name = file.path.substr(prefix.size());
        if (const auto iteration = iterationOfFileName(name)) {
            summaries.emplace_back(*iteration, checksumLine(file.sha256, name));
        } else {
            json[name] = hexText(file.sha256);
        }
    }
    std::sort(summaries.begin(), summaries.end());
    std::string listing;
    for (const auto& [iteration, line] : summaries) {
        listing += line;
    }
    json["ITER_SUMMARY_*.json"] = sha256Hex(listing);
    return json;
}

Json subjectsJson(const BundleFiles& files)
{
    Json list = Json::array();
    for (const BundleFile& file : files) {
        if (isSubject(file.path)) {
            list.push_back({{"name", file.path}, {"digest", {{"sha256", hexText(file.sha256)}}}});
        }
    }
    return list;
}

Result<BundleFile> subjectOf(const Json& entry)
{
    BundleFile file;
    SOAK_TRY(file.path, textMember(entry, "name", kAttestationFile));
    SOAK_TRY(const Json* digest, memberOf(entry, "digest", kAttestationFile));
    SOAK_TRY(file.sha256, hashMember(*digest, "sha256", kAttestationFile));
    return file;
}

} // namespace

bool isSubject(std::string_view path)
{
    return path != kAttestationFile && path != kSignatureFile && path != kChecksumsFile;
}

std::string attestationJson(const Judgement& judgement, const BundleFacts& facts,
                            const BundleFiles& files)
{
    Json predicate{
        {"run", runJson(*judgement.run)},
        {"inputs", inputsJson(files)},
        {"tool", {{"name", "soak-workbench"}, {"version", facts.context.toolVersion}}},
        {"version", jsonOrNull(facts.labels.version)},
        {"utc", jsonOrNull(facts.context.timestamp)},
        {"verdict", keyOf(judgement.verdict)},
        {"verdict_why", judgement.verdictWhy},
        {"gates", {{"profile", judgement.profile.name}, {"verdict", keyOf(judgement.gateVerdict)}}},
        {"freeze_ready", judgement.freezeReady},
        {"release_ready", judgement.releaseReady},
        {"result", keyOf(facts.result)},
        {"blockers", facts.blockers},
        {"overrides_state_hash", jsonOrNull(facts.stateHash)}};
    if (facts.decision) {
        predicate["decision"] = {{"decision", keyOf(facts.decision->choice)},
                                 {"by", facts.decision->by},
                                 {"utc", utcText(facts.decision->atMs)},
                                 {"why", facts.decision->why}};
    }
    return jsonText(Json{{"_type", kStatementType},
                         {"subject", subjectsJson(files)},
                         {"predicateType", kPredicateType},
                         {"predicate", std::move(predicate)}});
}

Result<Attestation> parseAttestation(std::string_view text)
{
    static constexpr std::string_view kFile = kAttestationFile;
    Attestation attestation;
    SOAK_TRY(
        const Json json,
        strictObjectWithList(text, kFile, "subject", [&attestation](const Json& entry) -> Status {
            SOAK_TRY(BundleFile file, subjectOf(entry));
            return addAscending(attestation.subjects, std::move(file), kFile);
        }));
    SOAK_TRY(const std::string type, textMember(json, "_type", kFile));
    SOAK_TRY(const std::string predicateType, textMember(json, "predicateType", kFile));
    if (type != kStatementType || predicateType != kPredicateType) {
        return Error{Errc::Integrity,
                     "not a statement " + std::string(kStatementType) + " with a predicate " +
                         std::string(kPredicateType),
                     std::string(kFile)};
    }
    SOAK_TRY(const Json* predicate, memberOf(json, "predicate", kFile));
    SOAK_TRY(attestation.verdict, textMember(*predicate, "verdict", kFile));
    SOAK_TRY(attestation.result, textMember(*predicate, "result", kFile));
    return attestation;
}

} // namespace soak
