// SPDX-License-Identifier: GPL-3.0-or-later
// Engine B: small steps from the iteration's KPIs (DOMAIN 4.2).
#include "core/control/debounce.h"
#include "core/control/micro_rules.h"

namespace soak
{

namespace
{
struct Kpis {
    std::optional<double> net;
    std::optional<double> risk;
    std::optional<double> maker;
    std::optional<double> p95;
    std::optional<double> adverse;
    std::optional<double> slippage;
};

Kpis kpisOf(const IterationSummary& summary)
{
    return {.net = summary.at(Metric::NetBps),
            .risk = summary.at(Metric::RiskRatio),
            .maker = summary.at(Metric::MakerTakerRatio),
            .p95 = summary.at(Metric::P95LatencyMs),
            .adverse = summary.at(Metric::AdverseBpsP95),
            .slippage = summary.at(Metric::SlippageBpsP95)};
}

// Rules 1 to 4: nothing without a known risk.
void riskRules(RuleBook& rules, const Kpis& kpis, const TunerOptions& options)
{
    if (!kpis.risk) {
        return;
    }
    const double risk = *kpis.risk;
    if (risk >= 0.60) {
        rules.beginRule("AGGRESSIVE");
        rules.raise("min_interval_ms", 5, 80);
        rules.cut("impact_cap_ratio", 0.01, 0.08);
        rules.raise("tail_age_ms", 30, 800);
    } else if (risk >= 0.40) {
        rules.beginRule("MODERATE");
        rules.raise("min_interval_ms", 5, 75);
        rules.cut("impact_cap_ratio", 0.005, 0.09);
    }
    if (options.normalise && risk < 0.35 && *kpis.net >= 3.0) {
        rules.beginRule("NORMALIZE");
        rules.cut("min_interval_ms", 3, 50);
        rules.raise("impact_cap_ratio", 0.005, 0.10);
    }
    if (risk <= 0.40 && kpis.maker && *kpis.maker < 0.85 && *kpis.net >= 2.7) {
        rules.beginRule("MAKER_BOOST");
        rules.raise("base_spread_bps", 0.015, 1.5 * rules.current("base_spread_bps").value_or(0));
        rules.cut("replace_rate_per_min", 0.15 * rules.current("replace_rate_per_min").value_or(0),
                  200);
        rules.raise("min_interval_ms", 25, 80);
    }
}

// Rules 5a and 5b.
void latencyRules(RuleBook& rules, const Kpis& kpis)
{
    if (!kpis.p95 || *kpis.p95 < kLatencySoftMs) {
        return;
    }
    const bool hard = *kpis.p95 >= kLatencyHardMs;
    rules.beginRule(hard ? "LATENCY_HARD" : "LATENCY_BUFFER");
    rules.scaleDown("concurrency_limit", hard ? 0.85 : 0.90);
    rules.raise("tail_age_ms", hard ? 75 : 50, 800);
}

// Rules 6 and 7.
void driverRules(RuleBook& rules, const Kpis& kpis)
{
    if (kpis.adverse && *kpis.adverse > 3.5) {
        rules.beginRule("DRIVER adverse");
        rules.cut("impact_cap_ratio", 0.01, 0.08);
        rules.cut("max_delta_ratio", 0.01, 0.10);
    }
    if (kpis.slippage && *kpis.slippage > 2.5) {
        rules.beginRule("DRIVER slippage");
        rules.raise("base_spread_bps_delta", 0.02, 0.25);
        rules.raise("tail_age_ms", 30, 800);
    }
}
} // namespace

void addMicroRules(RuleBook& rules, const TunerInput& input)
{
    const Kpis kpis = kpisOf(input.summary);
    SOAK_ASSERT(kpis.net.has_value());
    riskRules(rules, kpis, input.options);
    latencyRules(rules, kpis);
    const bool stable = kpis.risk && *kpis.risk < 0.40 && *kpis.net >= 3.0;
    if (!stable) {
        driverRules(rules, kpis);
    }
}

Proposal noNetEdge()
{
    return {.deltas = {}, .reasons = {"NO_DATA net_bps"}, .conflicts = {}};
}

Proposal settled(RuleBook rules, const TunerInput& input)
{
    Proposal proposal = std::move(rules).take();
    preferRisk(proposal, input.summary.at(Metric::RiskRatio));
    if (proposal.deltas.empty()) {
        proposal.reasons.emplace_back("STABLE");
    }
    return proposal;
}

Proposal proposeMicro(const TunerInput& input)
{
    if (!input.summary.at(Metric::NetBps)) {
        return noNetEdge();
    }
    RuleBook rules(input);
    addMicroRules(rules, input);
    return settled(std::move(rules), input);
}

} // namespace soak
