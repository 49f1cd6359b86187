// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of exit codes (DESIGN 6), for every verb.
#pragma once

#include "core/base/result.h"

namespace soak
{

enum class ExitCode {
    Ok = 0,
    NegativeVerdict = 1,
    Usage = 2,
    BadInput = 3,
    Integrity = 4,
    NotWritable = 5,
    Environment = 6,
    Internal = 70,
    Interrupted = 130,
    Terminated = 143,
};

// Cancelled maps to Interrupted; the caller that knows the signal says Terminated itself.
ExitCode exitCodeFor(Errc code);

} // namespace soak
