// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/verify_deltas.h"

namespace soak
{

// Sets ratios, verdict and reason from the counts of `verification` (DOMAIN 6.3, 6.4). `hasRecord`:
// the run says somewhere what was proposed; without that nothing is verified.
void concludeVerification(Verification& verification, bool hasRecord);

} // namespace soak
