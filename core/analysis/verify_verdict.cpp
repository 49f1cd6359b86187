// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/verify_verdict.h"

#include "core/analysis/value_text.h"
#include "core/base/text.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr int kRatioDecimals = 3;

int arrivedCount(const Verification& v)
{
    return v.fullApplyCount + v.partialOkCount;
}

int verifiableCount(const Verification& v)
{
    return v.proposedCount - v.notVerifiableCount;
}

// Unrounded; nullopt when there are proposals, but none can be verified.
std::optional<double> fullApplyRatio(const Verification& v)
{
    if (v.proposedCount == 0) {
        return 1.0;
    }
    const int verifiable = verifiableCount(v);
    return verifiable > 0 ? std::optional(static_cast<double>(arrivedCount(v)) / verifiable)
                          : std::nullopt;
}

// Of a status that makes its pair fail.
int countOf(const Verification& v, ParamStatus status)
{
    if (v.failCount == 0) {
        return 0;
    }
    std::ptrdiff_t count = 0;
    for (const PairCheck& pair : v.pairs) {
        count += std::count_if(pair.params.begin(), pair.params.end(),
                               [status](const ParamCheck& p) { return p.status == status; });
    }
    return static_cast<int>(count);
}

void addCount(std::vector<std::string>& texts, int count, std::string_view singular,
              std::string_view plural)
{
    if (count > 0) {
        texts.push_back(countText(static_cast<std::size_t>(count), singular, plural));
    }
}

std::string suspectsText(const Verification& v)
{
    std::vector<std::string> places;
    for (const AbsoluteDeltaSuspect& suspect : v.absoluteDeltaSuspects) {
        places.push_back(suspect.path + " " + plainNumber(suspect.value));
    }
    return "the final overrides hold proposed changes as absolute values (" +
           listText(places, places.size()) + ")";
}

std::string reasonText(const Verification& v)
{
    std::vector<std::string> texts;
    if (v.nothingToVerify) {
        texts.emplace_back(
            "no iteration that another follows proposed anything, and nothing changed");
    } else if (verifiableCount(v) > 0) {
        texts.push_back(
            countText(static_cast<std::size_t>(verifiableCount(v)), "proposal", "proposals") +
            ": " + std::to_string(v.fullApplyCount) + " arrived in full, " +
            std::to_string(v.partialOkCount) + " held back with a reason, " +
            std::to_string(v.failCount) + " failed (ratio " +
            plainNumber(roundTo(*fullApplyRatio(v), kRatioDecimals)) + ", threshold " +
            plainNumber(v.threshold) + ")");
    }
    if (v.notVerifiableCount > 0) {
        const auto first = std::find_if(v.pairs.begin(), v.pairs.end(), [](const PairCheck& p) {
            return p.status == PairStatus::NotVerifiable;
        });
        texts.push_back(
            std::to_string(v.notVerifiableCount) + " of " +
            countText(static_cast<std::size_t>(v.proposedCount), "proposal", "proposals") +
            " cannot be verified: " +
            (first == v.pairs.end() ? "values are unknown" : first->reason));
    }
    addCount(texts, countOf(v, ParamStatus::UnexpectedChange),
             "parameter changed without a proposal", "parameters changed without a proposal");
    addCount(texts, countOf(v, ParamStatus::AppliedAsAbsolute),
             "change stored as an absolute value", "changes stored as absolute values");
    addCount(texts, v.signatureStuckCount, "claimed change left the state as it was",
             "claimed changes left the state as it was");
    if (!v.absoluteDeltaSuspects.empty()) {
        texts.push_back(suspectsText(v));
    }
    return join(texts, "; ");
}

VerifyVerdict verdictOf(const Verification& v)
{
    if (v.notVerifiableCount > 0 && v.failCount == 0) {
        return VerifyVerdict::Unverified;
    }
    if (v.mode == VerifyMode::Strict) {
        return passesStrictly(v, v.threshold) ? VerifyVerdict::Pass : VerifyVerdict::Fail;
    }
    return fullApplyRatio(v).value_or(0) >= v.threshold ? VerifyVerdict::Pass : VerifyVerdict::Warn;
}

} // namespace

bool passesStrictly(const Verification& verification, double threshold)
{
    const auto ratio = fullApplyRatio(verification);
    return verification.fullApplyRatio && ratio && *ratio >= threshold &&
           verification.signatureStuckCount == 0 && verification.notVerifiableCount == 0 &&
           countOf(verification, ParamStatus::UnexpectedChange) == 0 &&
           countOf(verification, ParamStatus::AppliedAsAbsolute) == 0;
}

void concludeVerification(Verification& verification, bool hasRecord)
{
    if (!hasRecord && verification.proposedCount == 0) {
        verification.verdict = VerifyVerdict::Unverified;
        verification.reason = "the run has neither a tuning report nor tuning in its summaries";
        return;
    }
    if (const auto ratio = fullApplyRatio(verification)) {
        verification.fullApplyRatio = roundTo(*ratio, kRatioDecimals);
    }
    verification.nothingToVerify = verification.proposedCount == 0;
    if (verifiableCount(verification) > 0) {
        verification.effectiveApplyRatio =
            roundTo(static_cast<double>(verification.fullApplyCount) / verification.proposedCount,
                    kRatioDecimals);
    }
    verification.verdict = verdictOf(verification);
    verification.reason = reasonText(verification);
}

} // namespace soak
