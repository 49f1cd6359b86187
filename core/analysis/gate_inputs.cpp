// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/gate_inputs.h"

#include <algorithm>
#include <array>
#include <string>

namespace soak
{

namespace
{

// The first six in the order of Aggregate.
constexpr std::array<std::string_view, 6> kAggregates{
    "mean: the sum of the values divided by their number",
    "median: the middle value, of an even number the mean of the two in the middle",
    "min: the smallest value",
    "max: the largest value",
    "last: the value of the newest iteration that has one",
    "hmean: the number of the values divided by the sum of their reciprocals",
};
constexpr std::string_view kMetricSource =
    "{1} of {2}, {3} values of iterations {4} to {5}, unrounded";
constexpr std::string_view kMetricFile = "read from {1} of each ITER_SUMMARY_<n>.json";
constexpr std::string_view kApplySource =
    "{1} of {2} verifiable proposals arrived in the overrides of the next iteration";
constexpr std::string_view kApplyFile =
    "compared by value: runtime_overrides of each ITER_SUMMARY_<n>.json with its successor's";
constexpr std::string_view kMissingSource = "iterations asked for less those present: {1}";
constexpr std::string_view kMissingFile = "read from RUN.json and the names of the summaries";
constexpr std::string_view kUnknown = "soak runs do not record {1}";

constexpr std::string_view kValueSource = "read from {1} of {2}, unrounded";
constexpr std::string_view kNoValue = "{2} has no {1}";

constexpr std::array kInputPatterns{
    kAggregates[0], kAggregates[1], kAggregates[2], kAggregates[3], kAggregates[4],
    kAggregates[5], kMetricSource,  kMetricFile,    kApplySource,   kApplyFile,
    kMissingSource, kMissingFile,   kUnknown,       kValueSource,   kNoValue,
};

std::vector<Sentence> metricFormula(const Judgement& judgement, const GateResult& result)
{
    const auto& window = judgement.windowIterations;
    if (window.empty()) {
        return {{kMetricFile, {{result.gate.metric}}}};
    }
    const TextLink range{LinkKind::Range, window.front(), window.back()};
    return {{kMetricSource,
             {{.text = std::string(aggregateText(result.gate.aggregate)), .isWord = true},
              {result.gate.metric, TextLink{.kind = LinkKind::Metric, .name = result.gate.metric}},
              {std::to_string(result.count)},
              {"#" + std::to_string(window.front()), range},
              {"#" + std::to_string(window.back()), range}}},
            {kAggregates.at(static_cast<std::size_t>(result.gate.aggregate))},
            {kMetricFile, {{result.gate.metric}}}};
}

} // namespace

std::vector<GateInput> gateInputs(const Judgement& judgement, const GateResult& result)
{
    const std::optional<Metric> metric = metricFromKey(result.gate.metric);
    std::vector<GateInput> inputs;
    if (!metric) {
        return inputs;
    }
    const IterationTable& table = judgement.run->table;
    const MetricColumn column = table.column(*metric);
    const auto iterations = table.iterations();
    for (std::size_t row = judgement.firstWindowRow; row < iterations.size(); ++row) {
        const std::optional<double> value = column.at(row);
        const MarkState state = !value ? MarkState::Missing
                                : meets(*value, result.gate.op, result.gate.threshold)
                                    ? MarkState::Met
                                    : MarkState::Broke;
        inputs.push_back({iterations[row], value, state});
    }
    return inputs;
}

std::vector<Sentence> gateFormula(const Judgement& judgement, const GateResult& result)
{
    if (metricFromKey(result.gate.metric)) {
        return metricFormula(judgement, result);
    }
    if (result.gate.metric == "full_apply_ratio") {
        const Verification& verification = judgement.verification;
        const int applied = verification.fullApplyCount + verification.partialOkCount;
        const int verifiable = verification.proposedCount - verification.notVerifiableCount;
        return {{kApplySource, {{std::to_string(applied)}, {std::to_string(verifiable)}}},
                {kApplyFile}};
    }
    if (result.gate.metric == "iterations_missing") {
        return {{kMissingSource, {{result.why}}}, {kMissingFile}};
    }
    return {{kUnknown, {{result.gate.metric}}}};
}

std::vector<Sentence> valueSource(Metric metric, int iteration, bool isPresent)
{
    // The name of a summary file is core/io's business; siblings do not include each other.
    const std::string file = "ITER_SUMMARY_" + std::to_string(iteration) + ".json";
    return {{isPresent ? kValueSource : kNoValue,
             {{std::string(specOf(metric).key)},
              {file, TextLink{.kind = LinkKind::File, .iteration = iteration, .name = file}}}}};
}

std::span<const std::string_view> gateFormulaPatterns()
{
    return kInputPatterns;
}

} // namespace soak
