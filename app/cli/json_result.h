// SPDX-License-Identifier: GPL-3.0-or-later
// --json of verbs that have no report of their own: one object, `schema`, `tool_version`, sorted
// keys (UX 4).
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace soak::cli
{

// `object` with `schema` ("soak-<verb>/1") and `tool_version` added.
std::string jsonResult(std::string_view verb, nlohmann::json object);

} // namespace soak::cli
