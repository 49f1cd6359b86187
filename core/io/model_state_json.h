// SPDX-License-Identifier: GPL-3.0-or-later
// What engine `model` has learned, as the member `model` of TUNING_STATE.json, and influence
// matrices: goals and parameters by their names, in the units of core/model/influence.h.
#pragma once

#include "core/io/object_reader.h"
#include "core/model/influence.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace soak
{

nlohmann::json influenceJson(const InfluenceMatrix& influence);
// The member `key`; nullopt, with a finding, unless each goal has a number for each parameter.
std::optional<InfluenceMatrix> influenceFromJson(ObjectReader& in, std::string_view key);

// Of each goal and parameter the values at the knots.
nlohmann::json curvesJson(const CurveTable& curves);
std::optional<CurveTable> curvesFromJson(ObjectReader& in, std::string_view key);

// A number of each goal, never negative.
nlohmann::json goalsJson(const GoalVector& values);
std::optional<GoalVector> goalsFromJson(ObjectReader& in, std::string_view key);

// A goal that was never measured has no estimate.
nlohmann::json modelStateJson(const ModelState& state);
// The member `model`; nullopt when it is absent or, with a finding, not whole.
std::optional<ModelState> modelStateFromJson(ObjectReader& in);

} // namespace soak
