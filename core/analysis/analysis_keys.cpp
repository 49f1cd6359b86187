// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/run_verdict.h"

namespace soak
{

std::string_view keyOf(Trend trend)
{
    switch (trend) {
    case Trend::Flat:
        return "flat";
    case Trend::Up:
        return "up";
    case Trend::Down:
        return "down";
    }
    return "";
}

std::string_view keyOf(RunVerdict verdict)
{
    switch (verdict) {
    case RunVerdict::Pass:
        return "PASS";
    case RunVerdict::Warn:
        return "WARN";
    case RunVerdict::Fail:
        return "FAIL";
    }
    return "";
}

std::string_view keyOf(GateOutcome outcome)
{
    switch (outcome) {
    case GateOutcome::Pass:
        return "PASS";
    case GateOutcome::Fail:
        return "FAIL";
    case GateOutcome::NoData:
        return "NO DATA";
    }
    return "";
}

std::string_view keyOf(GateResultVerdict verdict)
{
    switch (verdict) {
    case GateResultVerdict::Warn:
        return "WARN";
    case GateResultVerdict::Pass:
        return keyOf(GateOutcome::Pass);
    case GateResultVerdict::Fail:
        return keyOf(GateOutcome::Fail);
    case GateResultVerdict::NoData:
        break;
    }
    return keyOf(GateOutcome::NoData);
}

std::string_view keyOf(IterationStatus status)
{
    switch (status) {
    case IterationStatus::Ok:
        return "OK";
    case IterationStatus::Warn:
        return "WARN";
    case IterationStatus::Fail:
        return "FAIL";
    }
    return "";
}

std::string_view keyOf(ParamStatus status)
{
    switch (status) {
    case ParamStatus::Match:
        return "match";
    case ParamStatus::UnchangedOk:
        return "unchanged_ok";
    case ParamStatus::Mismatch:
        return "mismatch";
    case ParamStatus::AppliedAsAbsolute:
        return "applied_as_absolute";
    case ParamStatus::WrongPath:
        return "wrong_path";
    case ParamStatus::Missing:
        return "missing";
    case ParamStatus::NotVerifiable:
        return "not_verifiable";
    case ParamStatus::UnexpectedChange:
        return "unexpected_change";
    }
    return "";
}

std::string_view keyOf(PairStatus status)
{
    switch (status) {
    case PairStatus::NotApplicable:
        return "n/a";
    case PairStatus::Full:
        return "full";
    case PairStatus::PartialOk:
        return "partial_ok";
    case PairStatus::Fail:
        return "fail";
    case PairStatus::NotVerifiable:
        return "not_verifiable";
    }
    return "";
}

std::string_view keyOf(VerifyVerdict verdict)
{
    switch (verdict) {
    case VerifyVerdict::Pass:
        return "PASS";
    case VerifyVerdict::Fail:
        return "FAIL";
    case VerifyVerdict::Warn:
        return "WARN";
    case VerifyVerdict::Unverified:
        return "UNVERIFIED";
    }
    return "";
}

} // namespace soak
