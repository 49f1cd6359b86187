// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/number_sources.h"

#include "core/analysis/explain_parts.h"
#include "core/analysis/gate_inputs.h"
#include "core/analysis/phrases.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>
#include <utility>

namespace soak
{

namespace
{

constexpr std::string_view kRead = "iterations read: {1}, one from each ITER_SUMMARY_<n>.json";
constexpr std::string_view kMissing = "iterations without a file: {1}, first {2}, last {3}";
constexpr std::string_view kUnreadable = "iterations whose file cannot be read: {1}, first {2}";
constexpr std::string_view kWindow =
    "the window is the last {1} iterations that were read: {2} to {3}";
constexpr std::string_view kVerdict = "the point verdict is {1}: {2}";
constexpr std::string_view kFinding = "counted while the run was read: {1}, the first in {2}: {3}";
constexpr std::string_view kFindingOfRun = "counted while the run was read: {1}, the first: {2}";
constexpr std::string_view kDifference =
    "{1} in {2} less {1} in {3}, both read from their files, unrounded";
constexpr std::string_view kRange =
    "mean, min and max of {1} over {2} values of iterations {3} to {4}, unrounded";
constexpr std::string_view kRangeMissing = "rows of the range without a value: {1}";
constexpr std::string_view kParts = "net is gross less the costs, each read from {1}, unrounded";
constexpr std::string_view kPart = "{1}: {2}";
constexpr std::string_view kNoPart = "{1} is not recorded, which is not the same as 0";
constexpr std::string_view kImputed = "gross is not recorded: it was made of net and the costs";
constexpr std::string_view kParameter =
    "{1}, read from runtime_overrides of {2}, in force during that iteration";
constexpr std::string_view kNoParameter = "{2} has no {1} in runtime_overrides";
constexpr std::string_view kListed =
    "{1} of {2}, {3} values of the window of the run in {4}, judged by the gate profile recorded "
    "with it; open it to see the samples";

constexpr std::array kSourcePatterns{
    kRead,         kMissing,    kUnreadable, kWindow,       kVerdict, kFinding,
    kFindingOfRun, kDifference, kRange,      kRangeMissing, kParts,   kPart,
    kNoPart,       kImputed,    kParameter,  kNoParameter,  kListed,
};

// The name of a summary file is core/io's business; siblings do not include each other.
Sentence::Argument summaryArg(int iteration)
{
    const std::string file = "ITER_SUMMARY_" + std::to_string(iteration) + ".json";
    return {file, TextLink{.kind = LinkKind::File, .iteration = iteration, .name = file}};
}

std::size_t gapCount(const SoakRun& run)
{
    std::size_t count = 0;
    for (const IterationGap& gap : run.gaps) {
        count += static_cast<std::size_t>(gap.to - gap.from) + 1;
    }
    return count;
}

} // namespace

std::size_t lostCount(const SoakRun& run)
{
    return gapCount(run) + run.unreadable.size();
}

std::vector<Sentence> missingSource(const SoakRun& run)
{
    if (run.gaps.empty()) {
        return {};
    }
    return {{kMissing,
             {countArg(gapCount(run)), iterationArg(run.gaps.front().from),
              iterationArg(run.gaps.back().to)}}};
}

std::vector<Sentence> unreadableSource(const SoakRun& run)
{
    if (run.unreadable.empty()) {
        return {};
    }
    return {{kUnreadable, {countArg(run.unreadable.size()), iterationArg(run.unreadable.front())}}};
}

std::vector<Sentence> countsSource(const Judgement& judgement)
{
    const SoakRun& run = *judgement.run;
    std::vector<Sentence> source{{kRead, {countArg(run.table.rowCount())}}};
    for (std::vector<Sentence>& part : std::array{missingSource(run), unreadableSource(run)}) {
        source.insert(source.end(), part.begin(), part.end());
    }
    const auto& window = judgement.windowIterations;
    if (!window.empty()) {
        source.push_back({kWindow,
                          {rangeArg(std::to_string(window.size()), window.front(), window.back()),
                           iterationArg(window.front()), iterationArg(window.back())}});
    }
    source.push_back({kVerdict,
                      {{.text = std::string(keyOf(judgement.verdict)), .isWord = true},
                       {.text = judgement.verdictWhy, .isWord = true}}});
    return source;
}

std::vector<Sentence> findingSource(const FindingCount& count)
{
    const Finding& first = *count.first;
    const Sentence::Argument text{.text = first.text, .isWord = true};
    if (first.file.empty()) {
        return {{kFindingOfRun, {countArg(count.count), text}}};
    }
    return {{kFinding, {countArg(count.count), fileArg(first.file), text}}};
}

std::vector<Sentence> differenceSource(Metric metric, int a, int b)
{
    return {{kDifference,
             {plainArg(std::string(specOf(metric).key)), iterationArg(b), iterationArg(a)}}};
}

std::vector<Sentence> rangeSource(Metric metric, int from, int to,
                                  const MetricStatistics& statistics)
{
    const int first = std::min(from, to);
    const int last = std::max(from, to);
    std::vector<Sentence> source{
        {kRange,
         {plainArg(std::string(specOf(metric).key)), countArg(statistics.count),
          rangeArg("#" + std::to_string(first), first, last),
          rangeArg("#" + std::to_string(last), first, last)}}};
    if (statistics.missing > 0) {
        source.push_back({kRangeMissing, {countArg(statistics.missing)}});
    }
    return source;
}

std::vector<Sentence> decompositionSource(const Decomposition& decomposition, int iteration)
{
    std::vector<Sentence> source{{kParts, {summaryArg(iteration)}}};
    const int decimals = specOf(Metric::NetBps).decimals;
    for (const DecompositionPart& part : decomposition.parts) {
        const Sentence::Argument title{.text = std::string(part.title), .isWord = true};
        source.push_back(part.amount
                             ? Sentence{kPart, {title, plainArg(fixedText(*part.amount, decimals))}}
                             : Sentence{kNoPart, {title}});
    }
    if (decomposition.isGrossImputed) {
        source.push_back({kImputed});
    }
    return source;
}

std::vector<Sentence> parameterSource(const std::string& path, int iteration, bool isPresent)
{
    return {{isPresent ? kParameter : kNoParameter, {plainArg(path), summaryArg(iteration)}}};
}

std::vector<Sentence> listedSource(const GateSpec& goal, std::size_t values,
                                   const std::string& folder)
{
    return {{kListed,
             {{.text = std::string(aggregateText(goal.aggregate)), .isWord = true},
              plainArg(goal.metric),
              countArg(values),
              plainArg(folder)}}};
}

std::vector<Sentence> sentenceSources(const Judgement& judgement,
                                      std::span<const Sentence> sentences)
{
    std::vector<Sentence> sources;
    std::set<std::string, std::less<>> told;
    const auto tell = [&](const std::vector<GateResult>& rows, const std::string& id) {
        const auto row =
            std::ranges::find_if(rows, [&id](const GateResult& one) { return one.gate.id == id; });
        if (row == rows.end() || !told.insert(id).second) {
            return;
        }
        for (Sentence& source : gateFormula(judgement, *row)) {
            sources.push_back(std::move(source));
        }
    };
    for (const Sentence& sentence : sentences) {
        for (const Sentence::Argument& argument : sentence.arguments) {
            if (argument.link && argument.link->kind == LinkKind::Gate) {
                tell(judgement.goalGates, argument.link->name);
                tell(judgement.gates, argument.link->name);
            }
        }
    }
    return sources.empty() ? countsSource(judgement) : sources;
}

const GateResult* leastGoal(const Judgement& judgement)
{
    const auto isGoal = [&judgement](const GateResult* row) {
        return std::ranges::any_of(judgement.goalGates,
                                   [row](const GateResult& goal) { return &goal == row; });
    };
    const GateRows rows = gateRowsOf(judgement); // the order of the headline
    for (const auto* some : {&rows.unmet, &rows.met}) {
        const auto least = std::ranges::find_if(*some, isGoal);
        if (least != some->end()) {
            return *least;
        }
    }
    return nullptr;
}

std::span<const std::string_view> numberSourcePatterns()
{
    return kSourcePatterns;
}

} // namespace soak
