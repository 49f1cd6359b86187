// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/decomposition.h"
#include "ui/widgets/waterfall.h"

#include <vector>

namespace soak::ui
{

// What the net edge is made of, in the words of the person.
std::vector<WaterfallPart> decompositionParts(const Decomposition& decomposition);

} // namespace soak::ui
