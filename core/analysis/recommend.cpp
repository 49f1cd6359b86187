// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/recommend.h"

#include "core/analysis/value_text.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

constexpr double kHardLatencyMs = 360;
constexpr double kAggressiveRisk = 0.60;
constexpr double kMakerCouldBe = 0.90;
constexpr double kLatencyCouldBeMs = 250;
constexpr std::size_t kManyVelocityBlocks = 3;

const Overrides* finalOverrides(const SoakRun& run)
{
    const std::size_t rows = run.table.rowCount();
    const Overrides* baseline = rows == 0 ? nullptr : run.baselineNext.at(rows - 1);
    if (baseline != nullptr) {
        return baseline;
    }
    if (run.finalOverrides) {
        return &*run.finalOverrides;
    }
    const Overrides* next = rows == 0 ? nullptr : run.next.at(rows - 1);
    return next != nullptr || rows == 0 ? next : run.during.at(rows - 1);
}

const MetricStatistics& of(const RecommendationEvidence& evidence, Metric metric)
{
    return evidence.statistics[indexOf(metric)];
}

void recommendForMaker(RecommendationWriter& writer)
{
    const std::string reason = "more maker volume";
    writer.add("base_spread_bps_delta", 0.01, reason + ": wider quotes");
    writer.multiply("replace_rate_per_min", 0.90, reason + ": fewer replacements");
    writer.add("min_interval_ms", 10, reason + ": quotes rest longer");
    writer.multiply("rescue_max_ratio", 0.85, reason + ": less taker rescue");
    writer.add("min_edge_bps", 0.5, reason + ": rescue only with more edge");
}

void recommendForLatency(const RecommendationEvidence& evidence, RecommendationWriter& writer)
{
    const double worst = of(evidence, Metric::P95LatencyMs).max.value_or(0);
    const bool isHard = worst >= kHardLatencyMs;
    const std::string reason = "p95 latency reached " + plainNumber(worst) + " ms";
    writer.multiply("concurrency_limit", isHard ? 0.85 : 0.90, reason + ": fewer orders at once");
    writer.add("tail_age_ms", isHard ? 75 : 50, reason + ": orders may rest longer");
    writer.add("min_interval_ms", 10, reason + ": fewer requests");
}

void recommendForRisk(const RecommendationEvidence& evidence, RecommendationWriter& writer)
{
    const double risk = of(evidence, Metric::RiskRatio).median.value_or(0);
    const bool isAggressive = risk >= kAggressiveRisk;
    const std::string reason = "median risk is " + plainNumber(risk);
    writer.add("min_interval_ms", 5, reason + ": fewer actions");
    writer.add("impact_cap_ratio", isAggressive ? -0.01 : -0.005, reason + ": smaller orders");
    if (isAggressive) {
        writer.add("tail_age_ms", 30, reason + ": fewer replacements");
    }
}

void recommendOptional(const RecommendationEvidence& evidence, RecommendationPlan& plan,
                       RecommendationWriter& writer)
{
    const auto maker = of(evidence, Metric::MakerTakerRatio).mean;
    if (maker && *maker < kMakerCouldBe) {
        writer.begin("maker_taker", plan.optional);
        const std::string reason = "maker share is " + plainNumber(*maker) +
                                   ", 0.9 is within reach (expected +2 to 3 % maker, -0.5 bps)";
        writer.add("base_spread_bps_delta", 0.01, reason);
        writer.multiply("replace_rate_per_min", 0.95, reason);
        writer.add("min_interval_ms", 10, reason);
    }
    const auto latency = of(evidence, Metric::P95LatencyMs).max;
    if (latency && *latency > kLatencyCouldBeMs) {
        writer.begin("p95_latency", plan.optional);
        const std::string reason = "p95 latency reached " + plainNumber(*latency) +
                                   " ms: more margin (expected -20 to -30 ms)";
        writer.multiply("concurrency_limit", 0.95, reason);
        writer.add("tail_age_ms", 25, reason);
    }
    const auto& velocity = evidence.guards[static_cast<std::size_t>(GuardType::Velocity)];
    if (velocity.size() > kManyVelocityBlocks) {
        writer.begin("guards", plan.optional);
        const std::string reason =
            "the velocity guard blocked " + std::to_string(velocity.size()) + " iterations";
        writer.multiply("velocity_cap", 1.1, reason);
        writer.add("oscillation_window", 1, reason);
    }
}

struct Goal {
    const char* key;
    std::optional<bool> isMet;
    Metric metric;
};

