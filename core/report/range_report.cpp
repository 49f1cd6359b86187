// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/range_report.h"

#include "core/report/gate_report.h"
#include "core/report/json_text.h"

#include <nlohmann/json.hpp>

namespace soak
{

std::string exploratoryText(const RangeJudgement& range)
{
    return "exploratory: iterations " + std::to_string(range.from) + " to " +
           std::to_string(range.to) + " were chosen by hand; this is no verdict of the run";
}

std::string rangeText(const RangeJudgement& range)
{
    return exploratoryText(range) + "\n\n" + gateText(range.judgement);
}

std::string rangeJson(const RangeJudgement& range, const ReportContext& context)
{
    nlohmann::json json = nlohmann::json::parse(gateJson(range.judgement, context));
    for (const char* key : {"passed", "exit_code", "run_verdict", "run_verdict_why"}) {
        json.erase(key);
    }
    json["schema"] = "soak-range/1";
    json["exploratory"] = true;
    json["from"] = range.from;
    json["to"] = range.to;
    return jsonText(json);
}

} // namespace soak
