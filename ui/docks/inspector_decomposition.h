// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/soak_run.h"
#include "ui/widgets/waterfall.h"

#include <vector>

namespace soak::ui
{

// What the net edge of a row is made of, in words and signs of a waterfall.
std::vector<WaterfallPart> decompositionParts(const SoakRun& run, std::size_t row);

} // namespace soak::ui
