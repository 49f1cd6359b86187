// SPDX-License-Identifier: GPL-3.0-or-later
// Branches of a run as trees. For .cpp files of this layer.
#pragma once

#include "core/base/result.h"
#include "core/model/run_branch.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>

namespace soak
{

// `index`: its place in the list of RUN.json, for messages. Errors: BadInput (no iteration from 1
// up, an unknown parameter, a value that is no number within its safe limits, a `without` that sets
// nothing, a hash that is none).
Result<RunBranch> branchFromJson(const nlohmann::json& tree, std::size_t index,
                                 const ParameterRegistry& registry, const std::string& file);

nlohmann::json branchJson(const RunBranch& branch);

} // namespace soak
