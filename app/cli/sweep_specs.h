// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

namespace soak::cli
{

VerbSpec sweepSpec();
VerbSpec whatifSpec();

} // namespace soak::cli
