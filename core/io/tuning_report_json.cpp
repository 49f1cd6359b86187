// SPDX-License-Identifier: GPL-3.0-or-later
// TUNING_REPORT.json (DOMAIN 1.3).
#include "core/io/json_keys.h"
#include "core/io/json_reader.h"
#include "core/io/json_writer.h"
#include "core/io/run_files.h"
#include "core/io/tuning_json.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr int kEntryIndent = 4;
constexpr int kSummaryIndent = 2;
constexpr std::string_view kUnknownHash = "na"; // old readers want a string

Json entryJson(const IterationRecord& record, const TuningStep& step)
{
    const IterationSummary& summary = record.summary;
    const std::optional<double> net = summary.at(Metric::NetBps);
    Json out = Json::object();
    out[Key::iteration] = record.iteration;
    out[Key::runtimeUtc] = summary.runtimeUtc ? Json(utcText(*summary.runtimeUtc)) : Json(nullptr);
    out[specOf(Metric::NetBps).key] = net ? Json(*net) : Json(nullptr);
    out[Key::kpiVerdict] =
        summary.notes.kpiVerdict ? Json(*summary.notes.kpiVerdict) : Json(nullptr);
    out[Key::negEdgeDrivers] = summary.notes.negEdgeDrivers;
    out[Key::proposedDeltas] = deltasJson(step.proposed);
    out[Key::suggestedDeltas] = deltasJson(step.proposed);
    out[Key::rationale] = step.rationale;
    out[Key::applied] = step.applied;
    out[Key::signature] = step.signature   ? *step.signature
                          : step.stateHash ? *step.stateHash
                                           : std::string(kUnknownHash);
    out[Key::stateHash] = step.stateHash ? Json(*step.stateHash) : Json(nullptr);
    out[Key::skipReason] = skipReasonJson(step);
    out[Key::changedKeys] = step.changedKeys;
    out[Key::oscillationDetected] = step.oscillationDetected;
    out[Key::velocityViolation] = step.velocityViolation;
    out[Key::cooldownActive] = step.cooldownActive;
    out[Key::freezeTriggered] = step.freezeTriggered;
    out[Key::partialFreeze] =
        step.skip.partialFreeze || (step.guards && step.guards->partialFreeze.active);
    out[Key::appliedDeltas] = deltasJson(step.appliedDeltas.value_or(Deltas{}));
    out[Key::dropped] = droppedJson(step);
    return out;
}

Json countsJson(std::span<const TuningReportEntry> entries)
{
    const auto count = [&](auto test) {
        return std::count_if(entries.begin(), entries.end(),
                             [&](const TuningReportEntry& entry) { return test(entry.step); });
    };
    Json out = Json::object();
    out[Key::count] = entries.size();
    out[Key::applied] = count([](const TuningStep& s) { return s.applied; });
    out[Key::blockedOscillation] = count([](const TuningStep& s) { return s.oscillationDetected; });
    out[Key::blockedVelocity] = count([](const TuningStep& s) { return s.velocityViolation; });
    out[Key::cooldownSkips] = count([](const TuningStep& s) { return s.cooldownActive; });
    out[Key::blockedFreeze] = count([](const TuningStep& s) { return s.freezeTriggered; });
    out[Key::noOp] = count([](const TuningStep& s) { return s.skip.noOp; });
    out[Key::noDeltas] = count([](const TuningStep& s) { return s.skip.noDeltas; });
    out[Key::late] = count([](const TuningStep& s) { return s.skip.lateIteration; });
    return out;
}

} // namespace

TuningReportEntry tuningReportEntry(const IterationRecord& record)
{
    TuningReportEntry entry;
    entry.iteration = record.iteration;
    entry.step = record.tuning.value_or(TuningStep{});
    entry.json = indentedText(entryJson(record, entry.step), kEntryIndent);
    return entry;
}

std::string tuningReportText(std::span<const TuningReportEntry> entries)
{
    std::string out = "{\n  \"" + std::string(Key::iterations) + "\": [";
    for (const TuningReportEntry& entry : entries) {
        out += &entry == entries.data() ? "\n    " : ",\n    ";
        out += entry.json;
    }
    out += entries.empty() ? "],\n" : "\n  ],\n";
    out += "  \"" + std::string(Key::summary) +
           "\": " + indentedText(countsJson(entries), kSummaryIndent) + "\n}\n";
    return out;
}

Result<std::vector<ReportedTuning>> parseTuningReport(std::string_view text, std::string_view file,
                                                      std::vector<Finding>& findings)
{
    FindingSink sink(file, std::nullopt, findings);
    std::map<int, TuningStep> byIteration;
    const auto onEntry = [&](Json&& entry) {
        ObjectReader in(entry, {std::string(Key::iterations)}, sink);
        const std::int64_t iteration = in.integer(Key::iteration).value_or(0);
        if (iteration < 1 || iteration > std::numeric_limits<int>::max()) {
            in.finding(FindingKind::OutOfRange, Severity::Warning, Key::iteration,
                       "an entry without its iteration is left out");
            return;
        }
        byIteration.insert_or_assign(static_cast<int>(iteration), tuningFromJson(in));
    };
    SOAK_TRY(const Json tree, parseJsonList(text, Key::iterations, sink, onEntry));
    const bool isNewForm =
        tree.is_object() && tree.contains(Key::iterations) && tree.at(Key::iterations).is_array();
    if (!isNewForm && !tree.is_array()) {
        return Error{Errc::BadInput, "no list of iterations", std::string(file)};
    }
    if (tree.is_array()) {
        sink.add(FindingKind::LegacyForm, Severity::Info, "", "a bare list, the older form");
    }
    std::vector<ReportedTuning> out;
    out.reserve(byIteration.size());
    for (auto& [iteration, step] : byIteration) {
        out.push_back({iteration, std::move(step)});
    }
    return out;
}

} // namespace soak
