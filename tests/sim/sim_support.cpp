// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/sim_support.h"

#include <array>
#include <cinttypes>
#include <cmath>
#include <cstdio>

namespace soak
{

namespace
{

double meanOf(const std::vector<double>& values)
{
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    return values.empty() ? std::nan("") : sum / static_cast<double>(values.size());
}

double deviationOf(const std::vector<double>& values)
{
    const double mean = meanOf(values);
    double squares = 0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

// The columns of SimKpis, over iterations; absent values are left out.
using Column = std::optional<double> SimKpis::*;

std::vector<double> columnOf(const std::vector<SimResult>& results, Column column)
{
    std::vector<double> values;
    for (const SimResult& result : results) {
        if (const std::optional<double> value = result.kpis.*column) {
            values.push_back(*value);
        }
    }
    return values;
}

} // namespace

Overrides middleOverrides(const OverrideValues& changes)
{
    OverrideValues values{{"base_spread_bps_delta", 0.165}, {"impact_cap_ratio", 0.10},
                          {"max_delta_ratio", 0.13},        {"min_interval_ms", 60},
                          {"replace_rate_per_min", 260},    {"tail_age_ms", 650},
                          {"concurrency_limit", 6},         {"rescue_max_ratio", 0.40},
                          {"rescue_spread_cap_bps", 5.5},   {"rebid_threshold_bps", 1.5}};
    for (const auto& [name, value] : changes) {
        values[name] = value;
    }
    Overrides overrides;
    for (const auto& [name, value] : values) {
        overrides.values[name] = ParamValue{value};
    }
    return overrides;
}

SimInput simInput(std::string_view scenario, int iteration, const Overrides& overrides,
                  std::uint64_t seed)
{
    return {.overrides = overrides,
            .market = findScenario(scenario)->market,
            .seed = seed,
            .iteration = iteration};
}

MeanKpis meanKpis(const SimInput& input, int iterations)
{
    std::vector<SimResult> results;
    MeanKpis means;
    for (int iteration = 1; iteration <= iterations; ++iteration) {
        SimInput one = input;
        one.iteration = iteration;
        results.push_back(simulateIteration(one));
        means.makerFills += static_cast<double>(results.back().fills.maker) / iterations;
        means.profit += static_cast<double>(results.back().parts.net) / kUnitsPerBps / iterations;
        means.requests += static_cast<double>(results.back().requests.total()) / iterations;
    }
    const auto mean = [&results](Column column) { return meanOf(columnOf(results, column)); };
    means.gross = mean(&SimKpis::grossBps);
    means.fees = mean(&SimKpis::feesBps);
    means.slippage = mean(&SimKpis::slippageBps);
    means.adverse = mean(&SimKpis::adverseBps);
    means.net = mean(&SimKpis::netBps);
    means.maker = mean(&SimKpis::makerShare);
    means.p95 = mean(&SimKpis::latencyP95Ms);
    means.risk = mean(&SimKpis::riskRatio);
    means.orderAge = mean(&SimKpis::orderAgeP95Ms);
    means.netDeviation = deviationOf(columnOf(results, &SimKpis::netBps));
    means.makerDeviation = deviationOf(columnOf(results, &SimKpis::makerShare));
    means.p95Deviation = deviationOf(columnOf(results, &SimKpis::latencyP95Ms));
    means.riskDeviation = deviationOf(columnOf(results, &SimKpis::riskRatio));
    return means;
}

std::string digestLines()
{
    std::string lines;
    for (const ScenarioSpec& spec : scenarios()) {
        for (const int iteration : {1, 9}) {
            const SimResult result =
                simulateIteration(simInput(spec.name, iteration, middleOverrides(), 20'261'126));
            std::array<char, 200> line{};
            const int length = std::snprintf(
                line.data(), line.size(), "%s %d %016" PRIx64 " %" PRId64 " %.17g %.17g\n",
                spec.name.data(), iteration, result.digest, result.events,
                result.kpis.netBps.value_or(0), result.kpis.latencyP95Ms.value_or(0));
            lines.append(line.data(), static_cast<std::size_t>(length));
        }
    }
    return lines;
}

} // namespace soak
