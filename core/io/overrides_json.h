// SPDX-License-Identifier: GPL-3.0-or-later
// Overrides as a tree. For .cpp files of this layer.
#pragma once

#include "core/io/finding_sink.h"
#include "core/model/overrides.h"

#include <nlohmann/json_fwd.hpp>

namespace soak
{

// Every spelling of DOMAIN 3, ranked by DOMAIN 0 P3. `at`: where the object stands in its file.
Overrides overridesFromJson(const nlohmann::json& object, const JsonPath& at,
                            const ParameterRegistry& registry, FindingSink& sink);

nlohmann::json overridesJson(const Overrides& overrides, const ParameterRegistry& registry);

} // namespace soak
