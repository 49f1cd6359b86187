// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/bundle_facts.h"

#include "core/base/version.h"
#include "core/release/bundle_layout.h"

namespace soak
{

namespace
{

std::optional<EpochMs> timeOf(const SoakRun& run)
{
    if (const auto last = lastRuntimeUtc(run)) {
        return last;
    }
    return run.info ? std::optional(run.info->startedMs) : std::nullopt;
}

} // namespace

std::string_view keyOf(BundleResult result)
{
    return result == BundleResult::Ready ? "READY" : "PARTIAL";
}

std::optional<BundleResult> bundleResultFromKey(std::string_view key)
{
    for (const BundleResult result : {BundleResult::Ready, BundleResult::Partial}) {
        if (keyOf(result) == key) {
            return result;
        }
    }
    return std::nullopt;
}

ReportContext bundleContext(const SoakRun& run)
{
    const auto time = timeOf(run);
    return {.timestamp = time ? std::optional(utcText(*time)) : std::nullopt,
            .toolVersion = std::string(kToolVersion)};
}

std::vector<std::string> bundleBlockers(const Judgement& judgement,
                                        const std::optional<ReleaseDecision>& decision)
{
    std::vector<std::string> blockers = judgement.releaseBlockers;
    if (!judgement.releaseReady && blockers.empty()) {
        blockers.emplace_back("the run is not ready for a release");
    }
    if (!judgement.run->finalOverrides) {
        blockers.emplace_back("the run has no runtime overrides, so there is nothing to release");
    }
    if (decision && decision->choice != ReleaseChoice::Ship) {
        blockers.emplace_back(decision->choice == ReleaseChoice::Hold
                                  ? "it was decided to hold the release"
                                  : "it was decided to run again");
    }
    return blockers;
}

BundleFacts factsOf(const Judgement& judgement, BundleLabels labels,
                    std::optional<ReleaseDecision> decision)
{
    const SoakRun& run = *judgement.run;
    BundleFacts facts;
    facts.labels = std::move(labels);
    facts.name = bundleNameOf(run);
    facts.context = bundleContext(run);
    facts.mtime = timeOf(run).value_or(0) / kMsPerSecond;
    facts.mtime = facts.mtime < 0 ? 0 : facts.mtime;
    facts.blockers = bundleBlockers(judgement, decision);
    facts.result = facts.blockers.empty() ? BundleResult::Ready : BundleResult::Partial;
    if (run.finalOverrides) {
        facts.stateHash = stateHash(*run.finalOverrides, ParameterRegistry::builtin());
    }
    facts.decision = std::move(decision);
    return facts;
}

} // namespace soak
