// SPDX-License-Identifier: GPL-3.0-or-later
// What both tuning engines share: reading the current value, and the ways two rules get along.
#pragma once

#include "core/control/tuner.h"

#include <optional>
#include <string>
#include <string_view>

namespace soak
{

// The value in `overrides`, else the registry default; nullopt when the parameter is unknown or has
// neither.
std::optional<double> currentValue(const Overrides& overrides, const ParameterRegistry& registry,
                                   std::string_view name);

// Direction-safe steps (DOMAIN 4.2), rounded to 12 decimals: never negative, 0 when `current` is at
// `limit` or beyond.
double roomToRaise(double current, double step, double cap);
double roomToCut(double current, double step, double floor);

// "+5", "-0.01", "0.3": as short as reads back to the same.
std::string signedText(double amount);
std::string plainText(double amount);

// Collects the proposal of engine `micro`: the first rule that changes a key wins, a later one that
// wants the opposite is recorded, and each rule leaves one reason.
class RuleBook final
{
public:
    explicit RuleBook(const TunerInput& input) : m_input(input) {}

    void beginRule(std::string_view tag);
    void raise(std::string_view name, double step, double cap);
    void cut(std::string_view name, double step, double floor);
    // Lowers an integer to a share of it, rounded down, at least 1.
    void scaleDown(std::string_view name, double factor);

    [[nodiscard]] std::optional<double> current(std::string_view name) const;
    [[nodiscard]] Proposal take() &&; // ends the last rule

private:
    void want(std::string_view name, double delta);
    void endRule();

    const TunerInput& m_input;
    Proposal m_proposal;
    std::string m_tag;
    std::vector<std::string> m_details;
};

// A wider spread says danger, a shorter interval says calm: under risk of .40 or more the interval
// stays (DOMAIN 4.2).
void preferRisk(Proposal& proposal, std::optional<double> risk);

} // namespace soak
