// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the table of verbs that is about Prometheus.
#pragma once

#include "app/cli/command_line.h"

namespace soak::cli
{

VerbSpec metricsSpec();
VerbSpec serveSpec();

} // namespace soak::cli
