// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of which explain() makes its sentences.
#pragma once

#include "core/analysis/explain.h"
#include "core/analysis/phrases.h"

#include <optional>
#include <vector>

namespace soak
{

// The rows that a judgement is about: the four goals, then those of the profile that ask for
// something else. Worst first: failed hard rows by how far they miss, hard rows without data, soft
// rows likewise; then those that are met, least to spare first.
struct GateRows {
    std::vector<const GateResult*> unmet;
    std::vector<const GateResult*> met;
};

GateRows gateRowsOf(const Judgement& judgement);

// The iteration of `gate.brokenBy` whose value misses by most, the first of equal ones; of a row
// that is not a metric, the first.
std::optional<int> worstIterationOf(const Judgement& judgement, const GateResult& gate);

Sentence unmetSentence(const Judgement& judgement, const GateResult& gate);
// Of two rows or more.
Sentence alsoUnmetSentence(const std::vector<const GateResult*>& rows);
Sentence allMetSentence(const std::vector<const GateResult*>& rows);
Sentence metSentence(const std::vector<const GateResult*>& rows);

// What came before `iteration` within kBeforeReach, the most telling first, each kind of event
// once; one sentence at least.
inline constexpr int kBeforeReach = 3;
std::vector<Sentence> beforeSentences(const Judgement& judgement, int iteration);

// What the verdict rests on: how many iterations, and whether values of `worst` (else of any goal)
// are missing among them.
Sentence sureSentence(const Judgement& judgement, const GateResult* worst);
// That what is judged is not what was written; nullopt while nothing says so.
std::optional<Sentence> chainSentence(const SoakRun& run);
// What else is wrong with the data, worst first; empty when nothing is.
std::vector<Sentence> dataSentences(const Judgement& judgement);
// Why it cannot be released though every goal is met. Asserts that there is a reason.
Sentence blockedSentence(const Judgement& judgement);
// `worst`: the worst row that is not met, nullptr when all are.
Sentence nextSentence(const Judgement& judgement, const GateResult* worst);

} // namespace soak
