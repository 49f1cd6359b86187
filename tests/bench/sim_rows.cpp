// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/simulate.h"
#include "tests/bench/rows.h"

namespace soak::bench
{
namespace
{

// SIMULATOR 9 allows 100 ns an event. Where that was set, drawing one takes kDrawNanoseconds; on a
// slower or busier machine both take longer.
constexpr double kDrawNanoseconds = 14;
constexpr double kEventNanoseconds = 100;
constexpr int kIterations = 24;

Error simulatedWrongly()
{
    return Error{Errc::Internal, "an iteration had no events or no fills", "sim"};
}

SimInput inputOf(int iteration)
{
    return {
        .overrides = {}, .market = findScenario("calm")->market, .seed = 1, .iteration = iteration};
}

// The same market with a bot that has no room for an order: the loop, the book and the flow.
SimInput withoutOrders(int iteration)
{
    SimInput input = inputOf(iteration);
    input.market.positionLimit = 1;
    return input;
}

// What no event can do without: an exponential wait and a choice.
std::int64_t drawOnly(std::int64_t events)
{
    SimRandom random = streamsOf(1, 1).flow;
    std::int64_t sum = 0;
    for (std::int64_t i = 0; i < events; ++i) {
        sum += ((random.exponentialQ16() * 1'000'000'000) >> 16U) / (150'000 + (sum & 1023));
        sum += random.below(150'000);
    }
    return sum;
}

} // namespace

Status addSimRows(const Setup& setup, Results& results)
{
    setup.tell("simulating");
    std::int64_t events = 0;
    const auto simulating = [&events]() -> Result<Sample> {
        const Stopwatch watch;
        events = 0;
        for (int iteration = 1; iteration <= kIterations; ++iteration) {
            const SimResult result = simulateIteration(inputOf(iteration));
            if (result.events == 0 || !result.kpis.netBps) {
                return simulatedWrongly();
            }
            events += result.events;
        }
        return watch.elapsed();
    };
    SOAK_CHECK(simulating()); // how many events there are
    const auto drawing = [&events]() -> Result<Sample> {
        const Stopwatch watch;
        const std::int64_t sum = drawOnly(events);
        const Sample sample = watch.elapsed();
        return sum != 0 ? Result<Sample>(sample) : simulatedWrongly();
    };
    std::int64_t flowEvents = 0;
    const auto flowing = [&flowEvents]() -> Result<Sample> {
        const Stopwatch watch;
        flowEvents = 0;
        for (int iteration = 1; iteration <= kIterations; ++iteration) {
            const SimResult result = simulateIteration(withoutOrders(iteration));
            if (result.events == 0 || result.requests.total() != 0) {
                return simulatedWrongly();
            }
            flowEvents += result.events;
        }
        return watch.elapsed();
    };
    SOAK_TRY(const std::vector<Series> series,
             interleave({drawing, simulating, flowing}, setup.shortPairs, setup.stop));
    results.rows.push_back(costRow("sim_24", "x drawing its events", series[1], series[0],
                                   Budget{Limit::AtMost, kEventNanoseconds / kDrawNanoseconds}));
    results.rows.push_back(
        costRow("sim_24_bot", "x the market without orders", series[1], series[2], std::nullopt));
    results.facts.emplace_back("sim_24_events", std::to_string(events));
    results.facts.emplace_back("sim_24_bot_events_without", std::to_string(flowEvents));
    return Done{};
}

} // namespace soak::bench
