// SPDX-License-Identifier: GPL-3.0-or-later
// Files that people write for us (profiles, presets, registries): a defect in them is an error, not
// a finding. For .cpp files of this layer.
#pragma once

#include "core/base/result.h"
#include "core/io/object_reader.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// The tree of a file that must be an object. Errors: BadInput, TooLarge.
Result<nlohmann::json> parseConfig(std::string_view text, std::string_view file);

// BadInput with the first finding, if there is one.
Status refuseFindings(const std::vector<Finding>& findings, std::string_view file);

// BadInput naming a member that nobody asked for, if there is one.
Status refuseExtras(const ObjectReader::Extras& extras, std::string_view file);

} // namespace soak
