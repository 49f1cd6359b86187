// SPDX-License-Identifier: GPL-3.0-or-later
// A process between us and a program, to whom all descendants of the program fall, wherever they
// went. For child.cpp.
#pragma once

#include <sys/types.h>

#include <csignal>

namespace soak
{

// What asks a keeper to kill at once; SIGTERM is handed on to the program's group.
inline constexpr int kKillAllSignal = SIGUSR1;

// In the keeper, before it forks: a descendant of the program whose parent ended is from now on a
// child of the keeper (PR_SET_CHILD_SUBREAPER), also after setsid. When `parent` ends, everything
// is killed. All signals must be blocked. False when `parent` has ended already.
bool becomeKeeper(pid_t parent);

// In the keeper, after the fork: waits for `program`, kills whatever it left behind as far as that
// can be done (at most 5 s), and ends as the program did. Calls only what is safe between fork and
// exec.
[[noreturn]] void keepUntilEnded(pid_t program);

} // namespace soak
