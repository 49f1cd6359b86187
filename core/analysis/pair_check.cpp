// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pair_check.h"

#include "core/analysis/anomalies.h"
#include "core/analysis/expected_value.h"
#include "core/analysis/param_check.h"
#include "core/analysis/value_text.h"
#include "core/base/text.h"

#include <algorithm>

namespace soak
{

namespace
{

bool isLate(const SoakRun& run, const RecordedStep& recorded, int iteration)
{
    const bool isMarked = recorded.step != nullptr && recorded.step->skip.lateIteration;
    return isMarked || (run.info && run.info->iterations == iteration);
}

std::vector<std::string> guardsOf(const RecordedStep& recorded)
{
    std::vector<std::string> guards;
    if (recorded.step == nullptr) {
        return guards;
    }
    for (const GuardType type : guardTypesOf(*recorded.step)) {
        guards.emplace_back(keyOf(type));
    }
    const bool isPartial =
        recorded.step->skip.partialFreeze ||
        (recorded.dropped != nullptr &&
         std::any_of(recorded.dropped->begin(), recorded.dropped->end(),
                     [](const auto& drop) { return drop.second == DropReason::PartialFreeze; }));
    if (isPartial) {
        guards.emplace_back(keyOf(DropReason::PartialFreeze));
    }
    return guards;
}

const std::optional<std::string>* hashBefore(const SoakRun& run, std::size_t row,
                                             const TuningStep& step)
{
    if (isKnownHash(step.oldHash)) {
        return &step.oldHash;
    }
    const TuningStep* own = run.tuning.at(row);
    if (own != nullptr && isKnownHash(own->oldHash)) {
        return &own->oldHash;
    }
    const auto iterations = run.table.iterations();
    if (row == 0 || iterations[row - 1] + 1 != iterations[row]) {
        return nullptr;
    }
    const TuningStep* before = run.tuning.at(row - 1);
    return before != nullptr && isKnownHash(before->stateHash) ? &before->stateHash : nullptr;
}

// Whether the state after the step is another one than before it; nullopt when one is unknown. In
// warm-up the hash is that of the overlay, which may hide a change of the baseline; the baselines
// themselves say it.
std::optional<bool> signatureChanged(const SoakRun& run, std::size_t row,
                                     const RecordedStep& recorded)
{
    const Overrides* before = run.baseline.at(row);
    const Overrides* after = run.baselineNext.at(row);
    if (before != nullptr && after != nullptr) {
        return before->values != after->values;
    }
    if (recorded.step == nullptr || !isKnownHash(recorded.step->stateHash)) {
        return std::nullopt;
    }
    const auto* hash = hashBefore(run, row, *recorded.step);
    return hash == nullptr ? std::nullopt : std::optional(*hash != recorded.step->stateHash);
}

// What a what-if put in force at the second iteration of the pair.
ParamValues replacedIn(const PairCheck& pair, const PairEvidence& evidence)
{
    return evidence.run.info ? branchedValuesAt(evidence.run.info->branches, pair.to)
                             : ParamValues{};
}

bool isReplaced(const ParamValues& replaced, const ParameterSpec* spec,
                std::optional<double> observed)
{
    const auto found = spec == nullptr ? replaced.end() : replaced.find(spec->name);
    return found != replaced.end() && observed &&
           isSameValue(*spec, *observed, found->second.amount);
}

// A what-if takes the place of the tuner, and says so in RUN.json: nothing failed to arrive.
void excuseReplaced(ParamCheck& check, const ParamValues& replaced, const ParameterSpec* spec)
{
    if (check.status != ParamStatus::Match && isReplaced(replaced, spec, check.observed)) {
        check.status = ParamStatus::UnchangedOk;
        check.reason = "a what-if put " + plainNumber(*check.observed) + " in its place";
    }
}

void checkProposal(PairCheck& pair, const PairEvidence& evidence, const RecordedStep& recorded,
                   const PairValues& values)
{
    const bool late = isLate(evidence.run, recorded, pair.from);
    const ParamValues replaced = replacedIn(pair, evidence);
    for (const auto& [name, delta] : recorded.proposed()) {
        const ParameterSpec* spec = evidence.registry.find(name);
        if (!values.isVerifiable()) {
            ParamCheck check;
            check.name = name;
            check.path = spec == nullptr ? name : pathText(spec->canonicalPath);
            check.delta = delta.amount;
            check.reason = values.whyUnknown;
            pair.params.push_back(std::move(check));
            continue;
        }
        const ProposedParam proposed{name, delta, spec, expectationOf(recorded, name, late)};
        pair.params.push_back(checkProposed(proposed, *values.previous, *values.observed,
                                            evidence.conflicts.at(pair.to, name)));
        excuseReplaced(pair.params.back(), replaced, spec);
    }
}

// Only parameters that lie in one of the two can have changed. Both maps are sorted: walk them
// together.
void checkCollateral(PairCheck& pair, const PairEvidence& evidence, const RecordedStep& recorded,
                     const PairValues& values)
{
    if (values.previous == values.observed) {
        return;
    }
    const ParamValues& before = values.previous->values;
    const ParamValues& after = values.observed->values;
    const ParamValues replaced = replacedIn(pair, evidence);
    const auto check = [&](const std::string& name) {
        const ParameterSpec* spec = evidence.registry.find(name);
        if (spec != nullptr && !recorded.proposed().contains(name)) {
            auto change = checkUnproposed(*spec, *values.previous, *values.observed);
            if (change && !isReplaced(replaced, spec, change->observed)) {
                pair.params.push_back(std::move(*change));
            }
        }
    };
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        if (now == after.end() || (old != before.end() && old->first < now->first)) {
            check((old++)->first);
        } else if (old == before.end() || now->first < old->first) {
            check((now++)->first);
        } else {
            if (old->second != now->second) {
                check(old->first);
            }
            ++old;
            ++now;
        }
    }
}

// Why the proposal behind a recorded change is not known; empty when it is.
std::string unreadableProposal(const RecordedStep& recorded)
{
    if (recorded.step == nullptr || !recorded.step->applied) {
        return {};
    }
    if (recorded.proposed().empty()) {
        return "recorded as applied, and no proposal can be read";
    }
    for (const std::string& key : recorded.step->changedKeys) {
        if (!recorded.proposed().contains(key)) {
            return "recorded as changed, and no proposal for it can be read: " + key;
        }
    }
    return {};
}

bool isAny(const PairCheck& pair, bool (*is)(ParamStatus))
{
    return std::any_of(pair.params.begin(), pair.params.end(),
                       [is](const ParamCheck& param) { return is(param.status); });
}

std::string paramsText(const PairCheck& pair, bool (*is)(ParamStatus))
{
    std::vector<std::string> texts;
    for (const ParamCheck& param : pair.params) {
        if (is(param.status)) {
            texts.push_back(param.name + ": " + param.reason);
        }
    }
    return join(texts, "; ");
}

bool isUnknown(ParamStatus status)
{
    return status == ParamStatus::NotVerifiable;
}

bool isUnchangedOk(ParamStatus status)
{
    return status == ParamStatus::UnchangedOk;
}

void conclude(PairCheck& pair, PairStatus status, std::string reason)
{
    pair.status = status;
    pair.reason = std::move(reason);
}

void concludePair(PairCheck& pair, bool hasProposal)
{
    const bool isUnexplained =
        hasProposal && !pair.applied && !isAny(pair, isUnknown) &&
        !std::all_of(pair.params.begin(), pair.params.end(),
                     [](const ParamCheck& param) { return isUnchangedOk(param.status); });
    if (isAny(pair, isFailure)) {
        conclude(pair, PairStatus::Fail, paramsText(pair, isFailure));
    } else if (isAny(pair, isUnknown)) {
        conclude(pair, PairStatus::NotVerifiable, pair.params.front().reason);
    } else if (isUnexplained) {
        conclude(pair, PairStatus::Fail, "not applied, and no reason is recorded");
    } else if (isAny(pair, isUnchangedOk)) {
        conclude(pair, PairStatus::PartialOk, paramsText(pair, isUnchangedOk));
    } else if (hasProposal) {
        conclude(pair, PairStatus::Full, "");
    }
}

} // namespace

