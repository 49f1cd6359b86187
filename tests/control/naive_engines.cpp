// SPDX-License-Identifier: GPL-3.0-or-later
// The two engines (DOMAIN 4.2, 4.3) and the presets (4.10), rule by rule as the text has them.
#include "tests/control/naive_control.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace soak::naive
{

const std::map<std::string, Parameter>& parameters()
{
    const double inf = std::numeric_limits<double>::infinity();
    static const std::map<std::string, Parameter> table{
        {"min_interval_ms", {true, 60, 40, 300, 40, 80, "rebid"}},
        {"replace_rate_per_min", {true, 300, 120, 360, 200, 320, "rebid"}},
        {"base_spread_bps_delta", {false, 0.05, 0, 0.6, 0.08, 0.25, "rebid"}},
        {"base_spread_bps", {false, 0.12, 0.05, 2, 0.05, 2, "rebid"}},
        {"rebid_threshold_bps", {false, 1.5, 0, 5, 0.6, 2.4, "rebid"}},
        {"impact_cap_ratio", {false, 0.10, 0.04, 0.12, 0.08, 0.12, "edge"}},
        {"max_delta_ratio", {false, 0.15, 0.10, 0.20, 0.10, 0.16, "edge"}},
        {"tail_age_ms", {true, 600, 400, 1000, 500, 800, "edge"}},
        {"concurrency_limit", {true, 10, 1, 64, 2, 10, "edge"}},
        {"rescue_max_ratio", {false, 0.30, 0, 1, 0.10, 0.70, "rescue_taker"}},
        {"min_edge_bps", {false, 1, 0, 20, 0, 20, "rescue_taker"}},
        {"cooldown_ms", {true, 500, 0, 60000, 0, 60000, "rescue_taker"}},
        {"position_limit_notional", {false, 1000, 0, inf, 0, inf, "edge"}},
        {"spread_add_bps", {false, 0, 0, 5, 0, 5, "edge"}},
        {"velocity_cap", {false, 0.15, -inf, inf, -inf, inf, "tuner"}},
        {"cooldown_iters", {true, 3, -inf, inf, -inf, inf, "tuner"}},
        {"oscillation_window", {true, 3, -inf, inf, -inf, inf, "tuner"}},
        {"max_delta_per_hour", {false, 0.10, -inf, inf, -inf, inf, "tuner"}},
    };
    return table;
}

double valueIn(const Numbers& values, const std::string& name)
{
    const auto found = values.find(name);
    return found != values.end() ? found->second : parameters().at(name).fallback;
}

double rounded(const std::string& name, double value)
{
    const double quiet = std::nearbyint(value * 1e9) / 1e9; // noise would decide a tie
    return parameters().at(name).whole ? std::round(quiet) : std::nearbyint(value * 1e12) / 1e12;
}

namespace
{
constexpr double kNothing = 1e-9;

struct MicroRules {
    const Numbers& baseline;
    Numbers deltas;

    void up(const std::string& name, double step, double cap)
    {
        const double now = valueIn(baseline, name);
        propose(name, now >= cap ? 0 : now + step > cap ? cap - now : step);
    }

    void down(const std::string& name, double step, double floor)
    {
        const double now = valueIn(baseline, name);
        propose(name, now <= floor ? 0 : now - step < floor ? floor - now : -step);
    }

    void propose(const std::string& name, double delta)
    {
        if (std::abs(delta) > kNothing) {
            deltas.insert({name, delta}); // not overwritten
        }
    }

    void concurrencyTimes(int percent)
    {
        const int now = static_cast<int>(valueIn(baseline, "concurrency_limit"));
        const int next = std::max(1, now * percent / 100);
        propose("concurrency_limit", std::min(0, next - now));
    }
};
} // namespace

Wish micro(const Situation& situation)
{
    const Numbers& kpis = situation.now.kpis;
    const auto has = [&](const char* key) { return kpis.count(key) == 1; };
    if (!has("net_bps")) {
        return {};
    }
    const double net = kpis.at("net_bps");
    MicroRules r{situation.baseline, {}};
    if (has("risk_ratio")) {
        const double risk = kpis.at("risk_ratio");
        if (risk >= 0.60) { // 1
            r.up("min_interval_ms", 5, 80);
            r.down("impact_cap_ratio", 0.01, 0.08);
            r.up("tail_age_ms", 30, 800);
        }
        if (0.40 <= risk && risk < 0.60) { // 2
            r.up("min_interval_ms", 5, 75);
            r.down("impact_cap_ratio", 0.005, 0.09);
        }
        if (situation.normalise && risk < 0.35 && net >= 3.0) { // 3
            r.down("min_interval_ms", 3, 50);
            r.up("impact_cap_ratio", 0.005, 0.10);
        }
        const bool fewMakers = has("maker_taker_ratio") && kpis.at("maker_taker_ratio") < 0.85;
        if (risk <= 0.40 && fewMakers && net >= 2.7) { // 4
            const double spread = valueIn(situation.baseline, "base_spread_bps");
            const double rate = valueIn(situation.baseline, "replace_rate_per_min");
            r.up("base_spread_bps", 0.015, spread * 1.5);
            r.down("replace_rate_per_min", rate * 0.15, 200);
            r.up("min_interval_ms", 25, 80);
        }
    }
    if (has("p95_latency_ms")) {
        const double p95 = kpis.at("p95_latency_ms");
        if (p95 >= 330 && p95 < 360) { // 5a
            r.concurrencyTimes(90);
            r.up("tail_age_ms", 50, 800);
        }
        if (p95 >= 360) { // 5b
            r.concurrencyTimes(85);
            r.up("tail_age_ms", 75, 800);
        }
    }
    const Numbers before = r.deltas;
    if (has("adverse_bps_p95") && kpis.at("adverse_bps_p95") > 3.5) { // 6
        r.down("impact_cap_ratio", 0.01, 0.08);
        r.down("max_delta_ratio", 0.01, 0.10);
    }
    if (has("slippage_bps_p95") && kpis.at("slippage_bps_p95") > 2.5) { // 7
        r.up("base_spread_bps_delta", 0.02, 0.25);
        r.up("tail_age_ms", 30, 800);
    }
    const bool stable = has("risk_ratio") && kpis.at("risk_ratio") < 0.40 && net >= 3.0;
    return {stable ? before : r.deltas, false};
}

namespace
{
struct Bench {
    const Numbers* start;
    Numbers work;
    std::map<std::string, int> times;

    void change(const std::string& name, double step, double limit)
    {
        const double now = work.count(name) ? work[name] : valueIn(*start, name);
        double next = now + step;
        if (step > 0) {
            next = std::max(now, std::min(next, limit));
        } else {
            next = std::min(now, std::max(next, limit));
        }
        if (std::abs(next - now) > kNothing && times[name] < 2) {
            work[name] = next;
            ++times[name];
        }
    }

    Numbers deltas() const
    {
        Numbers result;
        for (const auto& [name, value] : work) {
            const double delta = value - valueIn(*start, name);
            if (std::abs(delta) > kNothing) {
                result[name] = name == "base_spread_bps_delta" ? std::min(delta, 0.10) : delta;
            }
        }
        return result;
    }
};

Wish fallback(const Situation& situation)
{
    const Numbers& now = situation.baseline;
    Bench b{&now, {}, {}};
    b.change("min_interval_ms", 20, 120);
    b.change("replace_rate_per_min", -60, 150);
    b.change("base_spread_bps_delta", 0.02, 0.6);
    b.work["impact_cap_ratio"] = std::max(0.08, valueIn(now, "impact_cap_ratio"));
    b.work["tail_age_ms"] = std::max(700.0, valueIn(now, "tail_age_ms"));
    return {b.deltas(), true};
}

void driversAndBlocks(const Situation& situation, Bench& b)
{
    const Numbers& kpis = situation.now.kpis;
    const auto above = [&](const char* key, double limit) {
        return kpis.count(key) == 1 && kpis.at(key) > limit;
    };
    const auto drives = [&](const char* name) {
        return std::count(situation.now.drivers.begin(), situation.now.drivers.end(), name) > 0;
    };
    if (drives("slippage_bps")) {
        b.change("base_spread_bps_delta", 0.02, 0.6);
        b.change("tail_age_ms", 50, 900);
    }
    if (drives("adverse_bps")) {
        b.change("impact_cap_ratio", -0.02, 0.06);
        b.change("max_delta_ratio", -0.02, 0.10);
    }
    if (above("min_interval_ratio", 0.40)) {
        b.change("min_interval_ms", 20, 120);
    }
    if (above("concurrency_ratio", 0.30)) {
        b.change("replace_rate_per_min", -30, 150);
    }
}
} // namespace

Wish driver(const Situation& situation)
{
    if (situation.fallbackDue) {
        return fallback(situation);
    }
    const Numbers& kpis = situation.now.kpis;
    const auto above = [&](const char* key, double limit) {
        return kpis.count(key) == 1 && kpis.at(key) > limit;
    };
    const auto upTo = [&](const char* key, double limit) {
        return kpis.count(key) == 1 && kpis.at(key) <= limit;
    };
    Bench b{&situation.baseline, {}, {}};
    driversAndBlocks(situation, b);
    int fails = 0;
    if (above("cancel_ratio", 0.55)) { // T1
        b.change("min_interval_ms", 20, 300);
        b.change("replace_rate_per_min", -30, 120);
        ++fails;
    }
    if (above("adverse_bps_p95", 4) || above("slippage_bps_p95", 3)) { // T2
        b.change("base_spread_bps_delta", 0.05, 0.6);
        ++fails;
    }
    const bool calm = kpis.count("risk_ratio") == 1 && kpis.at("risk_ratio") < 0.40;
    if (above("order_age_p95_ms", 330) && upTo("adverse_bps_p95", 4) &&
        upTo("slippage_bps_p95", 3) && calm) { // age relief
        b.change("min_interval_ms", -10, 50);
        b.change("replace_rate_per_min", 30, 330);
    }
    if (above("ws_lag_p95_ms", 120)) { // T4
        b.change("min_interval_ms", 20, 300);
        ++fails;
    }
    if (kpis.count("net_bps") == 1 && kpis.at("net_bps") < 2.5 && fails == 0) { // T5
        b.change("base_spread_bps_delta", 0.02, 0.6);
    }
    if (fails >= 3) {
        b = Bench{&situation.baseline, {}, {}};
        b.change("base_spread_bps_delta", 0.05, 0.6);
        b.change("min_interval_ms", 20, 300);
        b.change("replace_rate_per_min", -30, 120);
    }
    return {b.deltas(), false};
}

namespace
{
struct Operation {
    const char* name;
    char op;
    double value;
};

Numbers operated(Numbers values, const std::vector<Operation>& operations)
{
    for (const Operation& o : operations) {
        const double old = valueIn(values, o.name);
        const double next = rounded(o.name, o.op == '+' ? old + o.value : old * o.value);
        const Parameter& p = parameters().at(o.name);
        values[o.name] = std::max(p.safeLow, std::min(p.safeHigh, next));
    }
    return values;
}
} // namespace

Numbers withMakerBias(Numbers values)
{
    return operated(std::move(values), {{"base_spread_bps_delta", '+', 0.01},
                                        {"min_interval_ms", '+', 15},
                                        {"replace_rate_per_min", '*', 0.90},
                                        {"impact_cap_ratio", '*', 0.95},
                                        {"max_delta_ratio", '*', 0.95},
                                        {"rescue_max_ratio", '*', 0.85},
                                        {"min_edge_bps", '+', 0.5},
                                        {"cooldown_ms", '+', 250}});
}

Numbers withWarmup(Numbers values)
{
    return operated(std::move(values), {{"base_spread_bps_delta", '+', 0.03},
                                        {"min_interval_ms", '+', 25},
                                        {"replace_rate_per_min", '*', 0.75},
                                        {"impact_cap_ratio", '*', 0.85},
                                        {"max_delta_ratio", '*', 0.85},
                                        {"tail_age_ms", '+', 100},
                                        {"rescue_max_ratio", '*', 0.70},
                                        {"min_edge_bps", '+', 0.8},
                                        {"cooldown_ms", '+', 400},
                                        {"position_limit_notional", '*', 0.80}});
}

} // namespace soak::naive
