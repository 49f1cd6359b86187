// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/report/html_sections.h"
#include "core/report/report_text.h"

#include <algorithm>

namespace soak
{

namespace
{

const Overrides* startOverrides(const SoakRun& run)
{
    if (run.info) {
        return &run.info->initialOverrides;
    }
    return run.table.rowCount() > 0 ? run.during.at(0) : nullptr;
}

Html overridesPart(const SoakRun& run)
{
    const Overrides* start = startOverrides(run);
    if (start == nullptr || !run.finalOverrides) {
        return htmlParagraph("The run did not record the overrides that it began with.");
    }
    const OverridesDiff diff =
        diffOverrides(*start, *run.finalOverrides, ParameterRegistry::builtin());
    if (diff.empty()) {
        return htmlParagraph("The run ended with the overrides that it began with.");
    }
    HtmlTable table({{"Parameter"},
                     {"Start", ColumnAlign::Right},
                     {"End", ColumnAlign::Right},
                     {"Change", ColumnAlign::Right}});
    for (const OverrideDifference& one : diff) {
        if (table.rowCount() < kMostTableRows) {
            table.addRow({htmlCode(one.isExtra ? one.name : pathText(one.path)),
                          htmlNumber(one.from.value_or("-")), htmlNumber(one.to.value_or("-")),
                          one.delta ? htmlNumber(signedNumber(withoutNoise(*one.delta))) : Html{}});
        }
    }
    return {table.html().markup + cutNote(diff.size()).markup};
}

Html recommendationRows(const std::vector<Recommendation>& recommendations)
{
    HtmlTable table({{"Goal"},
                     {"Parameter"},
                     {"Now", ColumnAlign::Right},
                     {"Change", ColumnAlign::Right},
                     {"Suggested", ColumnAlign::Right},
                     {"Why"}});
    for (const Recommendation& one : recommendations) {
        table.addRow({htmlText(one.goal), htmlCode(one.parameter),
                      htmlNumber(shortNumber(one.current)),
                      htmlNumber(signedNumber(withoutNoise(one.delta))),
                      htmlNumber(shortNumber(one.suggested)), htmlText(one.reason)});
    }
    return table.html();
}

} // namespace

Html tuningSection(const Judgement& judgement)
{
    HtmlTable guards(
        {{"Guard"}, {"All", ColumnAlign::Right}, {"Window", ColumnAlign::Right}, {"Iterations"}});
    for (std::size_t i = 0; i < kGuardTypeCount; ++i) {
        guards.addRow({htmlText(keyOf(static_cast<GuardType>(i))),
                       htmlText(std::to_string(judgement.guardsAll[i].size())),
                       htmlText(std::to_string(judgement.guardsWindow[i].size())),
                       htmlText(rangesText(judgement.guardsAll[i]))});
    }
    const TuningSummary& tuning = judgement.tuning;
    std::string out = guards.html().markup;
    out +=
        htmlParagraph("Deltas applied in " +
                      countText(tuning.appliedIterations.size(), "iteration", "iterations") + ": " +
                      rangesText(tuning.appliedIterations) + ". Parameters changed: " +
                      (tuning.changedKeys.empty() ? "none" : join(tuning.changedKeys, ", ")) + ".")
            .markup;
    if (!tuning.skipReasons.empty()) {
        HtmlTable skipped({{"Why nothing was applied"}, {"Iterations", ColumnAlign::Right}});
        for (const auto& [note, count] : tuning.skipReasons) {
            skipped.addRow({htmlText(note), htmlText(std::to_string(count))});
        }
        out += skipped.html().markup;
    }
    out += "<h3>Overrides at start and end</h3>\n" + overridesPart(*judgement.run).markup;
    return htmlSection("tuning", "Guards and tuning", {out});
}

Html recommendationSection(const Judgement& judgement)
{
    const RecommendationPlan& plan = judgement.recommendations;
    std::string out;
    const std::vector<Recommendation>& list = plan.allGoalsMet ? plan.optional : plan.required;
    out += htmlParagraph(plan.allGoalsMet ? "All goals are met. What could still be better:"
                                          : "Changes for the goals that are not met:")
               .markup;
    out += list.empty() ? htmlParagraph("No change to suggest.").markup
                        : recommendationRows(list).markup;
    for (const std::string& note : plan.notes) {
        out += htmlParagraph(note).markup;
    }
    out += htmlParagraph("Apply one change at a time, 12 to 24 iterations each, and verify that "
                         "it arrived.")
               .markup;
    return htmlSection("recommendations", "Recommendations", {out});
}

} // namespace soak
