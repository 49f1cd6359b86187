// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/simulate.h"

#include "core/sim/market_simulation.h"

namespace soak
{

SimResult simulateIteration(const SimInput& input)
{
    MarketSimulation simulation(input);
    simulation.runUntil(input.duration);
    return simulation.finish();
}

} // namespace soak
