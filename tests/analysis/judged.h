// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of the builder, judged, and what is said of them as plain text.
#pragma once

#include "core/analysis/explain.h"
#include "core/analysis/judgement.h"
#include "tests/support/builders.h"

#include <string>
#include <vector>

namespace soak
{

inline Judgement judged(const RunBuilder& builder, const JudgeOptions& options = {})
{
    return judge(builder.shared(), missionProfile(), options);
}

inline std::vector<std::string> texts(const std::vector<Sentence>& sentences)
{
    std::vector<std::string> lines;
    for (const Sentence& sentence : sentences) {
        lines.push_back(plainText(sentence));
    }
    return lines;
}

// 36 iterations within their limits but for the latency of #33; two changes before it, one of them
// dropped.
inline RunBuilder spikeAt33()
{
    return aRun()
        .withIterations(36)
        .with(Metric::P95LatencyMs, 338)
        .at(33, Metric::P95LatencyMs, 362)
        .proposing(31, {{"min_interval_ms", {5}}})
        .proposing(32, {{"impact_cap_ratio", {-0.005}}})
        .dropping(32, "impact_cap_ratio", DropReason::PartialFreeze);
}

} // namespace soak
