// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/recommendations.h"

#include "core/base/escape.h"
#include "core/report/markdown_parts.h"
#include "core/report/report_text.h"

#include <algorithm>

namespace soak
{

namespace
{

// The goals of a list, each once, in the order of their first entry.
std::vector<std::string> goalsOf(const std::vector<Recommendation>& recommendations)
{
    std::vector<std::string> goals;
    for (const Recommendation& one : recommendations) {
        if (std::find(goals.begin(), goals.end(), one.goal) == goals.end()) {
            goals.push_back(one.goal);
        }
    }
    return goals;
}

std::string notesText(const RecommendationPlan& plan)
{
    std::string out;
    for (const std::string& note : plan.notes) {
        out += "- " + escapeMarkdown(note) + "\n";
    }
    return out.empty() ? out : out + "\n";
}

std::string optionalSection(const RecommendationPlan& plan)
{
    std::string out =
        "## Status: All Goals Met [OK]\n\n### Optional Optimizations (Low Priority)\n\n";
    const std::vector<std::string> goals = goalsOf(plan.optional);
    for (std::size_t i = 0; i < goals.size(); ++i) {
        out += "#### " + std::to_string(i + 1) + ". " + escapeMarkdown(goals[i]) + "\n\n" +
               recommendationTable(plan.optional, goals[i]) + "\n";
    }
    if (goals.empty()) {
        out += "No changes needed.\n\n";
    }
    return out + notesText(plan);
}

std::string requiredSection(const Judgement& judgement)
{
    const RecommendationPlan& plan = judgement.recommendations;
    std::string out = "## Status: Tuning Required [" + std::string(keyOf(judgement.verdict)) +
                      "]\n\n" + goalsTable(judgement) +
                      "\n### Required Changes (High Priority)\n\n";
    for (const std::string& goal : goalsOf(plan.required)) {
        out += "#### " + escapeMarkdown(goal) + "\n\n" + recommendationTable(plan.required, goal) +
               "\n";
    }
    if (plan.required.empty()) {
        out += "There is no change to suggest.\n\n";
    }
    return out + notesText(plan);
}

} // namespace

std::string recommendationsMarkdown(const Judgement& judgement, const ReportContext& context)
{
    const RecommendationPlan& plan = judgement.recommendations;
    std::string out = markdownHead(
        "Soak Test Recommendations", context,
        {"**Run:** " + escapeMarkdown(runLabel(*judgement.run)),
         "**Status:** " + std::string(plan.allGoalsMet ? "PROD-READY" : "TUNING NEEDED")});
    out += plan.allGoalsMet ? optionalSection(plan) : requiredSection(judgement);
    out += "---\n\n## Implementation Notes\n\n"
           "1. **Apply one change at a time**, so that its effect can be told\n"
           "2. **Run 12-24 iterations** after each change\n"
           "3. **Watch all KPIs**: what helps one may hurt another\n"
           "4. **Verify the deltas**: at least 95% must have arrived\n\n";
    return out + markdownFoot(context);
}

} // namespace soak
