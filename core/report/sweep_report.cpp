// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sweep_report.h"

#include "core/base/text.h"
#include "core/report/json_text.h"
#include "core/report/markdown_table.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr int kPercentDecimals = 1;
constexpr double kPercent = 100;

std::string percentText(double share)
{
    return fixedText(share * kPercent, kPercentDecimals);
}

std::string missedGoalsText(const SweepRow& row)
{
    std::vector<std::string> parts;
    for (const auto& [metric, count] : row.failing) {
        parts.push_back(std::string(specOf(metric).key) + " " + std::to_string(count));
    }
    return parts.empty() ? "-" : join(parts, ", ");
}

} // namespace

std::string sweepText(const std::vector<SweepRow>& rows)
{
    TextTable table({{"scenario"},
                     {"start"},
                     {"tuner"},
                     {"soaks", ColumnAlign::Right},
                     {"green", ColumnAlign::Right},
                     {"share %", ColumnAlign::Right},
                     {"95 %"},
                     {"first green", ColumnAlign::Right},
                     {"goals missed"}});
    for (const SweepRow& row : rows) {
        table.addRow({row.scenario, row.start, row.tuner, std::to_string(row.soaks),
                      std::to_string(row.green), percentText(row.share.share),
                      percentText(row.share.low) + " to " + percentText(row.share.high),
                      fixedText(row.medianFirstGreen, kPercentDecimals), missedGoalsText(row)});
    }
    return table.text() +
           "The market is synthetic: green is evidence about the tuner, none about profit.\n";
}

Json sweepJson(const SweepPlan& plan, const std::vector<SweepRow>& rows)
{
    Json json{{"iterations", plan.iterations},
              {"first_seed", plan.firstSeed},
              {"last_seed", plan.lastSeed},
              {"start", join(plan.starts, ",")},
              {"guards", plan.guards == SweepGuards::On},
              {"perturbed", plan.isPerturbed},
              {"rows", Json::array()}};
    for (const SweepRow& row : rows) {
        Json one{{"scenario", row.scenario},
                 {"start", row.start},
                 {"tuner", row.tuner},
                 {"soaks", row.soaks},
                 {"green", row.green},
                 {"share", row.share.share},
                 {"low", row.share.low},
                 {"high", row.share.high},
                 {"median_first_green", jsonOrNull(row.medianFirstGreen)},
                 {"latency_guard", row.latencyGuard},
                 {"oscillation_guard", row.oscillationGuard},
                 {"failing", Json::object()}};
        for (const auto& [metric, count] : row.failing) {
            one["failing"][std::string(specOf(metric).key)] = count;
        }
        json["rows"].push_back(std::move(one));
    }
    return json;
}

} // namespace soak
