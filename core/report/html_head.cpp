// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/report/html_sections.h"
#include "core/report/report_text.h"
#include "core/report/svg_chart.h"
#include "core/sim/sim_limits.h"

namespace soak
{

namespace
{

std::string fact(std::string_view name, std::string_view value)
{
    return "<span>" + htmlText(name).markup + " <b>" + htmlText(value).markup + "</b></span>\n";
}

std::string goalTile(const GateResult& goal)
{
    std::string out = "<div class=\"tile\"><div class=\"name\"><span>";
    out += htmlText(gateTitle(goal.gate) + ", " + std::string(aggregateText(goal.gate.aggregate)))
               .markup;
    out += "</span>" + chipOf(goal).markup + "</div>";
    out +=
        "<div class=\"value\">" + htmlNumber(gateText(goal.gate, goal.observed)).markup + "</div>";
    out += "<div class=\"target\">" + htmlText("target " + targetText(goal.gate)).markup +
           "</div><div class=\"target\">" + htmlNumber("margin " + marginText(goal)).markup +
           "</div><div class=\"target\">";
    std::string samples = countText(goal.count, "value", "values");
    samples += goal.missingIn.empty() ? "" : ", missing in " + rangesText(goal.missingIn);
    return out + htmlText(samples).markup + "</div></div>\n";
}

std::string iterationsFact(const SoakRun& run)
{
    std::string text = std::to_string(run.table.rowCount());
    if (run.info) {
        text += " of " + std::to_string(run.info->iterations);
    }
    return run.end ? text + ", " + std::string(keyOf(run.end->status)) : text;
}

std::string navigation()
{
    std::string out = "<nav aria-label=\"Contents\">";
    for (const auto& [anchor, title] :
         {std::pair{"charts", "Charts"}, std::pair{"gates", "Gates"},
          std::pair{"statistics", "Statistics"}, std::pair{"verification", "Verification"},
          std::pair{"tuning", "Guards and tuning"}, std::pair{"quality", "Data quality"},
          std::pair{"recommendations", "Recommendations"}, std::pair{"iterations", "Iterations"},
          std::pair{"provenance", "Provenance"}}) {
        out += htmlLink(anchor, title).markup + "\n";
    }
    return out + "</nav>\n";
}

std::vector<EventLane> lanesOf(const Judgement& judgement)
{
    const SoakRun& run = *judgement.run;
    std::vector<EventLane> lanes{{"applied", "delta", judgement.tuning.appliedIterations}};
    for (std::size_t i = 0; i < kGuardTypeCount; ++i) {
        if (!judgement.guardsAll[i].empty()) {
            const auto type = static_cast<GuardType>(i);
            lanes.push_back({std::string(keyOf(type)),
                             type == GuardType::Freeze ? "freeze" : "guard",
                             judgement.guardsAll[i]});
        }
    }
    EventLane failed{"failed", "miss", {}};
    for (std::size_t row = 0; row < run.notes.rowCount(); ++row) {
        const IterationNotes* notes = run.notes.at(row);
        if (notes != nullptr && notes->failure) {
            failed.iterations.push_back(run.table.iterations()[row]);
        }
    }
    if (!failed.iterations.empty()) {
        lanes.push_back(std::move(failed));
    }
    if (!run.unreadable.empty()) {
        lanes.push_back({"unreadable", "miss", run.unreadable});
    }
    return lanes;
}

std::string legendEntry(std::string_view shape, std::string_view text)
{
    return "<span><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 22 12\" "
           "aria-hidden=\"true\">" +
           std::string(shape) + "</svg>" + htmlText(text).markup + "</span>\n";
}

std::string legend()
{
    std::string out = "<div class=\"legend\">\n";
    out += legendEntry("<line class=\"threshold\" x1=\"0\" y1=\"6\" x2=\"22\" y2=\"6\"/>",
                       "target, hatched where it is missed");
    out += legendEntry("<rect class=\"window\" x=\"0\" y=\"0\" width=\"22\" height=\"12\"/>",
                       "window of the verdict");
    out += legendEntry("<circle class=\"dot broken\" cx=\"11\" cy=\"6\" r=\"4\"/>",
                       "misses the target, in the window");
    out += legendEntry("<rect class=\"delta\" x=\"9\" y=\"0\" width=\"3\" height=\"6\"/>",
                       "deltas applied");
    out += legendEntry("<rect class=\"guard\" x=\"6\" y=\"8\" width=\"10\" height=\"3\"/>",
                       "a guard was active");
    out += legendEntry("<rect class=\"miss\" x=\"9\" y=\"4\" width=\"3\" height=\"5\"/>",
                       "no value: the line is broken");
    return out + "</div>\n";
}

} // namespace

Html headSection(const Judgement& judgement, const ReportContext& context)
{
    const SoakRun& run = *judgement.run;
    std::string out = "<header>\n<h1>Soak report " + chipOf(judgement.verdict).markup + "</h1>\n";
    out += "<p class=\"why\">" + htmlText(judgement.verdictWhy).markup + "</p>\n";
    out += "<div class=\"facts\">\n" + fact("Run", runLabel(run));
    out += fact("engine", run.info ? run.info->engine : std::string(kNotAvailable));
    out += fact("iterations", iterationsFact(run));
    out += fact("window", rangesText(judgement.windowIterations) +
                              (judgement.windowShort
                                   ? " (shorter than " + std::to_string(judgement.windowSize) + ")"
                                   : ""));
    out += fact("gates", judgement.profile.name + " " + std::string(keyOf(judgement.gateVerdict)));
    out += fact("deltas", keyOf(judgement.verification.verdict));
    out += fact("freeze ready", judgement.freezeReady ? "yes" : "no");
    out += fact("release ready", judgement.releaseReady ? "yes" : "no");
    out += fact("generated", timestampText(context.timestamp)) + "</div>\n";
    if (run.info && run.info->engine == "sim") {
        out += "<p>" + htmlText(simEvidence()).markup + "</p>\n";
    }
    if (!judgement.releaseBlockers.empty()) {
        out += "<p>Not to be released:</p>\n<ul class=\"blockers\">\n";
        for (const std::string& blocker : judgement.releaseBlockers) {
            out += "<li>" + htmlText(blocker).markup + "</li>\n";
        }
        out += "</ul>\n";
    }
    out += "<div class=\"tiles\">\n";
    for (const GateResult& goal : judgement.goalGates) {
        out += goalTile(goal);
    }
    return {out + "</div>\n" + navigation() + "</header>\n"};
}

Html chartSection(const Judgement& judgement)
{
    std::string out = chartDefinitions();
    for (const GateResult& goal : judgement.goalGates) {
        const std::optional<Metric> metric = metricFromKey(goal.gate.metric);
        if (!metric) {
            continue;
        }
        const std::string unit(unitText(specOf(*metric).unit));
        out +=
            "<figure><figcaption><b>" +
            htmlText(gateTitle(goal.gate) + (unit.empty() ? "" : ", " + unit)).markup +
            "</b><span class=\"say\">" +
            htmlNumber(std::string(aggregateText(goal.gate.aggregate)) + " of window " +
                       gateNumber(goal.gate, goal.observed) + ", target " + targetText(goal.gate))
                .markup +
            "</span>" + chipOf(goal).markup + "</figcaption>\n";
        out += kpiChartSvg(judgement, goal) + "</figure>\n";
    }
    const std::vector<EventLane> lanes = lanesOf(judgement);
    out += "<figure><figcaption><b>Events</b></figcaption>\n" + eventLanesSvg(judgement, lanes) +
           "</figure>\n";
    return htmlSection("charts", "KPIs over all iterations", {out + legend()});
}

} // namespace soak
