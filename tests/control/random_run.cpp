// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/control/random_run.h"

#include "core/control/start_overrides.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace soak
{

namespace
{
class Dice final
{
public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}

    bool chance(double p) { return between(0, 1) < p; }

    double between(double low, double high)
    {
        const double share = static_cast<double>(m_engine() >> 11) / 9007199254740992.0;
        return low + (high - low) * share;
    }

    int whole(int low, int high)
    {
        return low + static_cast<int>(m_engine() % static_cast<std::uint64_t>(high - low + 1));
    }

    template <typename T>
    T oneOf(const std::vector<T>& values)
    {
        return values[static_cast<std::size_t>(whole(0, static_cast<int>(values.size()) - 1))];
    }

private:
    std::mt19937_64 m_engine;
};

// What a metric may be: the thresholds of the rules, their neighbours, and anything between.
struct Range {
    const char* key;
    double low, high;
    std::vector<double> edges;
};

const std::vector<Range>& ranges()
{
    static const std::vector<Range> table{
        {"net_bps", -2, 6, {0, 2.5, 2.7, 2.69, 3.0, 2.99}},
        {"risk_ratio", 0, 0.9, {0.35, 0.36, 0.40, 0.39, 0.45, 0.55, 0.60, 0.59, 0.30}},
        {"maker_taker_ratio", 0, 1, {0.85, 0.84, 0.5}},
        {"p95_latency_ms", 150, 450, {330, 329.9, 350, 360, 359.9, 400, 410}},
        {"adverse_bps_p95", 0, 6, {3.5, 3.6, 4.0, 4.1}},
        {"slippage_bps_p95", 0, 5, {2.5, 2.6, 3.0, 3.1}},
        {"min_interval_ratio", 0, 0.8, {0.40, 0.41}},
        {"concurrency_ratio", 0, 0.6, {0.30, 0.31}},
        {"cancel_ratio", 0, 1, {0.55, 0.56}},
        {"order_age_p95_ms", 200, 450, {330, 331}},
        {"ws_lag_p95_ms", 50, 200, {120, 121}},
    };
    return table;
}

// KPIs stay in one mood for a few iterations, so that freezes, streaks and repetitions happen.
struct Moods {
    Dice& dice;
    naive::Numbers kpis;
    std::vector<std::string> drivers;
    std::optional<double> latency;

    void change(double share)
    {
        for (const Range& range : ranges()) {
            if (dice.chance(share)) {
                kpis[range.key] = dice.chance(0.5) ? dice.oneOf(range.edges)
                                                   : dice.between(range.low, range.high);
            }
            if (dice.chance(share * 0.1)) {
                kpis.erase(range.key);
            }
        }
        if (dice.chance(share)) {
            drivers.clear();
            for (const char* name : {"slippage_bps", "adverse_bps", "fees_eff_bps"}) {
                if (dice.chance(0.3)) {
                    drivers.emplace_back(name);
                }
            }
        }
    }

    // Calm and trouble in turn: the engines go back and forth.
    void flip(int iteration)
    {
        const bool isCalm = iteration % 2 == 0;
        kpis["net_bps"] = 4;
        kpis["risk_ratio"] = isCalm ? 0.2 : 0.5;
        kpis["min_interval_ratio"] = isCalm ? 0.1 : 0.5;
        kpis["order_age_p95_ms"] = 340;
        kpis["adverse_bps_p95"] = 1;
        kpis["slippage_bps_p95"] = 1;
    }

    std::optional<double> nextLatency()
    {
        if (dice.chance(0.3)) {
            latency = dice.chance(0.15) ? std::nullopt
                                        : std::optional(dice.oneOf<double>({250, 359.9, 360, 420}));
        }
        return latency;
    }
};

std::vector<std::pair<double, std::optional<double>>> randomSamples(Moods& moods, double from,
                                                                    double span)
{
    const int count = moods.dice.chance(0.3) ? 1 : moods.dice.whole(2, 9);
    std::vector<std::pair<double, std::optional<double>>> samples;
    for (int i = 1; i <= count; ++i) {
        samples.emplace_back(from + std::floor(span * i / count), moods.nextLatency());
    }
    return samples;
}

naive::Options randomOptions(Dice& dice, int iterations)
{
    naive::Options options;
    options.total = dice.chance(0.5) ? iterations : iterations + dice.whole(1, 5);
    options.autoTune = !dice.chance(0.03);
    options.disabled = dice.chance(0.03);
    options.engine = dice.chance(0.6) ? "micro" : "driver";
    options.normalise = dice.chance(0.5);
    options.velocity = dice.oneOf<std::string>({"range", "range", "count", "hourly"});
    options.warmup = dice.chance(0.5);
    options.warmupPreset = dice.chance(0.8);
    options.warm = dice.chance(0.6) ? 4 : dice.whole(0, 20);
    options.ramp = dice.chance(0.6) ? 2 : dice.whole(0, 6);
    return options;
}

// Complete or not, inside safe, often outside apply. A generous velocity lets the other guards act.
naive::Numbers randomStart(Dice& dice)
{
    naive::Numbers start;
    for (const auto& [name, p] : naive::parameters()) {
        if (!std::isfinite(p.safeHigh) || dice.chance(0.3)) {
            continue;
        }
        const double value = dice.chance(0.3) ? dice.oneOf<double>({p.low, p.high, p.fallback})
                                              : dice.between(p.safeLow, p.safeHigh);
        start[name] = p.whole ? std::round(value) : std::round(value * 1000) / 1000;
    }
    if (dice.chance(0.4)) {
        start["velocity_cap"] = dice.oneOf<double>({0, 0.05, 0.3, 1, 5});
    }
    if (dice.chance(0.2)) {
        start["cooldown_iters"] = dice.whole(0, 6);
    }
    if (dice.chance(0.2)) {
        start["oscillation_window"] = dice.whole(0, 6);
    }
    if (dice.chance(0.2)) {
        start["max_delta_per_hour"] = dice.oneOf<double>({0, 0.5, 10, 1000});
    }
    return start;
}

IterationSummary summaryOf(const naive::Iteration& iteration)
{
    IterationSummary summary;
    for (const auto& [key, value] : iteration.kpis) {
        summary.metrics[indexOf(*metricFromKey(key))] = value;
    }
    summary.notes.negEdgeDrivers = iteration.drivers;
    return summary;
}

ControlPlan planOf(const naive::Options& options)
{
    ControlPlan plan = microPlan(options.total);
    plan.autoTune = options.autoTune;
    plan.applyDisabled = options.disabled;
    plan.tuner = options.engine;
    plan.tunerOptions = {.normalise = options.normalise,
                         .velocity = *velocityModeFromKey(options.velocity)};
    plan.phases = {.enabled = options.warmup,
                   .warmupIterations = options.warm,
                   .rampdownIterations = options.ramp};
    if (options.warmupPreset) {
        plan.warmupPreset = *findBuiltinPreset("warmup_conservative_v1");
    }
    return plan;
}
} // namespace

