// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/control/naive_control.h"

#include <algorithm>
#include <cmath>

namespace soak::naive
{

Trajectory::Trajectory(Options options, Numbers start)
    : m_options(std::move(options)), m_baseline(std::move(start))
{
    m_states.push_back(m_baseline);
}

std::string Trajectory::phaseOf(int iteration) const
{
    if (!m_options.warmup || iteration > m_options.warm + m_options.ramp) {
        return "steady";
    }
    return iteration <= m_options.warm ? "warmup" : "rampdown";
}

// 4.4
Numbers Trajectory::effectiveOf(int iteration) const
{
    const std::string phase = phaseOf(iteration);
    if (phase == "steady") {
        return m_baseline;
    }
    Numbers overlay = m_options.warmupPreset ? withWarmup(m_baseline) : m_baseline;
    if (phase == "warmup") {
        if (!m_past.empty() && m_past.back().kpis.count("p95_latency_ms") == 1) {
            const double p95 = m_past.back().kpis.at("p95_latency_ms");
            if (p95 > 350) {
                const double add = std::min(0.05, (p95 - 350) / 10 * 0.01);
                const double now = valueIn(overlay, "spread_add_bps");
                overlay["spread_add_bps"] = std::min(5.0, now + add);
            }
        }
        return overlay;
    }
    const double j = iteration - m_options.warm;
    for (auto& [name, value] : overlay) {
        const double b = valueIn(m_baseline, name);
        value = value == b ? b : rounded(name, value + (b - value) * j / (m_options.ramp + 1));
    }
    return overlay;
}

// 5.1
void Trajectory::tick(Signal& signal, bool value, double time)
{
    if (value != signal.raw) {
        signal.raw = value;
        signal.since = time;
    }
    if (signal.raw && !signal.active && time - signal.since >= 2500) {
        signal.active = true;
    } else if (!signal.raw && signal.active && time - signal.since >= 4000) {
        signal.active = false;
    }
}

// 5.4
bool Trajectory::swinging() const
{
    if (m_past.size() < 5) {
        return false;
    }
    for (const auto& [name, parameter] : parameters()) {
        std::vector<double> five, moves;
        for (std::size_t i = m_past.size() - 5; i < m_past.size(); ++i) {
            const Numbers& applied = m_past[i].applied;
            five.push_back(applied.count(name) == 1 ? applied.at(name) : 0.0);
            if (five.back() != 0) {
                moves.push_back(five.back());
            }
        }
        int reversals = 0;
        for (std::size_t i = 1; i < moves.size(); ++i) {
            reversals += (moves[i] > 0) != (moves[i - 1] > 0);
        }
        double mean = 0;
        for (const double x : five) {
            mean += std::abs(x) / 5;
        }
        const double range = *std::max_element(five.begin(), five.end()) -
                             *std::min_element(five.begin(), five.end());
        if (reversals >= 2 && range / mean > 0.15) {
            return true;
        }
    }
    return false;
}

// 5.5 with 5.2
void Trajectory::freezeTable(const Iteration& iteration, Outcome& outcome)
{
    const bool raw = swinging();
    for (const auto& [time, p95] : iteration.samples) {
        tick(m_oscillation, raw, time);
        tick(m_latency, p95.has_value() && *p95 >= 360, time);
    }
    const double now = iteration.samples.back().first;
    const bool any = m_oscillation.active || m_latency.active;
    std::set<std::string> grown = m_frozen;
    if (any) {
        grown.insert("rebid");
    }
    if (m_oscillation.active) {
        grown.insert("rescue_taker");
    }
    if (any && m_frozen.empty()) {
        outcome.action = "partial_freeze";
    } else if (any && grown != m_frozen) {
        outcome.action = "extend_freeze";
    } else if (any) {
        outcome.action = "continue_freeze";
    } else if (!m_frozen.empty() && now - m_frozenSince < 3000) {
        outcome.action = "continue_freeze";
    } else if (!m_frozen.empty()) {
        outcome.action = "clear";
        grown.clear();
    } else {
        outcome.action = "none";
    }
    if (grown != m_frozen) {
        m_frozenSince = now;
    }
    m_frozen = grown;
    outcome.frozen = m_frozen;
}

// 4.3: two in a row below zero, neither of them answered by a fallback already.
bool Trajectory::fallbackDue(const Iteration& iteration) const
{
    const auto negative = [](const Numbers& kpis) {
        return kpis.count("net_bps") == 1 && kpis.at("net_bps") < 0;
    };
    return negative(iteration.kpis) && !m_past.empty() && negative(m_past.back().kpis) &&
           !m_past.back().fallback;
}

// 4.7 velocity
bool Trajectory::tooFast(const Iteration& iteration, const std::string& name, double delta) const
{
    const Parameter& p = parameters().at(name);
    const double width = p.high - p.low;
    const double factor = phaseOf(iteration.number) == "warmup" ? 1.5 : 1.0;
    const std::size_t n = m_past.size();
    if (m_options.velocity == "count") {
        return n >= 3 && !m_past[n - 1].applied.empty() && !m_past[n - 2].applied.empty() &&
               !m_past[n - 3].applied.empty();
    }
    if (m_options.velocity == "hourly") {
        const double from = m_past.empty() ? 0 : m_past.back().end;
        const double hours = (iteration.samples.back().first - from) / 1000 / 60 / 60;
        const double cap = std::max(0.0, valueIn(m_baseline, "max_delta_per_hour")) * factor;
        return hours <= 0 || std::abs(delta) / width > cap * hours + 1e-9;
    }
    double sum = std::abs(delta);
    for (std::size_t back = 1; back <= 2 && back <= n; ++back) {
        const Numbers& applied = m_past[n - back].applied;
        sum += applied.count(name) == 1 ? std::abs(applied.at(name)) : 0;
    }
    const double cap = std::max(0.0, valueIn(m_baseline, "velocity_cap")) * factor;
    return sum / 3 / width > cap + 1e-9;
}

std::string Trajectory::filter(const Iteration& iteration, const std::string& name,
                               double delta) const
{
    const bool risky = name == "impact_cap_ratio" || name == "max_delta_ratio";
    if (risky && m_steadyUntil && iteration.number <= *m_steadyUntil) {
        return "steady_freeze";
    }
    if (m_frozen.count(parameters().at(name).subsystem) == 1) {
        return "partial_freeze";
    }
    const auto blocked = m_blockedUntil.find(name);
    if (blocked != m_blockedUntil.end() && iteration.number <= blocked->second) {
        return "cooldown";
    }
    return tooFast(iteration, name, delta) ? "velocity" : "";
}

// 4.4 micro-steps
void Trajectory::fewSteps(int iteration, Numbers& wanted, Outcome& outcome) const
{
    if (iteration >= 2) {
        for (const auto& [name, delta] : m_past[m_past.size() - 1].applied) {
            if (wanted.erase(name) == 1) {
                outcome.dropped[name] = "micro_steps";
            }
        }
    }
    while (wanted.size() > 2) {
        std::string smallest;
        double least = 0;
        for (const auto& [name, delta] : wanted) {
            const Parameter& p = parameters().at(name);
            const double size = std::abs(delta) / (p.high - p.low);
            if (smallest.empty() || size <= least + 1e-9) { // of equals the later name goes
                smallest = name;
                least = size;
            }
        }
        wanted.erase(smallest);
        outcome.dropped[smallest] = "micro_steps";
    }
}

// 4.6 rule 5; a window above 3 asks for a longer alternation.
bool Trajectory::returnsToAnOlderState(const Numbers& next) const
{
    std::vector<Numbers> states = m_states;
    states.push_back(next);
    const double wish = valueIn(m_baseline, "oscillation_window");
    const auto window = static_cast<std::size_t>(std::min(16.0, std::max(3.0, wish)));
    if (states.size() < window) {
        return false;
    }
    std::set<Numbers> seen(states.end() - static_cast<std::ptrdiff_t>(window), states.end());
    return seen.size() == 2; // neighbours differ, so two states can only alternate
}

void Trajectory::applyWhatIsLeft(Numbers left, Outcome& outcome)
{
    Numbers next = m_baseline;
    Numbers applied;
    for (const auto& [name, delta] : left) {
        const Parameter& p = parameters().at(name);
        const double old = valueIn(m_baseline, name);
        double value = std::min(std::max(p.high, old), std::max(std::min(p.low, old), old + delta));
        value = rounded(name, value);
        if (std::abs(value - old) <= 1e-9) {
            outcome.dropped[name] = "at_bound";
        } else {
            applied[name] = value - old;
            next[name] = value;
        }
    }
    if (applied.empty()) {
        std::set<std::string> why;
        for (const auto& [name, reason] : outcome.dropped) {
            why.insert(reason);
        }
        if (why.count("steady_freeze")) {
            outcome.skipFlags = {"freeze"};
        } else if (why.count("partial_freeze")) {
            outcome.skipFlags = {"freeze", "partial_freeze"};
        } else {
            for (const char* reason : {"velocity", "cooldown", "micro_steps", "at_bound"}) {
                if (why.count(reason) && outcome.skipFlags.empty()) {
                    outcome.skipFlags = {reason};
                }
            }
        }
        return;
    }
    if (returnsToAnOlderState(next)) {
        outcome.skipFlags = {"oscillation"};
        outcome.oscillation = true;
        return;
    }
    outcome.applied = applied;
    m_baseline = next;
    m_states.push_back(next);
}

// 4.6, 4.7
void Trajectory::decide(const Iteration& iteration, Outcome& outcome)
{
    if (outcome.proposed.empty()) {
        outcome.skipFlags = {"no_deltas"};
        return;
    }
    if (m_options.disabled) {
        outcome.skipFlags = {"disabled"};
        return;
    }
    if (iteration.number == m_options.total) {
        outcome.skipFlags = {"late_iteration"};
        return;
    }
    Numbers left;
    for (const auto& [name, delta] : outcome.proposed) {
        const std::string why = filter(iteration, name, delta);
        if (why.empty()) {
            left[name] = delta;
        } else {
            outcome.dropped[name] = why;
            outcome.velocity |= why == "velocity";
            outcome.cooldown |= why == "cooldown";
            outcome.freeze |= why == "steady_freeze" || why == "partial_freeze";
        }
    }
    if (m_options.warmup) {
        fewSteps(iteration.number, left, outcome);
    }
    const double pause = std::round(std::max(0.0, valueIn(m_baseline, "cooldown_iters")));
    applyWhatIsLeft(left, outcome);
    for (const auto& [name, delta] : outcome.applied) {
        const Parameter& p = parameters().at(name);
        if (std::abs(delta) / (p.high - p.low) > 0.50 + 1e-9) {
            m_blockedUntil[name] = iteration.number + static_cast<int>(pause);
        }
    }
}

// 4.7, at the end of the iteration
void Trajectory::steadyFreeze(int iteration, Outcome& outcome)
{
    const auto good = [](const Numbers& kpis) {
        return kpis.count("risk_ratio") == 1 && kpis.at("risk_ratio") <= 0.35 &&
               kpis.count("net_bps") == 1 && kpis.at("net_bps") >= 2.7;
    };
    const std::size_t n = m_past.size();
    if (n >= 2 && good(m_past[n - 1].kpis) && good(m_past[n - 2].kpis)) {
        m_steadyUntil = iteration + 4;
    }
    if (m_steadyUntil && *m_steadyUntil >= iteration) {
        outcome.frozenUntil = m_steadyUntil;
    }
}

Outcome Trajectory::step(const Iteration& iteration)
{
    Outcome outcome;
    freezeTable(iteration, outcome);
    Wish wish;
    if (m_options.autoTune && !iteration.kpis.empty()) {
        const Situation situation{iteration, m_baseline, m_options.normalise,
                                  fallbackDue(iteration)};
        wish = m_options.engine == "driver" ? driver(situation) : micro(situation);
    }
    outcome.proposed = wish.deltas;
    decide(iteration, outcome);
    m_past.push_back(
        {iteration.kpis, outcome.applied, wish.fallback, iteration.samples.back().first});
    steadyFreeze(iteration.number, outcome);
    outcome.baseline = m_baseline;
    outcome.effective = effectiveOf(iteration.number + 1);
    const bool warm = phaseOf(iteration.number) == "warmup";
    const Numbers& kpis = iteration.kpis;
    outcome.rescueBlocked =
        (kpis.count("risk_ratio") && kpis.at("risk_ratio") > (warm ? 0.45 : 0.55)) ||
        (kpis.count("p95_latency_ms") && kpis.at("p95_latency_ms") > (warm ? 360 : 400));
    return outcome;
}

} // namespace soak::naive
