// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/release_steps.h"

#include "core/model/key_table.h"

namespace soak
{

namespace
{

using Reasons = std::vector<std::string>;

constexpr std::array kSteps{
    KeyRow{ReleaseStep::Evidence, "evidence"}, KeyRow{ReleaseStep::Contents, "contents"},
    KeyRow{ReleaseStep::Rollout, "rollout"},   KeyRow{ReleaseStep::DryRun, "dry_run"},
    KeyRow{ReleaseStep::Sign, "sign"},         KeyRow{ReleaseStep::Tag, "tag"},
};
static_assert(kSteps.size() == kReleaseSteps);

// A PARTIAL bundle is evidence of a run that is not released: nobody need decide to ship it.
Reasons evidenceReasons(const ReleaseProgress& progress)
{
    if (!progress.evidence) {
        return {"the evidence is being looked at"};
    }
    if (progress.plan.isPartial) {
        return {};
    }
    Reasons reasons;
    for (const EvidenceRow& row : *progress.evidence) {
        if (row.state == EvidenceState::Blocker) {
            reasons.push_back(row.title);
        }
    }
    if (!progress.decision) {
        reasons.emplace_back("nobody has decided yet");
    }
    return reasons;
}

Reasons dryRunReasons(const ReleaseProgress& progress)
{
    if (!progress.dryRun) {
        return {"the dry run is not made"};
    }
    Reasons reasons = progress.isBuilt ? Reasons() : *progress.dryRun;
    if (reasons.empty() && !progress.isBuilt) {
        reasons.emplace_back("the bundle is not built");
    }
    return reasons;
}

Reasons signReasons(const ReleaseProgress& progress)
{
    if (!progress.isSigned && !progress.plan.isUnsigned) {
        return {progress.plan.signingKey ? "the bundle is not signed" : "no key is chosen"};
    }
    if (!progress.verification) {
        return {"the bundle is not verified"};
    }
    if (const BundleCheck* failure = firstFailure(*progress.verification)) {
        return {"the bundle does not verify: " + failure->reason};
    }
    return {};
}

Reasons tagReasons(const ReleaseProgress& progress)
{
    if (progress.plan.isPartial) {
        return {"a PARTIAL bundle cannot be tagged"};
    }
    if (!progress.plan.repository) {
        return {"no repository is named"};
    }
    if (!progress.tag) {
        return {"the dry run of the tag is not made"};
    }
    Reasons reasons;
    for (const TagProblem& problem : progress.tag->problems) {
        reasons.push_back(problem.text);
    }
    return reasons;
}

} // namespace

std::string_view keyOf(ReleaseStep step)
{
    return keyIn(kSteps, step);
}

std::optional<ReleaseStep> releaseStepFromKey(std::string_view key)
{
    return valueIn(kSteps, key);
}

ReleaseOutlook outlookOf(const ReleaseProgress& progress)
{
    const std::array<Reasons, kReleaseSteps> reasons{
        evidenceReasons(progress), planProblems(progress.plan), Reasons(),
        dryRunReasons(progress),   signReasons(progress),       tagReasons(progress)};
    ReleaseOutlook outlook;
    bool isReached = true;
    for (std::size_t i = 0; i < kReleaseSteps; ++i) {
        outlook.at(i).state = !isReached              ? StepState::Waiting
                              : reasons.at(i).empty() ? StepState::Done
                                                      : StepState::Blocked;
        outlook.at(i).reasons = isReached ? reasons.at(i) : Reasons();
        isReached = outlook.at(i).state == StepState::Done;
    }
    return outlook;
}

ReleaseStep furthestStep(const ReleaseOutlook& outlook)
{
    for (std::size_t i = 0; i < kReleaseSteps; ++i) {
        if (outlook.at(i).state != StepState::Done) {
            return static_cast<ReleaseStep>(i);
        }
    }
    return ReleaseStep::Tag;
}

} // namespace soak
