// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the two formats of metrics a scraper wants.
#pragma once

#include "core/report/exposition.h"

#include <string_view>

namespace soak
{

// OpenMetrics where the header `accept` names it in version 1.0.0, or in none, and prefers nothing
// else; the text format otherwise, also for a header that cannot be read (RFC 9110, 12.5.1; a
// wildcard alone does not ask for OpenMetrics).
ExpositionFormat acceptedFormat(std::string_view accept);

// "text/plain; version=0.0.4; charset=utf-8", and the like for OpenMetrics.
std::string_view contentTypeOf(ExpositionFormat format);

} // namespace soak
