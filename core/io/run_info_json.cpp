// SPDX-License-Identifier: GPL-3.0-or-later
// RUN.json and RUN_END.json (DESIGN 4).
#include "core/base/ids.h"
#include "core/io/json_keys.h"
#include "core/io/json_reader.h"
#include "core/io/json_writer.h"
#include "core/io/object_reader.h"
#include "core/io/overrides_json.h"
#include "core/io/preset_json.h"
#include "core/io/run_branch_json.h"
#include "core/io/run_files.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::string_view kNested = "nested";
constexpr std::string_view kFlat = "flat";

Json phasesJson(const PhasePlan& phases)
{
    Json out = Json::object();
    out[Key::enabled] = phases.enabled;
    out[Key::warmupIterations] = phases.warmupIterations;
    out[Key::rampdownIterations] = phases.rampdownIterations;
    return out;
}

class RunInfoReader final
{
public:
    RunInfoReader(const Json& tree, const ParameterRegistry& registry, FindingSink& sink)
        : m_in(tree, {}, sink, &m_info.extras), m_registry(registry)
    {
    }

    Result<RunInfo> read()
    {
        m_info.schemaVersion = m_in.text(Key::schemaVersion).value_or("");
        m_info.toolVersion = m_in.text(Key::toolVersion).value_or("");
        m_info.runId = m_in.text(Key::runId).value_or("");
        m_info.engine = m_in.text(Key::engine).value_or("");
        if (m_info.runId.empty() || m_info.engine.empty()) {
            return Error{Errc::BadInput, "no run_id or no engine", m_in.sink().file()};
        }
        readOptions();
        readTuner();
        readPhases();
        SOAK_CHECK(readWarmupPreset());
        readOverrides();
        SOAK_CHECK(readBranches());
        if (const Json* script = m_in.find(Key::script)) {
            m_info.scriptJson = compactText(*script);
        }
        m_in.finish();
        return std::move(m_info);
    }

private:
    int positive(ObjectReader& in, std::string_view key, int fallback)
    {
        const std::optional<std::int64_t> value = in.integer(key);
        if (value && (*value < 0 || *value > std::numeric_limits<int>::max())) {
            in.finding(FindingKind::OutOfRange, Severity::Warning, key,
                       std::to_string(*value) + " is out of range");
            return fallback;
        }
        return static_cast<int>(value.value_or(fallback));
    }

    void readOptions()
    {
        m_info.startedMs =
            m_in.integer(Key::startedMs).value_or(parseRunId(m_info.runId).value_or(0));
        m_info.scenario = m_in.text(Key::scenario).value_or("");
        if (const Json* seed = m_in.find(Key::seed)) {
            if (seed->is_number_unsigned()) {
                m_info.seed = seed->get<std::uint64_t>();
            } else {
                m_in.wrongType(Key::seed, "a whole number from 0 up");
            }
        }
        m_info.iterations = positive(m_in, Key::iterations, 0);
        m_info.autoTune = m_in.flag(Key::autoTune).value_or(false);
        m_info.profile = m_in.text(Key::profile).value_or("");
        m_info.preset = m_in.text(Key::preset).value_or("");
        m_info.gateProfile = m_in.text(Key::gateProfile).value_or(m_info.gateProfile);
        m_info.sleepSeconds = m_in.number(Key::sleepSeconds).value_or(m_info.sleepSeconds);
    }

    void readTuner()
    {
        m_info.tuner = m_in.text(Key::tuner).value_or(m_info.tuner);
        ObjectReader options = m_in.inside(Key::tunerOptions);
        m_info.tunerOptions.normalise = options.flag(Key::normalise).value_or(false);
        if (const std::optional<std::string> word = options.text(Key::velocity)) {
            const std::optional<VelocityMode> mode = velocityModeFromKey(*word);
            if (!mode) {
                options.wrongType(Key::velocity, "range, count or hourly");
            }
            m_info.tunerOptions.velocity = mode.value_or(VelocityMode::Range);
        }
        options.finish();
    }

    void readPhases()
    {
        ObjectReader warmup = m_in.inside(Key::warmup);
        PhasePlan& phases = m_info.phases;
        phases.enabled = warmup.flag(Key::enabled).value_or(false);
        phases.warmupIterations = positive(warmup, Key::warmupIterations, phases.warmupIterations);
        phases.rampdownIterations =
            positive(warmup, Key::rampdownIterations, phases.rampdownIterations);
        warmup.finish();
    }

    Status readWarmupPreset()
    {
        if (const Json* preset = m_in.object(Key::warmupPreset)) {
            SOAK_TRY(Preset read, presetFromJson(*preset, m_in.sink().file(), m_registry));
            m_info.warmupPreset = std::move(read);
        }
        return Done{};
    }

