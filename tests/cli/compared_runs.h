// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that the tests of `soak compare` compare.
#pragma once

#include "tests/support/test_data.h"

#include <string>

namespace soak
{

inline std::string simulated(const std::string& name, int seed, const std::string& more = {})
{
    return "soak run --engine sim --seed " + std::to_string(seed) + " --iterations 24 --out " +
           name + " " + more + " >/dev/null 2>&1; ";
}

inline std::string fixture(const std::string& name)
{
    return "'" + testDataPath("fixtures/" + name).string() + "'";
}

} // namespace soak
