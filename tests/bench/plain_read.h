// SPDX-License-Identifier: GPL-3.0-or-later
// The floor of loading a run: the same listing, sorting, opening and reading, and nothing done with
// what was read.
#pragma once

#include "core/base/folder.h"

#include <cstdint>

namespace soak::bench
{

struct PlainRead {
    std::size_t files = 0;
    std::uint64_t bytes = 0;
};

// Lists by getdents64, sorts the iterations by number, then openat, one read into a reused buffer
// (a second only where a file fills it), close. One thread. Errors: NotFound, BadInput.
Result<PlainRead> readPlainly(const fs::path& folder);

} // namespace soak::bench
