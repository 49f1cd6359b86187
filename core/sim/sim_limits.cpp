// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/sim_limits.h"

#include <array>

namespace soak
{

namespace
{

constexpr std::array<std::string_view, 8> kLimits{
    "Nobody reacts to the quotes of the bot.",
    "There is one instrument; the others quote in steps of 0.5 bps.",
    "Returns over a second stay a little correlated.",
    "Volatility remembers less than a minute.",
    "Every iteration begins without a position, and the last position is marked at the mid.",
    "Latencies are drawn from a model, not measured.",
    "Only the limits on the bot's own side are modelled.",
    "Of impact_cap_ratio and max_delta_ratio only the one that gives the smaller quote acts."};

} // namespace

std::string_view simEvidence()
{
    return "The market is simulated: green here is evidence about the tuner, none about profit.";
}

std::span<const std::string_view> simLimits()
{
    return kLimits;
}

} // namespace soak
