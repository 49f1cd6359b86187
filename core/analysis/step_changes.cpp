// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/step_changes.h"

#include <algorithm>
#include <map>
#include <utility>

namespace soak
{

namespace
{

struct SkipWord {
    bool SkipReason::*flag;
    std::string_view word;
    bool isHeld;
};

constexpr SkipWord kSkipWords[] = {
    {&SkipReason::cooldown, "cooldown", true},
    {&SkipReason::velocity, "velocity", true},
    {&SkipReason::oscillation, "oscillation", true},
    {&SkipReason::freeze, "steady_freeze", true},
    {&SkipReason::partialFreeze, "partial_freeze", true},
    {&SkipReason::microSteps, "micro_steps", true},
    {&SkipReason::atBound, "at_bound", false},
    {&SkipReason::noOp, "no_op", false},
    {&SkipReason::duplicate, "duplicate", false},
    {&SkipReason::lateIteration, "late_iteration", false},
    {&SkipReason::disabled, "disabled", false},
};

bool isHeld(DropReason reason)
{
    switch (reason) {
    case DropReason::PartialFreeze:
    case DropReason::SteadyFreeze:
    case DropReason::Velocity:
    case DropReason::Cooldown:
    case DropReason::MicroSteps:
        return true;
    case DropReason::AtBound:
    case DropReason::UnknownParam:
    case DropReason::Conflict:
        return false;
    }
    return false;
}

struct Reason {
    std::string word;
    bool isHeld = false;
};

// Why the whole proposal was not applied. Older tools set only the flags of the guards.
Reason wholeReason(const TuningStep& step)
{
    for (const SkipWord& row : kSkipWords) {
        if (step.skip.*row.flag) {
            return {std::string(row.word), row.isHeld};
        }
    }
    if (step.cooldownActive || step.velocityViolation || step.oscillationDetected) {
        return {step.cooldownActive      ? "cooldown"
                : step.velocityViolation ? "velocity"
                                         : "oscillation",
                true};
    }
    return {"no reason recorded", false};
}

std::optional<double> appliedAmount(const TuningStep& step, const std::string& name)
{
    if (step.appliedDeltas) {
        const auto found = step.appliedDeltas->find(name);
        return found == step.appliedDeltas->end() ? std::nullopt
                                                  : std::optional(found->second.amount);
    }
    const auto proposed = step.proposed.find(name);
    return proposed == step.proposed.end() ? std::nullopt : std::optional(proposed->second.amount);
}

bool isChanged(const TuningStep& step, const std::string& name)
{
    if (step.appliedDeltas) {
        return step.appliedDeltas->contains(name);
    }
    const auto& keys = step.changedKeys;
    return keys.empty() || std::find(keys.begin(), keys.end(), name) != keys.end();
}

} // namespace

StepChanges changesOf(const RecordedStep& recorded)
{
    StepChanges changes;
    if (recorded.step == nullptr) {
        return changes;
    }
    const TuningStep& step = *recorded.step;
    std::map<std::string, StepChanges::Withheld> withheld;
    const auto withhold = [&withheld](Reason reason, const std::string& name, double amount) {
        StepChanges::Withheld& group = withheld[reason.word];
        group.reason = std::move(reason.word);
        group.isHeld = reason.isHeld;
        group.changes.push_back({name, amount});
    };
    for (const auto& [name, delta] : step.proposed) {
        const bool isDropped = recorded.dropped != nullptr && recorded.dropped->contains(name);
        if (isDropped) {
            const DropReason reason = recorded.dropped->find(name)->second;
            withhold({std::string(keyOf(reason)), isHeld(reason)}, name, delta.amount);
        } else if (!step.applied || !isChanged(step, name)) {
            withhold(wholeReason(step), name, delta.amount);
        }
    }
    if (step.applied) {
        std::vector<std::string> names = step.changedKeys;
        if (step.appliedDeltas) {
            for (const auto& [name, delta] : *step.appliedDeltas) {
                names.push_back(name);
            }
        }
        if (names.empty()) {
            for (const auto& [name, delta] : step.proposed) {
                if (recorded.dropped == nullptr || !recorded.dropped->contains(name)) {
                    names.push_back(name);
                }
            }
        }
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        for (const std::string& name : names) {
            changes.applied.push_back({name, appliedAmount(step, name)});
        }
    }
    for (auto& [reason, group] : withheld) {
        changes.withheld.push_back(std::move(group));
    }
    return changes;
}

} // namespace soak
