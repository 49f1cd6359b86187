// SPDX-License-Identifier: GPL-3.0-or-later
// The verb `history` in the table of verbs.
#pragma once

#include "app/cli/command_line.h"

namespace soak::cli
{

VerbSpec historySpec();

} // namespace soak::cli
