// SPDX-License-Identifier: GPL-3.0-or-later
// Files that a verb writes beside its result.
#pragma once

#include "app/cli/context.h"

namespace soak::cli
{

// That `output` does not lie in the run directory, which no reading verb writes into (DOMAIN 1.1).
// Errors: Usage.
Status keepOutOfRun(const fs::path& output, const fs::path& runFolder);

// Replaces the file that `option` names, if it is given; "-" is standard output. Makes no folder.
// Errors: Usage (inside the run), NotWritable.
Status writeWhere(Context& context, const fs::path& runFolder, std::string_view option,
                  const std::string& text);

} // namespace soak::cli
