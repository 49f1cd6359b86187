// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/canary.h"

#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/release/bundle_layout.h"
#include "core/release/partial_mark.h"
#include "core/release/rollback_plan.h"
#include "core/report/json_text.h"
#include "core/report/markdown_parts.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr const char* kBefore =
    "## Pre-deployment\n\n"
    "- [ ] The audit was reviewed\n"
    "- [ ] The recommendations were reviewed\n"
    "- [ ] Full-apply ratio >= 0.95\n"
    "- [ ] The overrides in force are backed up\n"
    "- [ ] Everybody concerned was told\n"
    "- [ ] The rollback plan is ready\n\n"
    "## Deploy\n\n- [ ] 5 % of the traffic goes to the canary\n- [ ] It is watched for 24-48 h\n\n";

constexpr const char* kAfter =
    "## Post-deployment\n\n"
    "- [ ] The production tag is made\n"
    "- [ ] The bundle is archived\n"
    "- [ ] The KPI baselines are updated\n"
    "- [ ] Everybody concerned was told\n"
    "- [ ] A post-mortem, if there were issues\n\n"
    "## Sign-off\n\n- By: ____________\n- Date: ____________\n- Rollback ready: ____________\n\n";

std::string gateWords(const CanaryStage& stage)
{
    std::vector<std::string> words;
    if (stage.asksForNoErrors) {
        words.emplace_back("no errors");
    }
    for (const GateSpec& gate : stage.gates) {
        words.push_back(gateTitle(gate) + " " + targetText(gate));
    }
    return join(words, ", ");
}

std::string checklist(const Judgement& judgement, const BundleFacts& facts)
{
    std::string out = markdownHead(
        "Canary Checklist", facts.context,
        {"**Version:** " + escapeMarkdown(facts.labels.version.value_or("not given")),
         "**Run:** " + escapeMarkdown(runLabel(*judgement.run)), verdictLine(judgement),
         "**Full-apply ratio of the soak:** " +
             (judgement.verification.fullApplyRatio
                  ? fixedText(*judgement.verification.fullApplyRatio, 3)
                  : std::string(kNotAvailable))});
    out += kBefore;
    MarkdownTable stages(
        {{"Done"}, {"Stage"}, {"Traffic", ColumnAlign::Right}, {"Duration"}, {"Gate"}, {"Check"}});
    for (const CanaryStage& stage : canaryStages()) {
        stages.addRow({"[ ]", stage.id + ": " + stage.title,
                       std::to_string(stage.trafficPct) + " %", stage.duration, gateWords(stage),
                       "`soak canary check RUN --stage " + stage.id + "`"});
    }
    out += "## Stages\n\n" + stages.text() + "\n## Roll Back When\n\n";
    for (const RollbackTrigger& trigger : rollbackTriggers()) {
        out += "- " + triggerText(trigger) + ": " + std::string(trigger.action) +
               " rollback, see " + std::string(kRollbackFile) + "\n";
    }
    return out + "\n" + kAfter + markdownFoot(facts.context);
}

Json gatesJson(const std::vector<GateSpec>& gates)
{
    Json list = Json::array();
    for (const GateSpec& gate : gates) {
        list.push_back({{"metric", gate.metric},
                        {"aggregate", std::string(aggregateText(gate.aggregate))},
                        {"op", std::string(keyOf(gate.op))},
                        {"threshold", gate.threshold},
                        {"unit", gate.unit}});
    }
    return list;
}

std::string planJson(const Judgement& judgement, const BundleFacts& facts)
{
    Json stages = Json::array();
    for (const CanaryStage& stage : canaryStages()) {
        stages.push_back({{"id", stage.id},
                          {"title", stage.title},
                          {"traffic_pct", stage.trafficPct},
                          {"duration", stage.duration},
                          {"no_errors", stage.asksForNoErrors},
                          {"gates", gatesJson(stage.gates)}});
    }
    Json triggers = Json::array();
    for (const RollbackTrigger& trigger : rollbackTriggers()) {
        triggers.push_back({{"metric", trigger.metric},
                            {"op", std::string(keyOf(trigger.op))},
                            {"threshold", trigger.threshold},
                            {"unit", trigger.unit},
                            {"minutes", trigger.minutes},
                            {"action", trigger.action}});
    }
    return jsonText(Json{{"schema", "soak-canary/1"},
                         {"tool_version", facts.context.toolVersion},
                         {"version", jsonOrNull(facts.labels.version)},
                         {"utc", jsonOrNull(facts.context.timestamp)},
                         {"run", runLabel(*judgement.run)},
                         {"verdict", std::string(keyOf(judgement.verdict))},
                         {"release_ready", judgement.releaseReady},
                         {"stages", std::move(stages)},
                         {"rollback_triggers", std::move(triggers)}});
}

// The worst value of any iteration, by the side on which the trigger lies.
std::optional<double> worstOf(const Judgement& judgement, const RollbackTrigger& trigger)
{
    const auto metric = metricFromKey(trigger.metric);
    if (!metric) {
        return std::nullopt;
    }
    const MetricStatistics& statistics = judgement.allStatistics[indexOf(*metric)];
    return trigger.op == GateOp::Above ? statistics.max : statistics.min;
}

} // namespace

std::vector<ReportFile> canaryFiles(const Judgement& judgement, const BundleFacts& facts)
{
    std::vector<ReportFile> files{
        {std::string(kCanaryChecklistFile), checklist(judgement, facts)},
        {std::string(kCanaryPlanFile), planJson(judgement, facts)},
        {std::string(kRollbackFile), rollbackPlanMarkdown(judgement, facts)}};
    for (ReportFile& file : files) {
        file.text = withPartialMark(file.name, std::move(file.text), facts);
    }
    return files;
}

CanaryCheck checkCanary(std::shared_ptr<const SoakRun> run, const CanaryStage& stage)
{
    GateProfile profile{.name = "canary-" + stage.id,
                        .description = stage.title,
                        .window = 0,
                        .gates = stage.gates};
    const Judgement judgement = judge(std::move(run), profile);
    CanaryCheck check;
    check.stage = stage;
    check.gates = judgement.gates;
    for (const GateResult& gate : judgement.gates) {
        if (gate.outcome != GateOutcome::Pass) {
            check.problems.push_back(gate.why);
        }
        check.hasNoData = check.hasNoData || gate.outcome == GateOutcome::NoData;
    }
    const bool hasFailedGate =
        std::any_of(check.gates.begin(), check.gates.end(),
                    [](const GateResult& gate) { return gate.outcome == GateOutcome::Fail; });
    if (stage.asksForNoErrors) {
        check.failedIterations = judgement.failedIterations;
        if (!check.failedIterations.empty()) {
            check.problems.push_back("the engine failed in iteration " +
                                     iterationList(check.failedIterations));
        }
    }
    check.hasNoData = check.hasNoData && !hasFailedGate && check.failedIterations.empty();
    for (const RollbackTrigger& trigger : rollbackTriggers()) {
        const auto worst = worstOf(judgement, trigger);
        if (worst && meets(*worst, trigger.op, trigger.threshold)) {
            check.triggered.push_back(triggerText(trigger) + ": the worst iteration has " +
                                      shortNumber(*worst) + ", " + std::string(trigger.action) +
                                      " rollback if it lasts");
        }
    }
    return check;
}

ExitCode canaryExitCode(const CanaryCheck& check)
{
    if (check.problems.empty()) {
        return ExitCode::Ok;
    }
    return check.hasNoData ? ExitCode::BadInput : ExitCode::NegativeVerdict;
}

} // namespace soak
