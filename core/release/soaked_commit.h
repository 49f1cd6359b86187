// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/soak_run.h"

#include <optional>
#include <string>

namespace soak
{

// The commit that the run was made of, as RUN.json names it (`commit`, `git_commit`); nullopt where
// it names none.
std::optional<std::string> soakedCommit(const SoakRun& run);

} // namespace soak
