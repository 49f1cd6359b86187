// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace soak
{

// The style sheet of the page: light and dark by the reader's preference, light on paper. Colours
// are those of UX 2.5; no `<` or `&`, so that it stands in the page as it is.
std::string_view htmlStyle();

// The rules of charts alone, in the colours of the light page and without variables, which few
// programs but browsers know: for a chart that stands in a file of its own.
std::string chartStyle();

} // namespace soak
