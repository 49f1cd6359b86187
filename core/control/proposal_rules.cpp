// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/proposal_rules.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{
constexpr int kDeltaDecimals = 12;
constexpr double kFloorSlack = 1e-9; // 20 * 0.85 may come out a hair below 17
} // namespace

std::string plainText(double amount)
{
    std::string text = jsonNumber(amount);
    if (text.ends_with(".0")) {
        text.resize(text.size() - 2);
    }
    return text;
}

std::string signedText(double amount)
{
    return amount > 0 ? "+" + plainText(amount) : plainText(amount);
}

std::optional<double> currentValue(const Overrides& overrides, const ParameterRegistry& registry,
                                   std::string_view name)
{
    const ParameterSpec* spec = registry.find(name);
    if (spec == nullptr) {
        return std::nullopt;
    }
    const std::optional<ParamValue> value = valueOrDefault(overrides, *spec);
    return value ? std::optional<double>(value->amount) : std::nullopt;
}

double roomToRaise(double current, double step, double cap)
{
    return roundTo(std::max(0.0, std::min(step, cap - current)), kDeltaDecimals);
}

double roomToCut(double current, double step, double floor)
{
    return roundTo(std::max(0.0, std::min(step, current - floor)), kDeltaDecimals);
}

void RuleBook::beginRule(std::string_view tag)
{
    endRule();
    m_tag = tag;
}

void RuleBook::raise(std::string_view name, double step, double cap)
{
    if (const auto now = current(name)) {
        want(name, roomToRaise(*now, step, cap));
    }
}

void RuleBook::cut(std::string_view name, double step, double floor)
{
    if (const auto now = current(name)) {
        want(name, -roomToCut(*now, step, floor));
    }
}

void RuleBook::scaleDown(std::string_view name, double factor)
{
    if (const auto now = current(name)) {
        const double target = std::max(1.0, std::floor(*now * factor + kFloorSlack));
        want(name, -roomToCut(*now, *now - target, target));
    }
}

std::optional<double> RuleBook::current(std::string_view name) const
{
    return currentValue(m_input.baseline, m_input.registry, name);
}

void RuleBook::want(std::string_view name, double delta)
{
    if (std::abs(delta) <= kSameValueTolerance) {
        m_details.push_back(std::string(name) + " (at bound)");
        return;
    }
    const auto found = m_proposal.deltas.find(name);
    if (found == m_proposal.deltas.end()) {
        m_proposal.deltas.emplace(name, ParamDelta{delta});
        m_details.push_back(std::string(name) + " " + signedText(delta));
    } else if (found->second.amount * delta < 0) {
        m_proposal.conflicts.emplace(name, DropReason::Conflict);
        m_details.push_back(std::string(name) + " " + signedText(delta) + " (conflict)");
    }
}

void RuleBook::endRule()
{
    if (m_tag.empty()) {
        return;
    }
    m_proposal.reasons.push_back(m_details.empty() ? m_tag : m_tag + " " + join(m_details, ", "));
    m_tag.clear();
    m_details.clear();
}

Proposal RuleBook::take() &&
{
    endRule();
    return std::move(m_proposal);
}

void preferRisk(Proposal& proposal, std::optional<double> risk)
{
    const auto spread = proposal.deltas.find("base_spread_bps_delta");
    const auto interval = proposal.deltas.find("min_interval_ms");
    if (!risk || *risk < 0.40 || spread == proposal.deltas.end() ||
        interval == proposal.deltas.end()) {
        return;
    }
    if (spread->second.amount > 0 && interval->second.amount < 0) {
        proposal.conflicts.insert_or_assign("min_interval_ms", DropReason::Conflict);
        proposal.deltas.erase(interval);
    }
}

} // namespace soak
