// SPDX-License-Identifier: GPL-3.0-or-later
// Where bytes go that are made piece by piece.
#pragma once

#include "core/base/result.h"

#include <functional>
#include <string_view>

namespace soak
{

// An error ends the making.
using ByteSink = std::function<Status(std::string_view bytes)>;

} // namespace soak
