// SPDX-License-Identifier: GPL-3.0-or-later
// The runs whose reports are golden files: one that passes, one that fails, one with every trouble.
#pragma once

#include "core/analysis/judgement.h"
#include "core/report/report_context.h"
#include "tests/support/builders.h"

#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// Text of an artifact that tries to leave its place in every format.
inline constexpr std::string_view kHostileText =
    "<script>alert(1)</script> | **bold** [x](http://evil.example) \x1b[31mred\x1b[0m\n"
    "=cmd|' /C calc'!A0 ../../etc/passwd ::error::x \"quoted\" ]]> \xff";

inline ReportContext sampleContext()
{
    return {"2026-01-05T12:00:00Z", "0.1.0"};
}

// The tuning of DOMAIN 8's golden trajectory over the mock's KPIs.
inline RunBuilder aTunedRun(int iterations)
{
    const Deltas first{{"impact_cap_ratio", {-0.01}},
                       {"max_delta_ratio", {-0.01}},
                       {"base_spread_bps_delta", {0.02}},
                       {"tail_age_ms", {30}}};
    return aRun()
        .withIterations(iterations)
        .withMockKpis()
        .proposing(1, first)
        .proposing(2, first)
        .dropping(2, "impact_cap_ratio", DropReason::Velocity)
        .editStep(2,
                  [](TuningStep& step) {
                      step.velocityViolation = true;
                      step.rationale = "DRIVER adverse | DRIVER slippage";
                  })
        .proposing(3, {{"min_interval_ms", {5}}, {"tail_age_ms", {30}}})
        .proposing(4, {{"min_interval_ms", {5}}})
        .proposing(5, {{"min_interval_ms", {5}}})
        .proposing(6, {{"base_spread_bps", {0.015}}, {"replace_rate_per_min", {-45}}});
}

// Missing, unreadable and failed iterations, values that are not there, a value that nobody
// proposed, findings, and hostile text wherever a text of an artifact goes.
inline RunBuilder aTroubledRun()
{
    const std::string hostile(kHostileText);
    return aTunedRun(24)
        .missing(9)
        .missing(10)
        .unreadable(20)
        .at(14, Metric::P95LatencyMs, std::nullopt)
        .at(22, Metric::P95LatencyMs, std::nullopt)
        .at(23, Metric::P95LatencyMs, 405)
        .without(Metric::CancelRatio)
        .forcing(18, "tail_age_ms", 777)
        .editStep(16,
                  [hostile](TuningStep& step) {
                      step.rationale = hostile;
                      step.skip.note = hostile;
                  })
        .editNotes(21,
                   [hostile](IterationNotes& notes) {
                       notes.failure = hostile;
                       notes.version = hostile;
                       notes.kpiVerdict = hostile;
                       notes.kpiReasons = {hostile};
                   })
        .editRun([hostile](SoakRun& run) {
            run.info->runId = hostile;
            run.info->scenario = hostile;
            run.end->status = RunStatus::Interrupted;
            run.otherFiles[hostile] = {};
            run.findings.push_back({FindingKind::LoadError, Severity::Error, "ITER_SUMMARY_20.json",
                                    20, "", "truncated: " + hostile});
            run.findings.push_back({FindingKind::OverrideConflict, Severity::Warning,
                                    "runtime_overrides.json", std::nullopt, hostile,
                                    "two values: 600 and 30"});
            run.findings.push_back(
                {FindingKind::Gap, Severity::Info, "", 9, "", "iterations 9 to 10 have no file"});
        });
}

inline Judgement judged(const RunBuilder& builder, const GateProfile& profile = missionProfile())
{
    return judge(builder.shared(), profile);
}

struct ReportSample {
    std::string name; // folder of its golden files
    Judgement judgement;
};

inline std::vector<ReportSample> reportSamples()
{
    return {{"pass36", judged(aTunedRun(36))},
            {"fail8", judged(aTunedRun(8))},
            {"troubled", judged(aTroubledRun())}};
}

// Parts of the hostile text that must not stand in any output as they are.
inline bool hasRawMarkup(std::string_view text)
{
    return text.find("<script") != std::string_view::npos ||
           text.find('\x1b') != std::string_view::npos;
}

} // namespace soak
