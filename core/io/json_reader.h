// SPDX-License-Identifier: GPL-3.0-or-later
// JSON of others becomes a tree, within limits (DESIGN 5): the one place where JSON is parsed. For
// .cpp files of this layer.
#pragma once

#include "core/base/result.h"
#include "core/io/finding_sink.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace soak
{

inline constexpr std::size_t kMaxJsonDepth = 64;
inline constexpr std::size_t kMaxJsonValues = 500'000;     // of one tree
inline constexpr std::size_t kMaxJsonEntries = 10'000'000; // that a list passes on one by one

// Called with each object of a list, which is then forgotten.
using JsonEntrySink = std::function<void(nlohmann::json&& entry)>;

// A duplicate key (the last wins), a number that is not finite (null in the tree), a string over 1
// MiB (cut) are findings. A byte order mark is skipped. Errors: TooLarge (over kMaxFileBytes),
// BadInput (empty, not UTF-8, not JSON, too deep, too many values).
Result<nlohmann::json> parseJson(std::string_view text, FindingSink& sink);

// The same for a list of any length, or an object with a list `key`: its objects go to `onEntry`
// and are not in the tree.
Result<nlohmann::json> parseJsonList(std::string_view text, std::string_view key, FindingSink& sink,
                                     const JsonEntrySink& onEntry);

// The parser for text that we wrote ourselves; asserts that it is JSON.
nlohmann::json ownJson(std::string_view text);

} // namespace soak
