// SPDX-License-Identifier: GPL-3.0-or-later
// Memory of a process that does one thing: this program, started again for it.
#pragma once

#include "tests/bench/rows.h"

#include <string_view>
#include <vector>

namespace soak::bench
{

// A line of /proc/self/status ("VmHWM:"), in bytes. Errors: NotFound, Internal (no such line).
Result<double> ownMemory(std::string_view line);

// What this program prints when started with `arguments`: a number of bytes. `output`: a file for
// it. Errors: Internal (it fails, or prints something else).
Result<double> printedBytes(const Setup& setup, const std::vector<std::string>& arguments,
                            const fs::path& output);

} // namespace soak::bench