    void readOverrides()
    {
        const std::string form = m_in.text(Key::overridesForm).value_or(std::string(kNested));
        if (form != kNested && form != kFlat) {
            m_in.wrongType(Key::overridesForm, "nested or flat");
        }
        m_info.overridesForm = form == kFlat ? OverridesForm::Flat : OverridesForm::Nested;
        if (const Json* overrides = m_in.object(Key::initialOverrides)) {
            m_info.initialOverrides = overridesFromJson(
                *overrides, {std::string(Key::initialOverrides)}, m_registry, m_in.sink());
        }
    }

    // What a run was branched by decides its numbers: half of it is worse than none.
    Status readBranches()
    {
        const Json* branches = m_in.array(Key::branches);
        for (std::size_t i = 0; branches != nullptr && i < branches->size(); ++i) {
            SOAK_TRY(RunBranch branch,
                     branchFromJson((*branches)[i], i, m_registry, m_in.sink().file()));
            m_info.branches.push_back(std::move(branch));
        }
        return Done{};
    }

    RunInfo m_info;
    ObjectReader m_in;
    const ParameterRegistry& m_registry;
};

} // namespace

std::string runInfoText(const RunInfo& info, const ParameterRegistry& registry)
{
    Json out = Json::object();
    out[Key::schemaVersion] = info.schemaVersion;
    out[Key::toolVersion] = info.toolVersion;
    out[Key::runId] = info.runId;
    out[Key::startedMs] = info.startedMs;
    out[Key::engine] = info.engine;
    out[Key::scenario] = info.scenario;
    out[Key::seed] = info.seed;
    out[Key::iterations] = info.iterations;
    out[Key::autoTune] = info.autoTune;
    out[Key::tuner] = info.tuner;
    out[Key::tunerOptions][Key::normalise] = info.tunerOptions.normalise;
    out[Key::tunerOptions][Key::velocity] = keyOf(info.tunerOptions.velocity);
    out[Key::warmup] = phasesJson(info.phases);
    out[Key::warmupPreset] = info.warmupPreset ? presetListJson(*info.warmupPreset) : Json(nullptr);
    out[Key::profile] = info.profile;
    out[Key::preset] = info.preset;
    out[Key::gateProfile] = info.gateProfile;
    out[Key::sleepSeconds] = info.sleepSeconds;
    out[Key::overridesForm] = info.overridesForm == OverridesForm::Flat ? kFlat : kNested;
    out[Key::initialOverrides] = overridesJson(info.initialOverrides, registry);
    out[Key::script] = info.scriptJson.empty() ? Json(nullptr) : ownJson(info.scriptJson);
    for (const RunBranch& branch : info.branches) {
        out[Key::branches].push_back(branchJson(branch));
    }
    insertExtras(out, info.extras);
    return fileText(out);
}

Sha256 chainStart(const RunInfo& info, std::string_view runFile)
{
    if (info.branches.empty()) {
        return sha256(runFile);
    }
    RunInfo root = info;
    root.branches.clear();
    return sha256(runInfoText(root, ParameterRegistry::builtin()));
}

Result<RunInfo> parseRunInfo(std::string_view text, std::string_view file,
                             const ParameterRegistry& registry, std::vector<Finding>& findings)
{
    FindingSink sink(file, std::nullopt, findings);
    SOAK_TRY(const Json tree, parseJson(text, sink));
    if (!tree.is_object()) {
        return Error{Errc::BadInput, "no JSON object", std::string(file)};
    }
    return RunInfoReader(tree, registry, sink).read();
}

std::string runEndText(const RunEnd& end)
{
    Json out = Json::object();
    out[Key::runId] = end.runId;
    out[Key::status] = keyOf(end.status);
    out[Key::iterationsCompleted] = end.iterationsCompleted;
    out[Key::lastSummarySha256] = end.lastSummarySha256;
    insertExtras(out, end.extras);
    return fileText(out);
}

Result<RunEnd> parseRunEnd(std::string_view text, std::string_view file,
                           std::vector<Finding>& findings)
{
    FindingSink sink(file, std::nullopt, findings);
    SOAK_TRY(const Json tree, parseJson(text, sink));
    if (!tree.is_object()) {
        return Error{Errc::BadInput, "no JSON object", std::string(file)};
    }
    RunEnd end;
    ObjectReader in(tree, {}, sink, &end.extras);
    end.runId = in.text(Key::runId).value_or("");
    end.lastSummarySha256 = in.text(Key::lastSummarySha256).value_or("");
    const std::optional<std::int64_t> completed = in.integer(Key::iterationsCompleted);
    const std::optional<RunStatus> status = runStatusFromKey(in.text(Key::status).value_or(""));
    if (!status || !completed || *completed < 0 || *completed > std::numeric_limits<int>::max()) {
        return Error{Errc::BadInput, "no status or no iterations_completed", std::string(file)};
    }
    end.status = *status;
    end.iterationsCompleted = static_cast<int>(*completed);
    in.finish();
    return end;
}

} // namespace soak
