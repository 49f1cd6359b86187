// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the table of verbs that is about releases.
#pragma once

#include "app/cli/command_line.h"

namespace soak::cli
{

VerbSpec bundleSpec();
VerbSpec tagSpec();
VerbSpec canarySpec();

} // namespace soak::cli
