// SPDX-License-Identifier: GPL-3.0-or-later
// Starting a child in a group of its own, and the end of a group. For process.cpp.
#pragma once

#include "core/base/process.h"

namespace soak
{

// Starts the plan's program with the given descriptors as stdout and stderr; returns when it runs.
// It leads a new process group, and is killed with the thread that called. With Descendants::All
// the process returned is a keeper (keeper.h) in a group of its own, which ends as the program
// does, after everything that descends from it. Errors: Environment.
Result<pid_t> startChild(const ProcessPlan& plan, int standardOutput, int standardError);

// After SIGKILL to the group: until no process of it runs, at most 2 s. (Zombies that init has not
// yet reaped do not.)
void waitForGroup(pid_t group);

} // namespace soak
