// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/rollback_plan.h"

#include "core/base/escape.h"
#include "core/release/release_stages.h"
#include "core/report/markdown_parts.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

namespace soak
{

namespace
{

std::string previousProfile(const SoakRun& run)
{
    std::string out = "## Previous Profile\n\n";
    if (!run.info || run.info->initialOverrides.values.empty()) {
        return out + "The run does not record what was in force before it: take the profile of the "
                     "last release.\n\n";
    }
    out += "What the run began with, in `run/RUN.json` under `initial_overrides`:\n\n";
    MarkdownTable table(
        {{"Parameter"}, {"Restore", ColumnAlign::Right}, {"This release", ColumnAlign::Right}});
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    const Overrides& before = run.info->initialOverrides;
    for (const auto& [name, value] : before.values) {
        std::string now(kNotAvailable);
        if (run.finalOverrides) {
            const auto found = run.finalOverrides->values.find(name);
            now = found == run.finalOverrides->values.end()
                      ? "absent"
                      : valueText(registry.find(name), found->second.amount);
        }
        table.addRow({escapeMarkdown(name), valueText(registry.find(name), value.amount), now});
    }
    out += table.text() + "\n";
    if (run.finalOverrides) {
        std::string added;
        for (const auto& [name, value] : run.finalOverrides->values) {
            added += before.values.contains(name) ? "" : "- remove " + escapeMarkdown(name) + "\n";
        }
        out += added.empty() ? "" : added + "\n";
    }
    return out;
}

constexpr const char* kRollbackSteps =
    "## Quick Rollback (under 10 minutes)\n\n"
    "1. Disable tuning: set `MM_DISABLE_AUTO_TUNE=1`\n"
    "2. Restore the previous profile\n"
    "3. Reload\n"
    "4. Verify: maker share >= 0.80, P95 latency <= 350 ms, risk ratio <= 0.45\n"
    "5. Watch for 30 minutes\n\n"
    "## Full Rollback (30 minutes)\n\n"
    "1. Stop the bot\n"
    "2. Check out the previous tag\n"
    "3. Start\n"
    "4. Verify health, then the values of the quick rollback\n\n"
    "## Canary Rollback\n\n"
    "1. Scale the canary to 0\n"
    "2. Send 100 % to the stable version\n\n";

std::string triggerSection()
{
    MarkdownTable table({{"Metric"}, {"Trigger"}, {"For"}, {"Action"}});
    for (const RollbackTrigger& trigger : rollbackTriggers()) {
        table.addRow({std::string(trigger.title),
                      std::string(keyOf(trigger.op)) + " " + shortNumber(trigger.threshold) +
                          unitSuffix(trigger.unit),
                      std::to_string(trigger.minutes) + " min", std::string(trigger.action)});
    }
    return "## Triggers\n\n" + table.text() + "\n";
}

} // namespace

std::string rollbackPlanMarkdown(const Judgement& judgement, const BundleFacts& facts)
{
    const SoakRun& run = *judgement.run;
    std::string out =
        markdownHead("Rollback Plan", facts.context,
                     {"**Version:** " + escapeMarkdown(facts.labels.version.value_or("not given")),
                      "**Run:** " + escapeMarkdown(runLabel(run))});
    out += triggerSection() + kRollbackSteps + previousProfile(run);
    out += "## Escalation\n\nA run records nobody. Fill in before the rollout:\n\n"
           "- On call: ____________\n- Decides on a full rollback: ____________\n\n";
    return out + markdownFoot(facts.context);
}

} // namespace soak
