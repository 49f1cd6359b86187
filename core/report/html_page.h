// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/html_parts.h"
#include "core/report/report_context.h"

#include <span>
#include <string>
#include <string_view>

namespace soak
{

// One whole page: no script, no other file, well-formed XML as well. `title` is text.
std::string htmlPage(std::string_view title, std::span<const Html> parts,
                     const ReportContext& context);

} // namespace soak
