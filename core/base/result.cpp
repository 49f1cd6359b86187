// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <cstdio>
#include <cstdlib>

namespace soak
{

std::string describe(const Error& error)
{
    if (error.where.empty()) {
        return error.message;
    }
    return error.where + ": " + error.message;
}

namespace detail
{

// The only words that the core ever prints itself: the program is about to end, nobody above can.
void assertFailed(const char* expression, const char* file, int line)
{
    std::fprintf(stderr, "soak: bug: %s:%d: assertion failed: %s\n", file, line, expression);
    std::abort();
}

} // namespace detail

} // namespace soak
