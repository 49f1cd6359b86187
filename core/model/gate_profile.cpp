// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/gate_profile.h"

#include "core/model/key_table.h"

#include <algorithm>

namespace soak
{

namespace
{

using enum Aggregate;
using enum GateOp;
using enum GateSeverity;

constexpr std::array kOps{
    KeyRow{AtLeast, ">="},
    KeyRow{AtMost, "<="},
    KeyRow{Above, ">"},
    KeyRow{Below, "<"},
};

constexpr int kWholeRun = 0;
constexpr int kOneIteration = 1;
constexpr int kAnalyzerWindow = 48;

// How the four goals are aggregated over the window unless a profile says otherwise (DOMAIN 0 P1).
GateSpec maker(double threshold, GateSeverity severity = Hard, Aggregate aggregate = Mean)
{
    return {"maker_taker_ok", "maker_taker_ratio", aggregate, AtLeast, threshold, severity,
            "ratio"};
}

GateSpec latency(double threshold, GateSeverity severity = Hard, Aggregate aggregate = Max)
{
    return {"p95_latency_ok", "p95_latency_ms", aggregate, AtMost, threshold, severity, "ms"};
}

GateSpec risk(double threshold, GateSeverity severity = Hard, Aggregate aggregate = Median)
{
    return {"risk_ok", "risk_ratio", aggregate, AtMost, threshold, severity, "ratio"};
}

GateSpec net(double threshold, GateSeverity severity = Hard, Aggregate aggregate = Mean)
{
    return {"net_bps_ok", "net_bps", aggregate, AtLeast, threshold, severity, "bps"};
}

GateSpec with(GateSpec gate, std::string id)
{
    gate.id = std::move(id);
    return gate;
}

GateSpec with(GateSpec gate, std::string id, GateOp op)
{
    gate.op = op;
    return with(std::move(gate), std::move(id));
}

// The same four limits on one iteration.
std::vector<GateSpec> oneIteration(double makerMin, double latencyMax, double riskMax,
                                   double netMin, GateSeverity severity)
{
    return {maker(makerMin, severity, Last), latency(latencyMax, severity, Last),
            risk(riskMax, severity, Last), net(netMin, severity, Last)};
}

GateProfile mission()
{
    return {"mission",
            "The goals of a soak: run verdict, continuous integration and release.",
            kDefaultWindow,
            {maker(0.83),
             latency(340),
             risk(0.40),
             net(2.5),
             {"full_apply_ok", "full_apply_ratio", Last, AtLeast, 0.95, Hard, "ratio"}}};
}

GateProfile weekly()
{
    return {"weekly",
            "Medians of a week: maker share (1 - taker share) >= 85 %, order age and net; a broken "
            "trend only warns. Soak "
            "runs do not record trend_ok: no data.",
            kWholeRun,
            {{"maker_share_ok", "taker_share_pct", Median, AtMost, 15, Hard, "%"},
             {"order_age_ok", "order_age_p95_ms", Median, AtMost, 350, Hard, "ms"},
             net(2.7, Hard, Median),
             {"trend_ok", "trend_ok", Last, AtLeast, 1, Soft, ""}}};
}

GateProfile runnerSoftGate()
{
    return {"runner-soft-gate",
            "What a run prints of each iteration: hard rows FAIL, soft rows WARN. The latency row "
            "counts only in warm-up, "
            "which this table cannot ask: no data.",
            kOneIteration,
            {with(risk(0.50, Hard, Last), "risk_fail"),
             net(2.0, Hard, Last),
             with(risk(0.40, Soft, Last), "risk_warn"),
             {"adverse_warn", "adverse_bps_p95", Last, AtMost, 3.0, Soft, "bps"},
             {"warmup_latency_warn", "warmup_p95_latency_ms", Last, AtMost, 350, Soft, "ms"}}};
}

GateProfile analyzer()
{
    return {"analyzer",
            "Per symbol, medians of at least 48 windows: hard rows are CRIT, soft rows WARN.",
            kAnalyzerWindow,
            {with(maker(0.70, Hard, Median), "maker_taker_crit"),
             with(maker(0.75, Soft, Median), "maker_taker_warn"),
             with(latency(350, Hard, Median), "p95_latency_crit"),
             with(latency(330, Soft, Median), "p95_latency_warn"),
             with(risk(0.40), "risk_crit", Below), with(risk(0.36, Soft), "risk_warn"),
             with(net(2.5, Hard, Median), "net_bps_crit"),
             with(net(3.0, Soft, Median), "net_bps_warn")}};
}

GateProfile smoke()
{
    return {"smoke",
            "Smoke test: the run is whole and its numbers are not absurd. The maker share is a "
            "mean, the others must hold in "
            "every iteration.",
            kWholeRun,
            {maker(0.50),
             {"p95_latency_ok", "p95_latency_ms", Min, Above, 0, Hard, "ms"},
             risk(0.80, Hard, Max),
             with(net(-10, Hard, Min), "net_bps_ok", Above),
             {"iterations_ok", "iterations_missing", Last, AtMost, 0, Hard, ""}}};
}

GateProfile hoursMode()
{
    return {"hours-mode",
            "Continuous operation by the hour, from the bot's own hourly report; soak runs record "
            "none of it: no data.",
            kWholeRun,
            {{"latency_p95", "tick_latency_p95_ms", Last, AtMost, 150, Hard, "ms"},
             {"hit_ratio", "mm_hit_ratio", Last, AtLeast, 0.70, Hard, "ratio"},
             {"deadline_miss_rate", "mm_deadline_miss_rate", Last, AtMost, 0.02, Hard, "ratio"},
             {"edge_ema24h", "mm_edge_bps_ema24h", Last, AtLeast, 2.0, Hard, "bps"},
             {"maker_share", "mm_maker_share_ratio", Last, AtLeast, 0.85, Soft, "ratio"},
             {"ws_lag", "ws_lag_max_ms", Last, AtMost, 200, Soft, "ms"}}};
}

// DOMAIN 2.5, in its order.
std::vector<GateProfile> makeProfiles()
{
    return {mission(),
            {"readiness",
             "The stricter goals of the readiness audit.",
             kDefaultWindow,
             {maker(0.83), latency(330), risk(0.40), net(2.9)}},
            {"iteration-hard", "One iteration, the last: a row missed is FAIL.", kOneIteration,
             oneIteration(0.85, 400, 0.50, 2.0, Hard)},
            {"iteration-soft", "One iteration, the last: a row missed is WARN.", kOneIteration,
             oneIteration(0.90, 350, 0.40, 2.7, Soft)},
            {"iter", "One iteration, the last, as the KPI tool judges it.", kOneIteration,
             oneIteration(0.85, 350, 0.42, 2.7, Hard)},
            weekly(),
            runnerSoftGate(),
            analyzer(),
            smoke(),
            hoursMode()};
}

} // namespace

std::string_view keyOf(GateOp op)
{
    return keyIn(kOps, op);
}

std::optional<GateOp> gateOpFromKey(std::string_view key)
{
    return valueIn(kOps, key);
}

std::string_view keyOf(GateSeverity severity)
{
    return severity == Hard ? "hard" : "soft";
}

std::span<const GateProfile> builtinGateProfiles()
{
    static const std::vector<GateProfile> profiles = makeProfiles();
    return profiles;
}

const GateProfile* findBuiltinGateProfile(std::string_view name)
{
    const auto all = builtinGateProfiles();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [name](const GateProfile& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

const GateProfile& missionProfile()
{
    return builtinGateProfiles().front();
}

bool meets(double observed, GateOp op, double threshold)
{
    switch (op) {
    case AtLeast:
        return observed >= threshold;
    case AtMost:
        return observed <= threshold;
    case Above:
        return observed > threshold;
    case Below:
        return observed < threshold;
    }
    return false;
}

} // namespace soak