RandomRun randomRun(std::uint64_t seed, int iterations)
{
    Dice dice(seed);
    RandomRun run;
    run.options = randomOptions(dice, iterations);
    run.start = randomStart(dice);
    Moods moods{dice, {}, {}, std::nullopt};
    moods.change(1);
    const bool isRestless = dice.chance(0.3);
    const double share = dice.oneOf<double>({0.05, 0.2, 0.7});
    const double span = dice.oneOf<double>({1000, 5000, 5000, 300000, 7200000});
    double now = 0;
    for (int n = 1; n <= iterations; ++n) {
        naive::Iteration iteration;
        iteration.number = n;
        if (isRestless) {
            moods.flip(n);
        }
        if (!dice.chance(0.03)) { // else a failed iteration
            iteration.kpis = moods.kpis;
            iteration.drivers = moods.drivers;
        }
        iteration.samples = randomSamples(moods, now, dice.chance(0.02) ? 0 : span);
        now = iteration.samples.back().first;
        run.iterations.push_back(iteration);
        moods.change(share);
    }
    return run;
}

std::vector<RunStep> runControl(const RandomRun& run)
{
    RunInput input{.plan = planOf(run.options),
                   .start = withValues(run.start),
                   .summaryOf = {},
                   .samplesOf = {},
                   .state = {},
                   .iterations = {}};
    const auto at = [&](int n) -> const naive::Iteration& {
        return run.iterations[static_cast<std::size_t>(n - 1)];
    };
    input.summaryOf = [&](int n) { return summaryOf(at(n)); };
    input.samplesOf = [&](int n, const IterationSummary&) {
        std::vector<EngineSample> samples;
        for (const auto& [time, p95] : at(n).samples) {
            samples.push_back({.at = Millis{time}, .p95LatencyMs = p95});
        }
        return samples;
    };
    input.iterations = static_cast<int>(run.iterations.size());
    return runControl(input);
}

std::vector<naive::Outcome> runNaive(const RandomRun& run)
{
    naive::Trajectory naive(run.options, run.start);
    std::vector<naive::Outcome> outcomes;
    for (const naive::Iteration& iteration : run.iterations) {
        outcomes.push_back(naive.step(iteration));
    }
    return outcomes;
}

} // namespace soak
