// SPDX-License-Identifier: GPL-3.0-or-later
// From words to a RunRequest: defaults, smoke mode, starting overrides and where each came from.
#pragma once

#include "app/cli/context.h"
#include "core/runner/run_soak.h"

namespace soak::cli
{

struct PlannedRun {
    RunRequest request;
    std::vector<Finding> findings; // of the starting overrides
};

// --set as key and number, in order. Errors: Usage.
Result<std::vector<std::pair<std::string, double>>> settingsOf(const Arguments& arguments);

// Errors: Usage, BadInput (files and values that the start needs).
Result<PlannedRun> planRun(const Context& context);

} // namespace soak::cli
