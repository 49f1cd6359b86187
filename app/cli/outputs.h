// SPDX-License-Identifier: GPL-3.0-or-later
// Files that a verb writes beside its result.
#pragma once

#include "app/cli/context.h"

namespace soak::cli
{

// Replaces the file that `option` names, if it is given; "-" is standard output. Makes no folder.
Status writeWhere(Context& context, std::string_view option, const std::string& text);

} // namespace soak::cli
