// SPDX-License-Identifier: GPL-3.0-or-later
// Engine A: driven by the edge report (DOMAIN 4.3).
#include "core/base/text.h"
#include "core/control/proposal_rules.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{
constexpr int kMaxChangesPerField = 2;
constexpr double kMaxSpreadRaise = 0.10;
constexpr int kFailsForGuard = 3;
constexpr int kStreakForFallback = 2;

// Rules work on a copy of the values; the proposal is what it came to.
class WorkingCopy final
{
public:
    explicit WorkingCopy(const TunerInput& input) : m_input(input) {}

    // `limit`: the rule's own; without one the safe limit of the bot.
    void raise(std::string_view name, double step, std::optional<double> limit = std::nullopt)
    {
        if (Field* field = changeable(name)) {
            const double cap =
                std::min(limit.value_or(field->spec->safe.high), field->spec->safe.high);
            move(*field, roomToRaise(field->now, step, cap));
        }
    }

    void cut(std::string_view name, double step, std::optional<double> limit = std::nullopt)
    {
        if (Field* field = changeable(name)) {
            const double floor =
                std::max(limit.value_or(field->spec->safe.low), field->spec->safe.low);
            move(*field, -roomToCut(field->now, step, floor));
        }
    }

    void discard() { m_fields.clear(); }

    [[nodiscard]] Deltas deltas() const
    {
        Deltas result;
        for (const auto& [name, field] : m_fields) {
            double delta = roundTo(field.now - field.start, 12);
            if (name == "base_spread_bps_delta") {
                delta = std::min(delta, kMaxSpreadRaise);
            }
            if (std::abs(delta) > kSameValueTolerance) {
                result.emplace(name, ParamDelta{delta});
            }
        }
        return result;
    }

private:
    struct Field {
        const ParameterSpec* spec;
        double start;
        double now;
        int changes;
    };

    Field* changeable(std::string_view name)
    {
        auto found = m_fields.find(name);
        if (found == m_fields.end()) {
            const auto value = currentValue(m_input.baseline, m_input.registry, name);
            if (!value) {
                return nullptr;
            }
            const Field field{m_input.registry.find(name), *value, *value, 0};
            found = m_fields.emplace(name, field).first;
        }
        return found->second.changes < kMaxChangesPerField ? &found->second : nullptr;
    }

    static void move(Field& field, double delta)
    {
        if (std::abs(delta) > kSameValueTolerance) {
            field.now += delta;
            ++field.changes;
        }
    }

    const TunerInput& m_input;
    std::map<std::string, Field, std::less<>> m_fields;
};

struct Rules {
    const TunerInput& input;
    WorkingCopy copy;
    std::vector<std::string> reasons;
    int fails = 0;

    [[nodiscard]] bool isAbove(Metric metric, double limit) const
    {
        const auto value = input.summary.at(metric);
        return value && *value > limit;
    }

    [[nodiscard]] bool isKnownAtMost(Metric metric, double limit) const
    {
        const auto value = input.summary.at(metric);
        return value && *value <= limit;
    }

    [[nodiscard]] bool hasDriver(std::string_view name) const
    {
        const auto& drivers = input.summary.notes.negEdgeDrivers;
        return std::find(drivers.begin(), drivers.end(), name) != drivers.end();
    }
};

bool isFallbackDue(const TunerInput& input)
{
    const auto net = input.summary.at(Metric::NetBps);
    if (!net || *net >= 0 || input.state.negativeNetStreak + 1 < kStreakForFallback) {
        return false;
    }
    const auto last = input.state.lastFallbackIteration;
    return !last || input.iteration - *last > 1;
}

Proposal fallbackProposal(const TunerInput& input)
{
    WorkingCopy copy(input);
    copy.raise("min_interval_ms", 20, 120);
    copy.cut("replace_rate_per_min", 60, 150);
    copy.raise("base_spread_bps_delta", 0.02, 0.6);
    for (const auto& [name, least] :
         {std::pair{"impact_cap_ratio", 0.08}, {"tail_age_ms", 700.0}}) {
        const auto now = currentValue(input.baseline, input.registry, name);
        if (now && *now < least) {
            copy.raise(name, least - *now, least);
        }
    }
    return {.deltas = copy.deltas(),
            .reasons = {"fallback_conservative"},
            .conflicts = {},
            .fallback = true};
}

