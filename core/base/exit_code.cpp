// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/exit_code.h"

namespace soak
{

ExitCode exitCodeFor(Errc code)
{
    switch (code) {
    case Errc::Usage:
        return ExitCode::Usage;
    case Errc::NotFound:
    case Errc::BadInput:
    case Errc::TooLarge:
        return ExitCode::BadInput;
    case Errc::NotWritable:
    case Errc::Locked:
        return ExitCode::NotWritable;
    case Errc::Integrity:
        return ExitCode::Integrity;
    case Errc::Environment:
        return ExitCode::Environment;
    case Errc::Cancelled:
        return ExitCode::Interrupted;
    case Errc::Internal:
        return ExitCode::Internal;
    }
    return ExitCode::Internal;
}

} // namespace soak
