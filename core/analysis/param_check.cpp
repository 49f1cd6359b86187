// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/param_check.h"

#include "core/analysis/value_text.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace soak
{

namespace
{

std::optional<double> valueIn(const Overrides& overrides, const std::string& name)
{
    const auto found = overrides.values.find(name);
    return found == overrides.values.end() ? std::nullopt : std::optional(found->second.amount);
}

void conclude(ParamCheck& check, ParamStatus status, std::string reason)
{
    check.status = status;
    check.reason = std::move(reason);
}

// No registry knows the name, so nothing can be expected of it but that it was left alone.
ParamCheck checkUnknown(const ProposedParam& proposed, const Overrides& observed)
{
    ParamCheck check;
    check.name = proposed.name;
    check.path = proposed.name;
    check.delta = proposed.delta.amount;
    const auto spellings = misplacedIn(observed, proposed.name);
    const auto absolute = std::find_if(spellings.begin(), spellings.end(), [&](const Spelling& s) {
        return isSameReal(s.value, proposed.delta.amount);
    });
    if (absolute != spellings.end()) {
        check.observed = absolute->value;
        conclude(check, ParamStatus::AppliedAsAbsolute,
                 "the change lies as a value at " + absolute->path);
    } else if (proposed.expectation.isUnchanged) {
        conclude(check, ParamStatus::UnchangedOk, proposed.expectation.reason);
    } else {
        conclude(check, ParamStatus::Missing, "no such parameter");
    }
    return check;
}

std::string mismatchText(double previous, double delta, double expected, double observed)
{
    if (isSameReal(observed, previous)) {
        return "not applied: still " + plainNumber(previous);
    }
    const double wanted = expected - previous;
    const double got = observed - previous;
    if (wanted == 0 || delta == 0) {
        return "changed though nothing was to change";
    }
    if ((wanted > 0) != (got > 0)) {
        return "went in the wrong direction";
    }
    return std::abs(got) < std::abs(wanted)
               ? "partly applied: " + plainNumber(got) + " of " + plainNumber(wanted)
               : "went too far: " + plainNumber(got) + " instead of " + plainNumber(wanted);
}

// The expected value, or the change itself, at another place than the parameter's own.
bool concludeFromElsewhere(ParamCheck& check, const ParameterSpec& spec,
                           std::span<const Spelling> elsewhere)
{
    for (const Spelling& spelling : elsewhere) {
        if (spelling.path != check.path && isSameValue(spec, spelling.value, *check.expected)) {
            conclude(check, ParamStatus::WrongPath, "the value lies at " + spelling.path);
            return true;
        }
    }
    for (const Spelling& spelling : elsewhere) {
        if (isSameReal(spelling.value, *check.delta)) {
            conclude(check, ParamStatus::AppliedAsAbsolute,
                     "the change lies as a value at " + spelling.path);
            return true;
        }
    }
    return false;
}

void compareObserved(ParamCheck& check, const ProposedParam& proposed,
                     std::span<const Spelling> elsewhere)
{
    const ParameterSpec& spec = *proposed.spec;
    const bool isUnchanged = proposed.expectation.isUnchanged;
    if (isSameValue(spec, *check.observed, *check.expected)) {
        conclude(check, isUnchanged ? ParamStatus::UnchangedOk : ParamStatus::Match,
                 proposed.expectation.reason);
    } else if (isSameReal(*check.observed, *check.delta)) {
        conclude(check, ParamStatus::AppliedAsAbsolute, "the change was stored as the value");
    } else if (isUnchanged) {
        conclude(check, ParamStatus::Mismatch, "changed, though " + proposed.expectation.reason);
    } else if (!concludeFromElsewhere(check, spec, elsewhere)) {
        conclude(check, ParamStatus::Mismatch,
                 mismatchText(*check.previous, *check.delta, *check.expected, *check.observed));
    }
}

} // namespace

ParamCheck checkProposed(const ProposedParam& proposed, const Overrides& previous,
                         const Overrides& observed, std::span<const Spelling> conflicting)
{
    if (proposed.spec == nullptr) {
        return checkUnknown(proposed, observed);
    }
    const ParameterSpec& spec = *proposed.spec;
    ParamCheck check;
    check.name = spec.name;
    check.path = pathText(spec.canonicalPath);
    check.delta = proposed.delta.amount;
    check.observed = valueIn(observed, spec.name);
    const auto before = valueOrDefault(previous, spec);
    if (!before) {
        conclude(check, ParamStatus::NotVerifiable, "its value before is not recorded");
        return check;
    }
    const bool isUnchanged = proposed.expectation.isUnchanged;
    check.previous = before->amount;
    check.expected =
        isUnchanged ? before->amount : boundedChange(spec, *before, proposed.delta).newValue;
    std::vector<Spelling> elsewhere = misplacedIn(observed, spec.name);
    elsewhere.insert(elsewhere.end(), conflicting.begin(), conflicting.end());
    if (check.observed) {
        compareObserved(check, proposed, elsewhere);
    } else if (isUnchanged && !valueIn(previous, spec.name)) {
        // Never written before, and rightly not written now.
        conclude(check, ParamStatus::UnchangedOk, proposed.expectation.reason);
    } else if (isUnchanged || !concludeFromElsewhere(check, spec, elsewhere)) {
        conclude(check, ParamStatus::Missing, "not in the overrides");
    }
    return check;
}

std::optional<ParamCheck> checkUnproposed(const ParameterSpec& spec, const Overrides& previous,
                                          const Overrides& observed)
{
    const auto before = valueOrDefault(previous, spec);
    const auto after = valueOrDefault(observed, spec);
    const bool isSame =
        before && after ? isSameValue(spec, after->amount, before->amount) : before == after;
    if (isSame) {
        return std::nullopt;
    }
    ParamCheck check;
    check.name = spec.name;
    check.path = pathText(spec.canonicalPath);
    if (before) {
        check.previous = before->amount;
        check.expected = before->amount;
    }
    if (after) {
        check.observed = after->amount;
    }
    conclude(check, ParamStatus::UnexpectedChange, "changed without a proposal");
    return check;
}

} // namespace soak
