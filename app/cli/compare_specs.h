// SPDX-License-Identifier: GPL-3.0-or-later
// The verb that holds runs against each other, for the table of verbs.
#pragma once

#include "app/cli/command_line.h"

namespace soak::cli
{

VerbSpec compareSpec();

} // namespace soak::cli
