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

void addTo(TuningReportCounts& counts, const TuningStep& step)
{
    const auto add = [](std::size_t& to, bool holds) { to += holds ? 1 : 0; };
    ++counts.count;
    add(counts.applied, step.applied);
    add(counts.blockedOscillation, step.oscillationDetected);
    add(counts.blockedVelocity, step.velocityViolation);
    add(counts.cooldownSkips, step.cooldownActive);
    add(counts.blockedFreeze, step.freezeTriggered);
    add(counts.noOp, step.skip.noOp);
    add(counts.noDeltas, step.skip.noDeltas);
    add(counts.late, step.skip.lateIteration);
}

Json countsJson(const TuningReportCounts& counts)
{
    Json out = Json::object();
    out[Key::count] = counts.count;
    out[Key::applied] = counts.applied;
    out[Key::blockedOscillation] = counts.blockedOscillation;
    out[Key::blockedVelocity] = counts.blockedVelocity;
    out[Key::cooldownSkips] = counts.cooldownSkips;
    out[Key::blockedFreeze] = counts.blockedFreeze;
    out[Key::noOp] = counts.noOp;
    out[Key::noDeltas] = counts.noDeltas;
    out[Key::late] = counts.late;
    return out;
}

} // namespace

std::string tuningReportEntry(const IterationRecord& record, TuningReportCounts& counts)
{
    const TuningStep step = record.tuning.value_or(TuningStep{});
    const std::string_view separator = counts.count == 0 ? "\n    " : ",\n    ";
    addTo(counts, step);
    return std::string(separator) + indentedText(entryJson(record, step), kEntryIndent);
}

std::string tuningReportEnd(const TuningReportCounts& counts)
{
    return std::string(counts.count == 0 ? "],\n" : "\n  ],\n") + "  \"" +
           std::string(Key::summary) + "\": " + indentedText(countsJson(counts), kSummaryIndent) +
           "\n}\n";
}

std::string tuningReportText(std::span<const IterationRecord> records)
{
    TuningReportCounts counts;
    std::string out(kTuningReportBegin);
    for (const IterationRecord& record : records) {
        out += tuningReportEntry(record, counts);
    }
    return out + tuningReportEnd(counts);
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
