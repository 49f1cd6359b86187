// SPDX-License-Identifier: GPL-3.0-or-later
// The verb that makes a run, for the table of verbs.
#pragma once

#include "app/cli/command_line.h"

namespace soak::cli
{

VerbSpec runSpec();

} // namespace soak::cli
