// SPDX-License-Identifier: GPL-3.0-or-later
// Where the numbers come from that are no gate's and no iteration's own (gate_inputs.h has those):
// counts of a run, what two marks differ by, statistics of a range, a parameter in force.
#pragma once

#include "core/analysis/decomposition.h"
#include "core/analysis/explain.h"
#include "core/analysis/finding_counts.h"
#include "core/analysis/range_statistics.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// Iterations that the run lacks: without a file, or with one that cannot be read.
std::size_t lostCount(const SoakRun& run);

// How many iterations were read and how many are missing, what the window is, and the verdict.
std::vector<Sentence> countsSource(const Judgement& judgement);

// Of the number of iterations that are missing, and of those that cannot be read.
std::vector<Sentence> missingSource(const SoakRun& run);
std::vector<Sentence> unreadableSource(const SoakRun& run);
// Of the number of findings of one kind.
std::vector<Sentence> findingSource(const FindingCount& count);

// Of B less A.
std::vector<Sentence> differenceSource(Metric metric, int a, int b);
// Of mean, min and max between two iterations.
std::vector<Sentence> rangeSource(Metric metric, int from, int to,
                                  const MetricStatistics& statistics);

// How `decomposition` of `iteration` adds up, and where its parts were read.
std::vector<Sentence> decompositionSource(const Decomposition& decomposition, int iteration);

// Of a parameter's value in force during `iteration`. `path`: canonical, dotted.
std::vector<Sentence> parameterSource(const std::string& path, int iteration, bool isPresent);

// Of a goal of a run that was found and is not open: `folder` is where it lies.
std::vector<Sentence> listedSource(const GateSpec& goal, std::size_t values,
                                   const std::string& folder);

// Of the numbers in sentences about `judgement`: of every gate that they name, else of the counts.
std::vector<Sentence> sentenceSources(const Judgement& judgement,
                                      std::span<const Sentence> sentences);

// The goal with the least margin as a share of its threshold, one without data before any that is
// met; nullptr when there are no goals.
const GateResult* leastGoal(const Judgement& judgement);

// Every pattern of these, for the translators.
std::span<const std::string_view> numberSourcePatterns();

} // namespace soak
