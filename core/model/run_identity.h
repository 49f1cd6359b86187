// SPDX-License-Identifier: GPL-3.0-or-later
// By what a run is known where several stand side by side.
#pragma once

#include "core/model/soak_run.h"

#include <string>

namespace soak
{

// SoakRun::identity(), and for a foreign run how far it got: two foreign runs of the same settings
// begin with the same bytes and so have the same identity. A foreign run that grows has another
// one afterwards.
std::string listedIdentity(const SoakRun& run);

// The same of a foreign run with this identity() whose last iteration file is number `last`.
std::string listedForeignIdentity(const std::string& identity, int last);

} // namespace soak
