// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace soak
{

// "RUN_1767608400000": the name of a run, and of the folder of an isolated one (DESIGN 4).
std::string runIdText(EpochMs start);

// The start in a run id; nullopt unless runIdText would write it just so (no sign, no leading
// zero).
std::optional<EpochMs> parseRunId(std::string_view text);

} // namespace soak
