// SPDX-License-Identifier: GPL-3.0-or-later
// Which gate, by how much, and which iterations of the window broke it.
#include "core/analysis/explain_parts.h"
#include "core/model/aggregate.h"
#include "core/model/statistics.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace soak
{

namespace
{

bool asksTheSame(const GateSpec& a, const GateSpec& b)
{
    return a.metric == b.metric && a.aggregate == b.aggregate && a.op == b.op &&
           a.threshold == b.threshold;
}

// Margins of different units, comparable.
double relativeMargin(const GateResult& gate)
{
    const double scale = std::abs(gate.gate.threshold);
    return gate.margin.value_or(0) / (scale > 0 ? scale : 1);
}

// Smaller is worse.
std::pair<int, double> rankOf(const GateResult& gate)
{
    const bool isSoft = gate.gate.severity == GateSeverity::Soft;
    const bool lacksData = gate.outcome == GateOutcome::NoData;
    return {(isSoft ? 2 : 0) + (lacksData ? 1 : 0), relativeMargin(gate)};
}

bool wantsMore(const GateSpec& gate)
{
    return gate.op == GateOp::AtLeast || gate.op == GateOp::Above;
}

std::optional<double> observedWithout(const Judgement& judgement, const GateResult& gate,
                                      Metric metric, int iteration)
{
    const IterationTable& table = judgement.run->table;
    const MetricColumn column = table.column(metric);
    std::vector<double> values;
    for (std::size_t row = judgement.firstWindowRow; row < table.rowCount(); ++row) {
        if (column.isPresent(row) && table.iterations()[row] != iteration) {
            values.push_back(column.values()[row]);
        }
    }
    return aggregateOf(values, gate.gate.aggregate);
}

SentenceTone toneOf(const GateResult& gate)
{
    return gate.gate.severity == GateSeverity::Soft ? SentenceTone::Doubtful : SentenceTone::Bad;
}

Sentence::Argument windowArg(const Judgement& judgement)
{
    const auto& window = judgement.windowIterations;
    const std::string count = std::to_string(window.size());
    return window.empty() ? plainArg(count) : rangeArg(count, window.front(), window.back());
}

Sentence brokenByNone(const GateResult& gate, SentenceArguments arguments)
{
    return say(Phrase::GateWhole, toneOf(gate), std::move(arguments));
}

Sentence brokenByOne(const Judgement& judgement, const GateResult& gate, Metric metric,
                     SentenceArguments arguments)
{
    const int iteration = gate.brokenBy.front();
    arguments.push_back(iterationArg(iteration));
    const auto without = observedWithout(judgement, gate, metric, iteration);
    if (!without) {
        return say(Phrase::GateOnlyValue, toneOf(gate), std::move(arguments));
    }
    arguments.push_back(plainArg(valueText(gate.gate, *without)));
    return say(Phrase::GateAlone, toneOf(gate), std::move(arguments));
}

Sentence brokenByMany(const Judgement& judgement, const GateResult& gate, Metric metric,
                      SentenceArguments arguments)
{
    const int worst = *worstIterationOf(judgement, gate);
    const std::size_t row = *judgement.run->table.rowOf(worst);
    arguments.push_back(countArg(gate.brokenBy.size()));
    arguments.push_back(iterationArg(worst));
    arguments.push_back(plainArg(valueText(gate.gate, *judgement.run->table.at(metric, row))));
    return say(Phrase::GateMany, toneOf(gate), std::move(arguments));
}

Sentence unmetMetric(const Judgement& judgement, const GateResult& gate, Metric metric)
{
    SentenceArguments arguments{
        gateArg(gate.gate), wordArg(aggregateText(gate.gate.aggregate)), windowArg(judgement),
        plainArg(valueText(gate.gate, *gate.observed)), plainArg(goalText(gate.gate))};
    const std::size_t breakers = gate.brokenBy.size();
    if (breakers == 0 || gate.gate.aggregate == Aggregate::Last) {
        return brokenByNone(gate, std::move(arguments));
    }
    if (breakers == 1) {
        return brokenByOne(judgement, gate, metric, std::move(arguments));
    }
    if (breakers > 3) {
        return brokenByMany(judgement, gate, metric, std::move(arguments));
    }
    for (const int iteration : gate.brokenBy) {
        arguments.push_back(iterationArg(iteration));
    }
    return say(breakers == 2 ? Phrase::GateTwo : Phrase::GateThree, toneOf(gate),
               std::move(arguments));
}

Sentence withoutData(const Judgement& judgement, const GateResult& gate)
{
    SentenceArguments arguments{gateArg(gate.gate)};
    const Verification& verification = judgement.verification;
    if (gate.gate.metric == "full_apply_ratio") {
        arguments.push_back(plainArg(std::to_string(verification.notVerifiableCount)));
        arguments.push_back(plainArg(std::to_string(verification.proposedCount)));
        arguments.push_back(plainArg(goalText(gate.gate)));
        return say(Phrase::NoVerification, SentenceTone::Doubtful, std::move(arguments));
    }
    arguments.push_back(plainArg(goalText(gate.gate)));
    const bool isMetric = metricFromKey(gate.gate.metric).has_value();
    return say(isMetric && gate.count == 0 ? Phrase::NoValues : Phrase::NotKnown, toneOf(gate),
               std::move(arguments));
}

// Title, value, goal: for a sentence about several rows.
void addRow(SentenceArguments& arguments, const GateResult& gate)
{
    arguments.push_back(gateArg(gate.gate));
    arguments.push_back(gate.observed ? plainArg(valueText(gate.gate, *gate.observed))
                                      : wordArg("no data"));
    arguments.push_back(plainArg(goalText(gate.gate)));
}

} // namespace

GateRows gateRowsOf(const Judgement& judgement)
{
    std::vector<const GateResult*> rows;
    for (const GateResult& goal : judgement.goalGates) {
        rows.push_back(&goal);
    }
    for (const GateResult& gate : judgement.gates) {
        if (std::none_of(rows.begin(), rows.end(), [&gate](const GateResult* row) {
                return asksTheSame(row->gate, gate.gate);
            })) {
            rows.push_back(&gate);
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const GateResult* a, const GateResult* b) {
        return rankOf(*a) < rankOf(*b);
    });
    GateRows sorted;
    for (const GateResult* row : rows) {
        (row->outcome == GateOutcome::Pass ? sorted.met : sorted.unmet).push_back(row);
    }
    std::stable_sort(sorted.met.begin(), sorted.met.end(),
                     [](const GateResult* a, const GateResult* b) {
                         return relativeMargin(*a) < relativeMargin(*b);
                     });
    return sorted;
}

std::optional<int> worstIterationOf(const Judgement& judgement, const GateResult& gate)
{
    const IterationTable& table = judgement.run->table;
    const auto metric = metricFromKey(gate.gate.metric);
    if (gate.brokenBy.empty() || !metric) {
        return gate.brokenBy.empty() ? std::nullopt : std::optional(gate.brokenBy.front());
    }
    if (gate.gate.aggregate == Aggregate::Last) {
        return gate.brokenBy.back();
    }
    const MetricColumn column = table.column(*metric);
    std::optional<int> worst;
    double worstValue = 0;
    for (const int iteration : gate.brokenBy) {
        const auto row = table.rowOf(iteration);
        const auto value = row ? column.at(*row) : std::nullopt;
        if (value &&
            (!worst || (wantsMore(gate.gate) ? *value < worstValue : *value > worstValue))) {
            worst = iteration;
            worstValue = *value;
        }
    }
    return worst ? worst : std::optional(gate.brokenBy.front());
}

Sentence unmetSentence(const Judgement& judgement, const GateResult& gate)
{
    if (!gate.observed) {
        return withoutData(judgement, gate);
    }
    if (const auto metric = metricFromKey(gate.gate.metric)) {
        return unmetMetric(judgement, gate, *metric);
    }
    if (gate.gate.metric == "full_apply_ratio" && !gate.brokenBy.empty()) {
        return say(Phrase::GateDeltas, toneOf(gate),
                   {gateArg(gate.gate), plainArg(valueText(gate.gate, *gate.observed)),
                    countArg(gate.count), plainArg(goalText(gate.gate)),
                    iterationArg(gate.brokenBy.front())});
    }
    return say(Phrase::GateOther, toneOf(gate),
               {gateArg(gate.gate), plainArg(valueText(gate.gate, *gate.observed)),
                plainArg(goalText(gate.gate))});
}

Sentence alsoUnmetSentence(const std::vector<const GateResult*>& rows)
{
    SentenceArguments arguments;
    const std::size_t shown = rows.size() == 3 ? 3 : 2;
    for (std::size_t i = 0; i < std::min(shown, rows.size()); ++i) {
        addRow(arguments, *rows[i]);
    }
    if (rows.size() > shown) {
        arguments.push_back(countArg(rows.size() - shown));
    }
    const Phrase phrase = rows.size() == 2   ? Phrase::AlsoTwo
                          : rows.size() == 3 ? Phrase::AlsoThree
                                             : Phrase::AlsoMore;
    return say(phrase, toneOf(*rows.front()), std::move(arguments));
}

Sentence allMetSentence(const std::vector<const GateResult*>& rows)
{
    const GateResult& least = *rows.front();
    GateSpec spare = least.gate;
    spare.threshold = 0;
    return say(Phrase::AllMet, SentenceTone::Good,
               {countArg(rows.size()), gateArg(least.gate),
                plainArg(valueText(least.gate, *least.observed)), plainArg(goalText(least.gate)),
                plainArg(valueText(spare, *least.margin))});
}

Sentence metSentence(const std::vector<const GateResult*>& rows)
{
    SentenceArguments arguments;
    const std::size_t shown = rows.size() <= 3 ? rows.size() : 2;
    for (std::size_t i = 0; i < shown; ++i) {
        arguments.push_back(gateArg(rows[i]->gate));
        arguments.push_back(plainArg(valueText(rows[i]->gate, *rows[i]->observed)));
    }
    if (rows.size() > shown) {
        arguments.push_back(countArg(rows.size() - shown));
    }
    const Phrase phrase = rows.size() == 1   ? Phrase::MetOne
                          : rows.size() == 2 ? Phrase::MetTwo
                          : rows.size() == 3 ? Phrase::MetThree
                                             : Phrase::MetMore;
    return say(phrase, SentenceTone::Good, std::move(arguments));
}

} // namespace soak
