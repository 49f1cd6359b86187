// SPDX-License-Identifier: GPL-3.0-or-later
// Concrete changes for goals that are not met, and for those that could be met by more
// (DOMAIN 4.11, 1.8).
#pragma once

#include "core/analysis/guard_activity.h"
#include "core/analysis/window_statistics.h"

#include <string>

namespace soak
{

struct RecommendationEvidence {
    const SoakRun& run;
    const ParameterRegistry& registry;
    const Window& window;
    const RunStatistics& statistics; // of the window
    const GuardActivations& guards;  // of the window
    const Goals& goals;
};

// Changes count from the run's final overrides (the baseline where it ended in warm-up), bounded by
// DOMAIN 4.5; a change that the bounds leave nothing of becomes a note. An unknown goal has no
// suggestion, but a note.
RecommendationPlan recommend(const RecommendationEvidence& evidence);

// Collects changes from known starting values. Without recorded overrides nothing is suggested as a
// value, and factors are taken of the registry's defaults.
class RecommendationWriter final
{
public:
    RecommendationWriter(const RecommendationEvidence& evidence, RecommendationPlan& plan);

    // What follows belongs to `goal`, and goes to the required or the optional changes.
    void begin(std::string goal, std::vector<Recommendation>& changes);
    void add(const std::string& parameter, double delta, const std::string& reason);
    // The change that multiplies the value by `factor`; integers go down to the next whole number.
    void multiply(const std::string& parameter, double factor, const std::string& reason);
    // The change that brings the value to at least `low`; none when it is there.
    void raiseTo(const std::string& parameter, double low, const std::string& reason);
    void note(std::string text);

private:
    [[nodiscard]] std::optional<double> basis(const ParameterSpec& spec) const;

    const ParameterRegistry& m_registry;
    const Overrides* m_overrides; // nullptr: none recorded
    RecommendationPlan& m_plan;
    std::vector<Recommendation>* m_changes = nullptr;
    std::string m_goal;
};

// The part for an unmet net_bps: by its largest cost, or the fallback package after two iterations
// below zero.
void recommendForNet(const RecommendationEvidence& evidence, RecommendationWriter& writer);

} // namespace soak
