// SPDX-License-Identifier: GPL-3.0-or-later
// What /proc knows of processes. For .cpp files of this layer; isProcessAlive and processStart are
// in process.h.
#pragma once

#include <sys/types.h>

namespace soak
{

// Whether the process group has a member that is not a zombie.
bool hasRunningMember(pid_t group);

} // namespace soak
