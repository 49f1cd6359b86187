// SPDX-License-Identifier: GPL-3.0-or-later
// Runs with one thing wrong, or rightly unusual, in how a proposal of iteration 3 arrived in
// iteration 4.
#pragma once

#include "core/analysis/verify_deltas.h"
#include "tests/support/builders.h"

#include <string>

namespace soak
{

inline constexpr int kProposing = 3;

// tail_age_ms 600 -> 630 and impact_cap_ratio 0.10 -> 0.09.
inline RunBuilder aProposal()
{
    return aRun().proposing(kProposing, {{"tail_age_ms", {30}}, {"impact_cap_ratio", {-0.01}}});
}

inline Verification verified(const RunBuilder& builder, const VerifyOptions& options = {})
{
    return verifyDeltas(builder.build(), ParameterRegistry::builtin(), options);
}

inline const PairCheck& thePair(const Verification& verification, int from = kProposing)
{
    return verification.pairs.at(static_cast<std::size_t>(from - 1));
}

// The check of `name` in the pair that proposed; a default one, not verifiable, when there is none.
inline ParamCheck paramOf(const Verification& verification, const std::string& name,
                          int from = kProposing)
{
    for (const ParamCheck& param : thePair(verification, from).params) {
        if (param.name == name) {
            return param;
        }
    }
    return {};
}

// The golden trajectory of DOMAIN 8: engine micro from best_cell, no warm-up.
inline RunBuilder goldenTrajectory(int iterations)
{
    const Deltas first{{"impact_cap_ratio", {-0.01}},
                       {"max_delta_ratio", {-0.01}},
                       {"base_spread_bps_delta", {0.02}},
                       {"tail_age_ms", {30}}};
    return aRun()
        .withIterations(iterations)
        .withMockKpis()
        .proposing(1, first)
        .proposing(2, first)
        .dropping(2, "impact_cap_ratio", DropReason::Velocity)
        .proposing(3,
                   {{"min_interval_ms", {5}}, {"impact_cap_ratio", {-0.01}}, {"tail_age_ms", {30}}})
        .dropping(3, "impact_cap_ratio", DropReason::Velocity)
        .proposing(4, {{"min_interval_ms", {5}}})
        .proposing(5, {{"min_interval_ms", {5}}})
        .proposing(6, {{"base_spread_bps", {0.015}},
                       {"replace_rate_per_min", {-45}},
                       {"min_interval_ms", {5}}})
        .proposing(7, {{"base_spread_bps", {0.015}}, {"replace_rate_per_min", {-38.25}}})
        .dropping(7, "replace_rate_per_min", DropReason::Velocity);
}

} // namespace soak
