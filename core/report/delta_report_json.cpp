// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/report/delta_report.h"
#include "core/report/delta_report_words.h"
#include "core/report/json_text.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::string_view kVerifySchema = "soak-verify/1";
constexpr std::string_view kSchemaVersion = "2.0";

constexpr int kJsonRatioDecimals = 3; // DOMAIN 1.6

Json ratioJson(std::optional<double> ratio)
{
    return ratio ? Json(roundTo(*ratio, kJsonRatioDecimals)) : Json();
}

Json paramJson(const ParamCheck& param)
{
    Json json{{"name", param.name},
              {"path", param.path},
              {"prev", cleanOrNull(param.previous)},
              {"delta", cleanOrNull(param.delta)},
              {"expected", cleanOrNull(param.expected)},
              {"observed", cleanOrNull(param.observed)},
              {"status", keyOf(param.status)}};
    if (!param.reason.empty()) {
        json["reason"] = param.reason;
    }
    return json;
}

Json pairJson(const PairCheck& pair)
{
    Json params = Json::array();
    for (const ParamCheck& param : pair.params) {
        params.push_back(paramJson(param));
    }
    return {{"from", pair.from},
            {"to", pair.to},
            {"status", keyOf(pair.status)},
            {"applied", pair.applied},
            {"signature_changed", jsonOrNull(pair.signatureChanged)},
            {"signature_stuck", pair.signatureStuck},
            {"guards", pair.guards},
            {"params", std::move(params)},
            {"reason", pair.reason}};
}

Json suspectsJson(const std::vector<AbsoluteDeltaSuspect>& suspects)
{
    Json json = Json::array();
    for (const AbsoluteDeltaSuspect& suspect : suspects) {
        json.push_back({{"name", suspect.parameter},
                        {"path", suspect.path},
                        {"value", cleanOrNull(suspect.value)},
                        {"proposed_by", suspect.iterations}});
    }
    return json;
}

Json legacyJson(const LegacyVerification& legacy)
{
    return {{"proposed_count", legacy.proposedCount},
            {"full_apply_count", legacy.fullApplyCount},
            {"partial_ok_count", legacy.partialOkCount},
            {"fail_count", legacy.failCount},
            {"full_apply_ratio", ratioJson(legacy.fullApplyRatio)}};
}

} // namespace

std::string deltaReportJson(const Verification& verification, const ReportContext& context,
                            LegacyNumbers legacy)
{
    const Verification& v = verification;
    Json json{{"schema", kVerifySchema},
              {"schema_version", kSchemaVersion},
              {"tool_version", context.toolVersion},
              {"timestamp", jsonOrNull(context.timestamp)},
              {"mode", modeWord(v.mode)},
              {"threshold", v.threshold},
              {"verdict", keyOf(v.verdict)},
              {"reason", v.reason},
              {"full_apply_ratio", ratioJson(v.fullApplyRatio)},
              {"effective_apply_ratio", ratioJson(v.effectiveApplyRatio)},
              {"nothing_to_verify", v.nothingToVerify},
              {"pairs_total", v.pairsTotal},
              {"proposed_count", v.proposedCount},
              {"full_apply_count", v.fullApplyCount},
              {"partial_ok_count", v.partialOkCount},
              {"fail_count", v.failCount},
              {"not_verifiable_count", v.notVerifiableCount},
              {"signature_stuck_count", v.signatureStuckCount},
              {"nested_miss_paths", v.nestedMissPaths},
              {"nested_miss_count", v.nestedMissPaths.size()},
              {"problem_params", v.problemParams},
              {"absolute_delta_suspects", suspectsJson(v.absoluteDeltaSuspects)}};
    const bool isLong = v.pairs.size() > kMostListedPairs;
    Json pairs = Json::array();
    for (const PairCheck& pair : v.pairs) {
        if (!isLong || pair.status != PairStatus::NotApplicable) {
            pairs.push_back(pairJson(pair));
        }
    }
    json["pairs_omitted"] = v.pairs.size() - pairs.size();
    json["pairs"] = std::move(pairs);
    if (legacy == LegacyNumbers::Include) {
        json["legacy"] = legacyJson(v.legacy);
    }
    return jsonText(json);
}

} // namespace soak
