// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/calibration_report.h"

#include "core/base/text.h"
#include "core/report/compare_words.h"
#include "core/report/json_text.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace soak
{

namespace
{

using Json = nlohmann::json;

std::string percentText(double share)
{
    return fixedText(100 * share, 1) + " %";
}

std::string shareOf(const KpiCalibration& kpi)
{
    return kpi.pairs == 0
               ? std::string(kNotAvailable)
               : percentText(static_cast<double>(kpi.alarms) / static_cast<double>(kpi.pairs));
}

} // namespace

std::string calibrationText(const Calibration& calibration)
{
    std::string out = countText(calibration.runs, "run", "runs") + " of " +
                      countText(calibration.configurations, "configuration", "configurations") +
                      " that two or more have\n";
    TextTable table({{"KPI"},
                     {"pairs", ColumnAlign::Right},
                     {"called different", ColumnAlign::Right},
                     {"share", ColumnAlign::Right},
                     {"95 % bounds", ColumnAlign::Right},
                     {"sd between runs, added", ColumnAlign::Right}});
    for (const KpiCalibration& kpi : calibration.kpis) {
        table.addRow(
            {std::string(specOf(kpi.metric).key), std::to_string(kpi.pairs),
             std::to_string(kpi.alarms), shareOf(kpi),
             kpi.share ? percentText(kpi.share->low) + " to " + percentText(kpi.share->high)
                       : std::string(kNotAvailable),
             kpi.between ? metricText(kpi.metric, std::sqrt(kpi.between->variance)) : "none"});
    }
    return out + table.text() +
           "The share should not exceed 5 %. Pairs that have a run in common are no independent "
           "evidence: the bounds are too narrow.\n";
}

Json calibrationJson(const Calibration& calibration)
{
    Json kpis = Json::array();
    for (const KpiCalibration& kpi : calibration.kpis) {
        kpis.push_back({{"metric", specOf(kpi.metric).key},
                        {"pairs", kpi.pairs},
                        {"alarms", kpi.alarms},
                        {"low", kpi.share ? Json(kpi.share->low) : Json()},
                        {"high", kpi.share ? Json(kpi.share->high) : Json()},
                        {"between_variance", kpi.between ? Json(kpi.between->variance) : Json()},
                        {"between_df", kpi.between ? Json(kpi.between->df) : Json()}});
    }
    return {{"runs", calibration.runs},
            {"configurations", calibration.configurations},
            {"kpis", std::move(kpis)}};
}

} // namespace soak
