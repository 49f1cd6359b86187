// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/red_start.h"

#include "core/sim/random.h"

#include <array>
#include <string_view>

namespace soak
{

namespace
{

// In steps of `unit`, so that nothing is drawn as a fraction of binary.
struct RedRange {
    std::string_view name;
    std::int64_t low;
    std::int64_t high;
    double perUnit; // so many units are 1
};

constexpr std::array kRedRanges{RedRange{"base_spread_bps_delta", 800, 1200, 10000},
                                RedRange{"impact_cap_ratio", 1050, 1200, 10000},
                                RedRange{"max_delta_ratio", 1400, 1600, 10000},
                                RedRange{"min_interval_ms", 40, 50, 1},
                                RedRange{"replace_rate_per_min", 290, 320, 1},
                                RedRange{"tail_age_ms", 500, 580, 1},
                                RedRange{"concurrency_limit", 7, 10, 1},
                                RedRange{"rescue_max_ratio", 500, 700, 1000},
                                RedRange{"rescue_spread_cap_bps", 600, 750, 100},
                                RedRange{"rebid_threshold_bps", 800, 1200, 1000}};

constexpr std::uint64_t kRedStream = 0x5245'4453'5441'5254; // none of the market's

} // namespace

Overrides redStart(std::uint64_t seed)
{
    std::uint64_t state = seed ^ kRedStream;
    SimRandom::State words{};
    for (std::uint64_t& word : words) {
        word = splitMix64(state);
    }
    SimRandom random(words);
    Overrides overrides;
    for (const RedRange& range : kRedRanges) {
        const auto drawn = static_cast<double>(random.between(range.low, range.high));
        overrides.values.emplace(range.name, ParamValue{drawn / range.perUnit});
    }
    return overrides;
}

} // namespace soak
