// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what tests/golden/sim/digests.txt says; digest_test.py compiles it in several ways.
#include "tests/sim/sim_support.h"

#include <cstdio>

int main()
{
    const std::string lines = soak::digestLines();
    return std::fwrite(lines.data(), 1, lines.size(), stdout) == lines.size() ? 0 : 1;
}
