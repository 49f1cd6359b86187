// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/delta_report_words.h"

#include "core/base/text.h"
#include "core/report/report_text.h"

#include <algorithm>

namespace soak
{

namespace
{

} // namespace

std::string pairName(const PairCheck& pair)
{
    return std::to_string(pair.from) + " to " + std::to_string(pair.to);
}

std::string proposedNames(const PairCheck& pair)
{
    std::vector<std::string> names;
    for (const ParamCheck& param : pair.params) {
        if (param.delta) {
            names.push_back(param.name);
        }
    }
    return names.empty() ? "none" : join(names, ", ");
}

std::string_view paramsMatchWord(PairStatus status)
{
    switch (status) {
    case PairStatus::NotApplicable:
        return "N/A";
    case PairStatus::Full:
        return "Y";
    case PairStatus::PartialOk:
        return "partial_ok";
    case PairStatus::Fail:
        return "N";
    case PairStatus::NotVerifiable:
        break;
    }
    return "unverified";
}

std::string_view modeWord(VerifyMode mode)
{
    return mode == VerifyMode::Strict ? "strict" : "lenient";
}

bool isProblem(ParamStatus status)
{
    switch (status) {
    case ParamStatus::Match:
    case ParamStatus::UnchangedOk:
    case ParamStatus::NotVerifiable:
        return false;
    case ParamStatus::Mismatch:
    case ParamStatus::AppliedAsAbsolute:
    case ParamStatus::WrongPath:
    case ParamStatus::Missing:
    case ParamStatus::UnexpectedChange:
        break;
    }
    return true;
}

std::string deltaText(const ParamCheck& param)
{
    return param.delta ? signedNumber(withoutNoise(*param.delta)) : std::string(kNotAvailable);
}

std::string differenceText(const ParamCheck& param)
{
    if (!param.expected || !param.observed) {
        return std::string(kNotAvailable);
    }
    return signedNumber(withoutNoise(*param.observed - *param.expected));
}

std::string suspectText(const AbsoluteDeltaSuspect& suspect)
{
    return suspect.path + " is " + shortNumber(withoutNoise(suspect.value)) + ", the change of " +
           suspect.parameter + " that " +
           (suspect.iterations.size() == 1 ? "iteration " : "iterations ") +
           rangesText(suspect.iterations) + " proposed: a delta stored as a value";
}

std::vector<std::pair<std::string, int>> problemsWorstFirst(const Verification& verification)
{
    std::vector<std::pair<std::string, int>> problems(verification.problemParams.begin(),
                                                      verification.problemParams.end());
    std::stable_sort(problems.begin(), problems.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return problems;
}

} // namespace soak
