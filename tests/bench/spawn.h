// SPDX-License-Identifier: GPL-3.0-or-later
// Whole processes measured, from posix_spawn to their end.
#pragma once

#include "core/base/folder.h"
#include "tests/bench/measure.h"

#include <string>
#include <vector>

namespace soak::bench
{

struct Ended {
    Sample sample;
    int exitCode = -1; // -1: by a signal
};

// stdin and stderr are /dev/null, stdout is `output`, replaced; empty = /dev/null. Errors:
// Environment (cannot start).
Result<Ended> spawn(const std::vector<std::string>& argv, const fs::path& output = {});

} // namespace soak::bench
