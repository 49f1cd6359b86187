// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/overrides.h"

#include <cstdint>

namespace soak
{

// Where no tuner is green: drawn within the ranges of SIMULATOR 13, the same for every tuner of a
// seed.
Overrides redStart(std::uint64_t seed);

} // namespace soak
