// SPDX-License-Identifier: GPL-3.0-or-later
// What the tuner did in an iteration, as a tree (DOMAIN 1.2, 4.9). For .cpp files of this layer.
#pragma once

#include "core/io/object_reader.h"
#include "core/model/kpi.h"
#include "core/model/tuning_step.h"

#include <nlohmann/json_fwd.hpp>

namespace soak
{

// The members of DOMAIN 1.2 and 1.3 that a TuningStep has; the others are not asked for.
TuningStep tuningFromJson(ObjectReader& in);

// Proposed names that no parameter has.
std::vector<std::string> unknownParameters(const TuningStep& step,
                                           const ParameterRegistry& registry);

// The `tuning` object of a summary.
nlohmann::json tuningJson(const TuningStep& step);

nlohmann::json deltasJson(const Deltas& deltas);
nlohmann::json skipReasonJson(const TuningStep& step); // "" or an object
nlohmann::json droppedJson(const TuningStep& step);
nlohmann::json debounceJson(const DebounceStatus& status);
nlohmann::json partialFreezeJson(const PartialFreezeStatus& status);

Deltas deltasFromJson(ObjectReader& in, std::string_view key);
DebounceStatus debounceFromJson(ObjectReader in);
PartialFreezeStatus partialFreezeFromJson(ObjectReader in);

} // namespace soak
