// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/arm_parts.h"
#include "core/report/arm_report.h"
#include "core/report/json_text.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

// A side of an effect: of its runs, not of iterations.
Json armJson(const EffectSide& side)
{
    return {{"runs_used", side.n},
            {"runs_left_out", side.missing},
            {"mean", jsonOrNull(side.mean)},
            {"sd_between_runs", jsonOrNull(side.sd)}};
}

Json armEffectJson(const ArmComparison& comparison, const ArmEffect& row)
{
    Json values = Json::array();
    for (std::size_t run = 0; run < row.values.size(); ++run) {
        const ArmValue& value = row.values[run];
        values.push_back(
            {{"run", armRunLabel(comparison, run)},
             {"mean", jsonOrNull(value.mean)},
             {"n", value.n},
             {"missing", value.missing},
             {"left_out", value.whyLeftOut.empty() ? Json() : Json(value.whyLeftOut)}});
    }
    Json json = differenceJson(row.effect);
    json["a"] = armJson(row.effect.baseline);
    json["b"] = armJson(row.effect.other);
    json["df"] = jsonOrNull(row.df);
    json["more_runs_an_arm"] = countOrNull(row.moreRuns);
    json["values"] = std::move(values);
    return json;
}

} // namespace

Json armsJson(const ArmComparison& comparison)
{
    Json runs = Json::array();
    for (std::size_t run = 0; run < comparison.runs.size(); ++run) {
        Json json = comparedRunJson(comparison.runs[run]);
        json.erase("change_points"); // not looked for
        json["arm"] = run < comparison.runsOfA ? "a" : "b";
        json["label"] = armRunLabel(comparison, run);
        runs.push_back(std::move(json));
    }
    Json effects = Json::array();
    for (const ArmEffect& row : comparison.effects) {
        effects.push_back(armEffectJson(comparison, row));
    }
    const CompareOptions& options = comparison.options;
    return {{"alpha", options.alpha},
            {"window", keyOf(options.window)},
            {"from", comparison.from},
            {"exploratory", options.from.has_value()},
            {"method", methodText(comparison)},
            {"holm_family", options.metrics.size()},
            {"runs", std::move(runs)},
            {"better", comparison.counts.better},
            {"same", comparison.counts.same},
            {"worse", comparison.counts.worse},
            {"inconclusive", comparison.counts.inconclusive},
            {"more_runs_an_arm", countOrNull(comparison.counts.needed)},
            {"summary", countsText(comparison)},
            {"same_configuration", comparison.isSameConfiguration},
            {"notes", comparison.notes},
            {"effects", std::move(effects)},
            {"overrides", overridesJson(comparison.overrides)}};
}

} // namespace soak
