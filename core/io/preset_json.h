// SPDX-License-Identifier: GPL-3.0-or-later
// Presets as trees. For .cpp files of this layer.
#pragma once

#include "core/base/result.h"
#include "core/model/preset.h"

#include <nlohmann/json_fwd.hpp>

namespace soak
{

// `changes` as sections (DOMAIN 4.10) or as a list. Errors: BadInput.
Result<Preset> presetFromJson(const nlohmann::json& tree, const std::string& file,
                              const ParameterRegistry& registry);

// With `changes` as a list, which keeps their order (RUN.json).
nlohmann::json presetListJson(const Preset& preset);

} // namespace soak