void driverAndBlockRules(Rules& rules)
{
    if (rules.hasDriver("slippage_bps")) {
        rules.copy.raise("base_spread_bps_delta", 0.02, 0.6);
        rules.copy.raise("tail_age_ms", 50, 900);
        rules.reasons.emplace_back("DRIVER slippage");
    }
    if (rules.hasDriver("adverse_bps")) {
        rules.copy.cut("impact_cap_ratio", 0.02, 0.06);
        rules.copy.cut("max_delta_ratio", 0.02, 0.10);
        rules.reasons.emplace_back("DRIVER adverse");
    }
    if (rules.isAbove(Metric::MinIntervalRatio, 0.40)) {
        rules.copy.raise("min_interval_ms", 20, 120);
        rules.reasons.emplace_back("BLOCK min_interval");
    }
    if (rules.isAbove(Metric::ConcurrencyRatio, 0.30)) {
        rules.copy.cut("replace_rate_per_min", 30, 150);
        rules.reasons.emplace_back("BLOCK concurrency");
    }
}

bool isAgeReliefDue(const Rules& rules)
{
    const auto risk = rules.input.summary.at(Metric::RiskRatio);
    return rules.isAbove(Metric::OrderAgeP95Ms, 330) &&
           rules.isKnownAtMost(Metric::AdverseBpsP95, 4) &&
           rules.isKnownAtMost(Metric::SlippageBpsP95, 3) && risk && *risk < 0.40;
}

void triggerRules(Rules& rules)
{
    if (rules.isAbove(Metric::CancelRatio, 0.55)) {
        rules.copy.raise("min_interval_ms", 20);
        rules.copy.cut("replace_rate_per_min", 30);
        rules.reasons.emplace_back("TRIGGER cancel_ratio");
        ++rules.fails;
    }
    if (rules.isAbove(Metric::AdverseBpsP95, 4) || rules.isAbove(Metric::SlippageBpsP95, 3)) {
        rules.copy.raise("base_spread_bps_delta", 0.05);
        rules.reasons.emplace_back("TRIGGER adverse_or_slippage");
        ++rules.fails;
    }
    if (isAgeReliefDue(rules)) {
        rules.copy.cut("min_interval_ms", 10, 50);
        rules.copy.raise("replace_rate_per_min", 30, 330);
        rules.reasons.emplace_back("AGE_RELIEF");
    }
    if (rules.isAbove(Metric::WsLagP95Ms, 120)) {
        rules.copy.raise("min_interval_ms", 20);
        rules.reasons.emplace_back("TRIGGER ws_lag");
        ++rules.fails;
    }
    const auto net = rules.input.summary.at(Metric::NetBps);
    if (net && *net < 2.5 && rules.fails == 0) {
        rules.copy.raise("base_spread_bps_delta", 0.02);
        rules.reasons.emplace_back("TRIGGER net_bps");
    }
}

void multiFailGuard(Rules& rules)
{
    if (rules.fails < kFailsForGuard) {
        return;
    }
    rules.copy.discard();
    rules.copy.raise("base_spread_bps_delta", 0.05);
    rules.copy.raise("min_interval_ms", 20);
    rules.copy.cut("replace_rate_per_min", 30);
    rules.reasons = {"multi_fail_guard"};
}
} // namespace

Proposal proposeDriver(const TunerInput& input)
{
    if (isFallbackDue(input)) {
        return fallbackProposal(input);
    }
    Rules rules{input, WorkingCopy(input), {}, 0};
    driverAndBlockRules(rules);
    triggerRules(rules);
    multiFailGuard(rules);
    Proposal proposal{.deltas = rules.copy.deltas(), .reasons = rules.reasons, .conflicts = {}};
    if (proposal.deltas.empty()) {
        proposal.reasons.emplace_back("STABLE");
    }
    return proposal;
}

} // namespace soak
