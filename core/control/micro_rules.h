// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of engine `micro` (DOMAIN 4.2), which `rules+` has too.
#pragma once

#include "core/control/proposal_rules.h"

namespace soak
{

// Rules 1 to 7. The net edge must be known (asserted).
void addMicroRules(RuleBook& rules, const TunerInput& input);

// Nothing proposed, because the net edge is missing.
Proposal noNetEdge();

// What the rules gave, with the last word of preferRisk, and STABLE when it is nothing.
Proposal settled(RuleBook rules, const TunerInput& input);

} // namespace soak
