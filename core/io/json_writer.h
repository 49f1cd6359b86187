// SPDX-License-Identifier: GPL-3.0-or-later
// Trees as text, the way every file of ours is written (DOMAIN, conventions): sorted keys, ASCII,
// shortest numbers. For .cpp files of this layer.
#pragma once

#include "core/model/parameter.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>

namespace soak
{

// One line without spaces, no line feed.
std::string compactText(const nlohmann::json& tree);
// 2-space indent. Lines after the first begin with `startIndent` spaces more; no line feed at the
// end.
std::string indentedText(const nlohmann::json& tree, int startIndent = 0);
// indentedText and a line feed.
std::string fileText(const nlohmann::json& tree);

// A whole number without fraction, others as they are; both read back to the same value. `amount`
// must be finite.
nlohmann::json amountJson(double amount);

// Puts members that we do not know back where they were found. What stands there already stays.
void insertExtras(nlohmann::json& tree, const std::map<JsonPath, std::string>& extras);

} // namespace soak
