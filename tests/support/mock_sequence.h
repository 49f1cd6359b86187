// SPDX-License-Identifier: GPL-3.0-or-later
// The mock run's summaries (DOMAIN 8): its KPIs with the drivers of the edge report.
#pragma once

#include "tests/support/mock_kpis.h"

namespace soak
{

inline IterationSummary mockSummary(int iteration)
{
    IterationSummary summary;
    summary.metrics = mockKpis(iteration);
    if (iteration == 1) {
        summary.notes.negEdgeDrivers = {"slippage_bps", "adverse_bps"};
    } else if (iteration == 2) {
        summary.notes.negEdgeDrivers = {"slippage_bps", "fees_eff_bps"};
    }
    return summary;
}

} // namespace soak
