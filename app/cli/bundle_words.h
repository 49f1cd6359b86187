// SPDX-License-Identifier: GPL-3.0-or-later
// The words of `soak bundle` that are about a run before its bundle is made.
#pragma once

#include "app/cli/context.h"

namespace soak::cli
{

Result<ExitCode> bundleEvidence(Context& context); // soak bundle evidence RUN
Result<ExitCode> bundleDecide(Context& context);   // soak bundle decide RUN

} // namespace soak::cli
