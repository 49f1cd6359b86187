// SPDX-License-Identifier: GPL-3.0-or-later
// Engine `rules+`: `micro` and two rules more (SIMULATOR 13).
#include "core/control/micro_rules.h"

namespace soak
{

namespace
{

constexpr double kMakerAimed = 0.86;
constexpr double kNetAimedBps = 2.9;
constexpr double kP95AimedMs = 320;

bool isBelow(std::optional<double> value, double aim)
{
    return value && *value < aim;
}

} // namespace

Proposal proposeRulesPlus(const TunerInput& input)
{
    const std::optional<double> net = input.summary.at(Metric::NetBps);
    if (!net) {
        return noNetEdge();
    }
    RuleBook rules(input);
    addMicroRules(rules, input);
    if (isBelow(input.summary.at(Metric::MakerTakerRatio), kMakerAimed) ||
        isBelow(net, kNetAimedBps)) {
        rules.beginRule("RESCUE_LESS");
        rules.cut("rescue_max_ratio", 0.08, 0.10);
        rules.cut("rescue_spread_cap_bps", 0.5, 3.5);
    }
    const std::optional<double> p95 = input.summary.at(Metric::P95LatencyMs);
    if (p95 && *p95 > kP95AimedMs) {
        rules.beginRule("REBID_LATER");
        rules.raise("rebid_threshold_bps", 0.25, 2.4);
    }
    return settled(std::move(rules), input);
}

} // namespace soak
