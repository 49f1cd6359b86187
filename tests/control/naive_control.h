// SPDX-License-Identifier: GPL-3.0-or-later
// A second, naive implementation of DOMAIN 4.1 to 5.5 for the property tests: plain maps, whole
// histories instead of counters, and nothing of core/control.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace soak::naive
{

using Numbers = std::map<std::string, double>;

struct Parameter {
    bool whole;
    double fallback;
    double safeLow, safeHigh;
    double low, high; // what a tuner may use
    std::string subsystem;
};

const std::map<std::string, Parameter>& parameters();
double valueIn(const Numbers& values, const std::string& name);
double rounded(const std::string& name, double value);

struct Options {
    int total = 1;
    bool autoTune = true;
    bool disabled = false;
    std::string engine = "micro";
    bool normalise = false;
    std::string velocity = "range";
    bool warmup = false;
    bool warmupPreset = true;
    int warm = 4;
    int ramp = 2;
};

struct Iteration {
    int number = 1;
    Numbers kpis; // by JSON key; absent = missing
    std::vector<std::string> drivers;
    std::vector<std::pair<double, std::optional<double>>> samples; // time in ms, p95 latency
};

struct Outcome {
    Numbers proposed;
    Numbers applied;
    std::map<std::string, std::string> dropped;
    std::set<std::string> skipFlags;
    std::string note;
    Numbers baseline;  // after the iteration
    Numbers effective; // of the next iteration
    bool oscillation = false, velocity = false, cooldown = false, freeze = false;
    std::string action;
    std::set<std::string> frozen;
    std::optional<int> frozenUntil;
    bool rescueBlocked = false;
};

// What the engines look at.
struct Situation {
    const Iteration& now;
    const Numbers& baseline;
    bool normalise;
    bool fallbackDue;
};

struct Wish {
    Numbers deltas;
    bool fallback = false;
};

Wish micro(const Situation& situation);
Wish driver(const Situation& situation);

// Operations of the presets of DOMAIN 4.10.
Numbers withMakerBias(Numbers values);
Numbers withWarmup(Numbers values);

class Trajectory
{
public:
    Trajectory(Options options, Numbers start);
    Numbers effectiveOf(int iteration) const;
    Outcome step(const Iteration& iteration);

private:
    struct Signal {
        bool active = false, raw = false;
        double since = 0;
    };

    struct Past {
        Numbers kpis;
        Numbers applied;
        bool fallback = false;
        double end = 0;
    };

    static void tick(Signal& signal, bool value, double time);
    bool swinging() const;
    void freezeTable(const Iteration& iteration, Outcome& outcome);
    bool fallbackDue(const Iteration& iteration) const;
    std::string filter(const Iteration& iteration, const std::string& name, double delta) const;
    bool tooFast(const Iteration& iteration, const std::string& name, double delta) const;
    void fewSteps(int iteration, Numbers& wanted, Outcome& outcome) const;
    void decide(const Iteration& iteration, Outcome& outcome);
    void applyWhatIsLeft(Numbers left, Outcome& outcome);
    bool returnsToAnOlderState(const Numbers& next) const;
    void steadyFreeze(int iteration, Outcome& outcome);
    std::string phaseOf(int iteration) const;

    Options m_options;
    Numbers m_baseline;
    std::vector<Past> m_past;      // [0] is iteration 1
    std::vector<Numbers> m_states; // of the baseline, without repetition
    std::map<std::string, int> m_blockedUntil;
    Signal m_oscillation, m_latency;
    std::set<std::string> m_frozen;
    double m_frozenSince = 0;
    std::optional<int> m_steadyUntil;
};

} // namespace soak::naive
