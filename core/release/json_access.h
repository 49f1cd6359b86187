// SPDX-License-Identifier: GPL-3.0-or-later
// Members of JSON that somebody else may have made: of the wanted type, or an error that names the
// file and the member. For .cpp files of this layer.
#pragma once

#include "core/base/hash.h"
#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace soak
{

// An object, within the limits of all JSON (core/io/json_reader.h); duplicate keys are refused
// too, since one reader would see this value and another that. Errors: Integrity.
Result<nlohmann::json> strictObject(std::string_view text, std::string_view file);

// The same of an object with the list `key`, whose objects go to `onEntry` one by one and are not
// in the tree, so that the list may be long. Errors: Integrity, and what `onEntry` returns.
Result<nlohmann::json>
strictObjectWithList(std::string_view text, std::string_view file, std::string_view key,
                     const std::function<Status(const nlohmann::json& entry)>& onEntry);

// Errors of all: Integrity.
Result<const nlohmann::json*> memberOf(const nlohmann::json& object, const std::string& key,
                                       std::string_view file);
Result<std::string> textMember(const nlohmann::json& object, const std::string& key,
                               std::string_view file);
// null is absent; without the member it is an error.
Result<std::optional<std::string>> optionalText(const nlohmann::json& object,
                                                const std::string& key, std::string_view file);
Result<std::uint64_t> countMember(const nlohmann::json& object, const std::string& key,
                                  std::string_view file);
// 64 lower-case hex digits, as we write them.
Result<Sha256> hashMember(const nlohmann::json& object, const std::string& key,
                          std::string_view file);

} // namespace soak
