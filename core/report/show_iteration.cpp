// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/decomposition.h"
#include "core/analysis/expected_effects.h"
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/report/delta_report_words.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"
#include "core/report/show.h"
#include "core/report/show_words.h"

#include <algorithm>

namespace soak
{

namespace
{

std::string metricTable(const IterationTable& rows, std::size_t row)
{
    TextTable table({{"metric"}, {"value", ColumnAlign::Right}, {"unit"}});
    for (const KpiSpec& spec : kpiSpecs()) {
        if (const std::optional<double> value = rows.at(spec.metric, row)) {
            table.addRow({std::string(spec.key), metricNumber(spec.metric, value),
                          std::string(unitText(spec.unit))});
        }
    }
    return table.isEmpty() ? "no metric has a value\n" : table.text();
}

// What the net edge is made of; what is not recorded is said to be so.
std::string decompositionText(const SoakRun& run, int iteration)
{
    const auto decomposition = decompositionOf(run, iteration);
    if (!decomposition || decomposition->missing.size() + 1 >= decomposition->parts.size()) {
        return ""; // nothing but the net edge itself, if that
    }
    TextTable table({{"net edge"}, {"bps", ColumnAlign::Right}});
    for (const DecompositionPart& part : decomposition->parts) {
        const std::string title(part.title);
        const bool isImputed = part.kind == PartKind::Gross && decomposition->isGrossImputed;
        table.addRow({isImputed ? title + " (from net and costs)" : title,
                      part.amount ? metricNumber(Metric::NetBps, part.amount) : "not recorded"});
    }
    return table.text() + "\n";
}

std::string dropText(const TuningStep& step, const std::string& name)
{
    if (step.dropped) {
        const auto found = step.dropped->find(name);
        if (found != step.dropped->end()) {
            return "dropped: " + std::string(keyOf(found->second));
        }
    }
    const auto bounded = step.bounded.find(name);
    if (bounded == step.bounded.end()) {
        return "";
    }
    const BoundedChange& change = bounded->second;
    std::string text = shortNumber(change.oldValue) + " -> " + shortNumber(change.newValue);
    text += change.bound == Bound::Floor ? " (floor)" : "";
    return text + (change.bound == Bound::Cap ? " (cap)" : "");
}

std::string appliedText(const TuningStep& step, const std::string& name)
{
    if (!step.appliedDeltas) {
        return std::string(kNotAvailable);
    }
    const auto found = step.appliedDeltas->find(name);
    return found == step.appliedDeltas->end() ? "0"
                                              : signedNumber(withoutNoise(found->second.amount));
}

std::string tuningText(const TuningStep& step)
{
    std::string out = "tuning: " + std::string(step.applied ? "applied" : "not applied");
    out += step.skip.note.empty() ? "" : " (" + escapeTerminal(step.skip.note) + ")";
    out += "\n";
    TextTable table({{"parameter"},
                     {"proposed", ColumnAlign::Right},
                     {"applied", ColumnAlign::Right},
                     {"result"}});
    for (const auto& [name, delta] : step.proposed) {
        table.addRow({name, signedNumber(withoutNoise(delta.amount)), appliedText(step, name),
                      dropText(step, name)});
    }
    out += table.isEmpty() ? "" : table.text();
    if (!step.rationale.empty()) {
        out += "why: " + escapeTerminal(step.rationale) + "\n";
    }
    return out + "state hash: " + escapeTerminal(step.stateHash.value_or("n/a")) + "\n";
}

std::string_view basisNote(EffectBasis basis)
{
    switch (basis) {
    case EffectBasis::Whole:
        return "";
    case EffectBasis::Part:
        return "; not all of the changes that it is about was applied";
    case EffectBasis::Nothing:
        return "; none of the changes that it is about was applied";
    }
    return "";
}

std::string signedMetric(Metric metric, std::optional<double> change)
{
    const std::string number = metricNumber(metric, change);
    return change && *change > 0 ? "+" + number : number;
}

// What the tuner expected of its changes, and what came.
std::string effectsText(const SoakRun& run, int iteration)
{
    const auto effects = expectedEffects(run, iteration);
    if (!effects) {
        return "";
    }
    const std::string from = std::to_string(iteration);
    const std::string to = std::to_string(iteration + 1);
    TextTable table(
        {{"effect"}, {"expected", ColumnAlign::Right}, {"seen", ColumnAlign::Right}, {"unit"}});
    for (const EffectRow& row : effects->rows) {
        table.addRow({std::string(specOf(row.metric).key), signedMetric(row.metric, row.expected),
                      signedMetric(row.metric, row.seen()),
                      std::string(unitText(specOf(row.metric).unit))});
    }
    return "expected by the tuner for iteration " + to + std::string(basisNote(effects->basis)) +
           "\n" + table.text() + "seen: iteration " + to + " less " + from +
           ", which includes the noise of both; one difference is no proof\n";
}

std::string overridesTable(const Overrides* during, const Overrides* next)
{
    if (during == nullptr && next == nullptr) {
        return "overrides: not recorded\n";
    }
    TextTable table({{"override"}, {"during", ColumnAlign::Right}, {"after", ColumnAlign::Right}});
    const auto valueIn = [](const Overrides* overrides, const std::string& name) {
        if (overrides == nullptr) {
            return std::string(kNotAvailable);
        }
        const auto found = overrides->values.find(name);
        return found == overrides->values.end() ? std::string("-")
                                                : shortNumber(found->second.amount);
    };
    for (const std::string& name : overrideNames(during, next)) {
        table.addRow({name, valueIn(during, name), valueIn(next, name)});
    }
    return table.text();
}

std::string notesText(const IterationNotes& notes)
{
    std::string out;
    out += notes.phase ? "phase: " + std::string(keyOf(*notes.phase)) + "\n" : "";
    out += notes.failure ? "FAILED: " + escapeTerminal(*notes.failure) + "\n" : "";
    out += notes.version ? "version: " + escapeTerminal(*notes.version) + "\n" : "";
    if (notes.kpiVerdict) {
        out += "recorded KPI verdict: " + escapeTerminal(*notes.kpiVerdict);
        out += notes.kpiReasons.empty()
                   ? "\n"
                   : " (" + escapeTerminal(join(notes.kpiReasons, ", ")) + ")\n";
    }
    if (!notes.negEdgeDrivers.empty()) {
        out += "costs that made net negative: " + escapeTerminal(join(notes.negEdgeDrivers, ", ")) +
               "\n";
    }
    return out;
}

std::string gateText(const IterationGate& gate)
{
    std::string out = "soft gate: " + std::string(keyOf(gate.status));
    std::vector<std::string> reasons = gate.failReasons;
    reasons.insert(reasons.end(), gate.warnReasons.begin(), gate.warnReasons.end());
    out += reasons.empty() ? "" : " (" + escapeTerminal(join(reasons, ", ")) + ")";
    return out + (gate.warnMode ? ", warm-up: warns only\n" : "\n");
}

std::string findingsText(const Judgement& judgement, int iteration)
{
    std::string out;
    for (const Finding& finding : judgement.run->findings) {
        if (finding.iteration == iteration) {
            out +=
                escapeTerminal("  " + std::string(keyOf(finding.severity)) + "  " + finding.text) +
                "\n";
        }
    }
    return out.empty() ? "findings: none\n" : "findings:\n" + out;
}

} // namespace

Result<std::string> showIterationText(const Judgement& judgement, int iteration)
{
    const SoakRun& run = *judgement.run;
    const std::optional<std::size_t> row = run.table.rowOf(iteration);
    if (!row) {
        return noSuchIteration(run, iteration);
    }
    std::string out = "iteration " + std::to_string(iteration);
    const std::optional<EpochMs> time = run.table.runtimeUtc(*row);
    out += time ? ", " + utcText(*time) + "\n" : "\n";
    if (const IterationNotes* notes = run.notes.at(*row)) {
        out += notesText(*notes);
    }
    if (*row < judgement.iterationGates.size()) {
        out += gateText(judgement.iterationGates[*row]);
    }
    out += "\n" + metricTable(run.table, *row) + "\n";
    out += decompositionText(run, iteration);
    if (const TuningStep* step = run.tuning.at(*row)) {
        out += tuningText(*step);
    }
    out += effectsText(run, iteration);
    if (const PairCheck* pair = pairFrom(judgement.verification, iteration)) {
        out += "verified " + pairName(*pair) + ": " + std::string(keyOf(pair->status));
        out += pair->reason.empty() ? "\n" : ", " + escapeTerminal(pair->reason) + "\n";
    }
    out += "\n" + overridesTable(run.during.at(*row), run.next.at(*row)) + "\n";
    return out + findingsText(judgement, iteration);
}

} // namespace soak