void recommendFor(const Goal& goal, const RecommendationEvidence& evidence,
                  RecommendationPlan& plan, RecommendationWriter& writer)
{
    if (!goal.isMet) {
        writer.note(std::string(goal.key) + ": unknown, " + std::string(specOf(goal.metric).key) +
                    " is in no iteration of the window; record it first");
        return;
    }
    if (*goal.isMet) {
        return;
    }
    writer.begin(goal.key, plan.required);
    switch (goal.metric) {
    case Metric::MakerTakerRatio:
        return recommendForMaker(writer);
    case Metric::P95LatencyMs:
        return recommendForLatency(evidence, writer);
    case Metric::RiskRatio:
        return recommendForRisk(evidence, writer);
    default:
        return recommendForNet(evidence, writer);
    }
}

} // namespace

RecommendationWriter::RecommendationWriter(const RecommendationEvidence& evidence,
                                           RecommendationPlan& plan)
    : m_registry(evidence.registry), m_overrides(finalOverrides(evidence.run)), m_plan(plan)
{
}

void RecommendationWriter::begin(std::string goal, std::vector<Recommendation>& changes)
{
    m_goal = std::move(goal);
    m_changes = &changes;
}

void RecommendationWriter::note(std::string text)
{
    m_plan.notes.push_back(std::move(text));
}

std::optional<double> RecommendationWriter::basis(const ParameterSpec& spec) const
{
    const auto value = m_overrides == nullptr ? std::nullopt : valueOrDefault(*m_overrides, spec);
    return value ? std::optional(value->amount) : std::nullopt;
}

void RecommendationWriter::add(const std::string& parameter, double delta,
                               const std::string& reason)
{
    const ParameterSpec* spec = m_registry.find(parameter);
    if (spec == nullptr) {
        return note(m_goal + ": no parameter " + parameter + " in the registry");
    }
    Recommendation change;
    change.goal = m_goal;
    change.parameter = parameter;
    change.delta = delta;
    change.reason = reason;
    change.current = basis(*spec);
    if (change.current) {
        const BoundedChange bounded =
            boundedChange(*spec, ParamValue{*change.current}, ParamDelta{delta});
        if (std::abs(bounded.newValue - bounded.oldValue) <= kSameValueTolerance) {
            return note(m_goal + ": " + parameter + " " + plainNumber(bounded.oldValue) +
                        " is at its bound and cannot be changed by " + plainNumber(delta));
        }
        change.suggested = bounded.newValue;
        change.bound = bounded.bound;
    }
    m_changes->push_back(std::move(change));
}

void RecommendationWriter::multiply(const std::string& parameter, double factor,
                                    const std::string& reason)
{
    const ParameterSpec* spec = m_registry.find(parameter);
    const auto value = spec == nullptr          ? std::nullopt
                       : m_overrides == nullptr ? spec->defaultValue
                                                : basis(*spec);
    if (!value) {
        return note(m_goal + ": the value of " + parameter + " is not known");
    }
    // 300 * 0.9 may lie a rounding error below 270.
    const double product = roundTo(*value * factor, 12);
    add(parameter, (spec->isInteger ? std::floor(product) : product) - *value, reason);
}

void RecommendationWriter::raiseTo(const std::string& parameter, double low,
                                   const std::string& reason)
{
    const ParameterSpec* spec = m_registry.find(parameter);
    const auto value = spec == nullptr ? std::nullopt : basis(*spec);
    if (!value) {
        return note(m_goal + ": raise " + parameter + " to " + plainNumber(low) +
                    " where it is below; its value is not known");
    }
    if (*value < low) {
        add(parameter, low - *value, reason);
    }
}

RecommendationPlan recommend(const RecommendationEvidence& evidence)
{
    RecommendationPlan plan;
    const Goals& goals = evidence.goals;
    const Goal all[] = {{"maker_taker", goals.makerTaker, Metric::MakerTakerRatio},
                        {"p95_latency", goals.p95Latency, Metric::P95LatencyMs},
                        {"risk", goals.risk, Metric::RiskRatio},
                        {"net_bps", goals.netBps, Metric::NetBps}};
    plan.allGoalsMet = std::all_of(std::begin(all), std::end(all),
                                   [](const Goal& goal) { return goal.isMet.value_or(false); });
    RecommendationWriter writer(evidence, plan);
    if (finalOverrides(evidence.run) == nullptr) {
        writer.note("the run recorded no overrides: changes are given without values, factors of "
                    "the registry's defaults");
    }
    if (plan.allGoalsMet) {
        recommendOptional(evidence, plan, writer);
    }
    for (const Goal& goal : all) {
        recommendFor(goal, evidence, plan, writer);
    }
    return plan;
}

} // namespace soak
