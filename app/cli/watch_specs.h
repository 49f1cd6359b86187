// SPDX-License-Identifier: GPL-3.0-or-later
// The verb that looks at a run while it is written, for the table of verbs.
#pragma once

#include "app/cli/command_line.h"

namespace soak::cli
{

VerbSpec watchSpec();

} // namespace soak::cli