bool isFailure(ParamStatus status)
{
    switch (status) {
    case ParamStatus::Mismatch:
    case ParamStatus::AppliedAsAbsolute:
    case ParamStatus::WrongPath:
    case ParamStatus::Missing:
    case ParamStatus::UnexpectedChange:
        return true;
    case ParamStatus::Match:
    case ParamStatus::UnchangedOk:
    case ParamStatus::NotVerifiable:
        return false;
    }
    return false;
}

bool countsAsProposal(const PairCheck& pair)
{
    return pair.status != PairStatus::NotApplicable;
}

PairCheck checkPair(const PairEvidence& evidence, std::size_t row)
{
    const auto iterations = evidence.run.table.iterations();
    const RecordedStep recorded = evidence.steps.at(row);
    PairCheck pair;
    pair.from = iterations[row];
    pair.to = iterations[row + 1];
    pair.applied = recorded.step != nullptr && recorded.step->applied;
    pair.guards = guardsOf(recorded);
    pair.signatureChanged = signatureChanged(evidence.run, row, recorded);
    const bool hasProposal = !recorded.proposed().empty();
    pair.signatureStuck = hasProposal && pair.applied && !pair.signatureChanged.value_or(true);

    const PairValues values = pairValuesAt(evidence.run, row);
    checkProposal(pair, evidence, recorded, values);
    if (values.isVerifiable()) {
        checkCollateral(pair, evidence, recorded, values);
        std::stable_sort(pair.params.begin(), pair.params.end(),
                         [](const ParamCheck& a, const ParamCheck& b) { return a.name < b.name; });
    }
    concludePair(pair, hasProposal);
    // A claim about a proposal that cannot be read is not a claim that nothing was proposed.
    if (const std::string lost = unreadableProposal(recorded);
        !lost.empty() && pair.status != PairStatus::Fail) {
        conclude(pair, PairStatus::NotVerifiable, lost);
    }
    const bool isHiddenByGap = values.isGap && !values.isVerifiable() && !hasProposal &&
                               values.previous != nullptr && values.observed != nullptr &&
                               values.previous->values != values.observed->values;
    if (isHiddenByGap) {
        conclude(pair, PairStatus::NotVerifiable, values.whyUnknown);
    }
    return pair;
}

} // namespace soak
