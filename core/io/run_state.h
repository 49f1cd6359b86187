// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/soak_run.h"

#include <string>

namespace soak
{

// One hash over all files that the run was loaded from: another one says that the run changed. The
// same for a run and for its copy in a bundle. Needs the hashes of all files (Provenance::All).
std::string runStateHash(const SoakRun& run);

// The same over the first `rows` iteration files alone (asserted to be there): a run that went on
// still begins with what it was.
std::string firstIterationsHash(const SoakRun& run, std::size_t rows);

} // namespace soak
