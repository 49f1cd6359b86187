// SPDX-License-Identifier: GPL-3.0-or-later
// Where the number of a gate comes from: the formula, the samples, the files.
#pragma once

#include "core/analysis/explain.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace soak
{

// How an iteration of the window stands to the threshold by its own value.
enum class MarkState : std::uint8_t { Met, Broke, Missing };

struct GateInput {
    int iteration = 0;
    std::optional<double> value; // absent where missing, and for gates that are not of a metric
    MarkState state = MarkState::Met;
    bool operator==(const GateInput&) const = default;
};

// One per iteration of the window, ascending. Empty for a gate whose number is not made of values
// of iterations (`full_apply_ratio`, `iterations_missing`), and for one that no run records.
std::vector<GateInput> gateInputs(const Judgement& judgement, const GateResult& result);

// "median of risk_ratio over 8 values of iterations 29 to 36", then what such an aggregate is, then
// the files.
std::vector<Sentence> gateFormula(const Judgement& judgement, const GateResult& result);

// Where the value of `metric` in `iteration` was read, or that it is not there.
std::vector<Sentence> valueSource(Metric metric, int iteration, bool isPresent);

// Every pattern of the two above, for the translators.
std::span<const std::string_view> gateFormulaPatterns();

} // namespace soak
