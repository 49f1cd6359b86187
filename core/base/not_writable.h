// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file.h"

#include <string_view>

namespace soak
{

// "cannot write: No space left on device", of `path`. `error`: an errno.
Error notWritable(const fs::path& path, std::string_view what, int error);

} // namespace soak
