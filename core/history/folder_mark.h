// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file.h"

#include <string>

namespace soak
{

// One hash over what a listing says of the files of a run: names, sizes, times and numbers of the
// files, and whether somebody writes the run. Another one says that something may have changed; the
// same says that nothing was written since, without reading a byte of it. Errors: as listFolder.
Result<std::string> folderMark(const fs::path& folder);

} // namespace soak
