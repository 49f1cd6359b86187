// SPDX-License-Identifier: GPL-3.0-or-later
// A SoakRun as a test wants it: `aRun().withIterations(8).missing(3).build()`. Unless told
// otherwise it is a run of ours that meets every goal, proposes nothing, ended well, and recorded
// its overrides in every iteration.
#pragma once

#include "core/model/soak_run.h"
#include "tests/support/mock_kpis.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace soak
{

// A name of its own for the linker: core/io has a RunBuilder too, and a test program may hold both.
inline namespace test_support
{

// Every goal of every gate profile is met by an iteration of these.
inline MetricValues goodKpis()
{
    MetricValues values = mockKpis(36);
    values[indexOf(Metric::MakerTakerRatio)] = 0.92;
    values[indexOf(Metric::MakerVolume)] = 46000;
    values[indexOf(Metric::TakerVolume)] = 4000;
    return values;
}

// The runner's starting values (DOMAIN 1.5).
inline Overrides bestCell()
{
    Overrides overrides;
    overrides.values = {{"base_spread_bps_delta", {0.05}}, {"impact_cap_ratio", {0.10}},
                        {"max_delta_ratio", {0.15}},       {"min_interval_ms", {60}},
                        {"replace_rate_per_min", {300}},   {"tail_age_ms", {600}}};
    return overrides;
}

class RunBuilder final
{
public:
    RunBuilder& withIterations(int count)
    {
        m_count = count;
        return *this;
    }

    // The KPIs of DOMAIN 8 instead of good ones.
    RunBuilder& withMockKpis()
    {
        m_kpis = mockKpis;
        return *this;
    }

    RunBuilder& missing(int iteration)
    {
        m_missing.insert(iteration);
        return *this;
    }

    RunBuilder& unreadable(int iteration)
    {
        m_unreadable.insert(iteration);
        return *this;
    }

    // `metric` is `value` in every iteration; nullopt: in none.
    RunBuilder& with(Metric metric, std::optional<double> value)
    {
        return editKpis(
            [metric, value](int, MetricValues& kpis) { kpis[indexOf(metric)] = value; });
    }

    RunBuilder& without(Metric metric) { return with(metric, std::nullopt); }

    RunBuilder& at(int iteration, Metric metric, std::optional<double> value)
    {
        return editKpis([=](int k, MetricValues& kpis) {
            if (k == iteration) {
                kpis[indexOf(metric)] = value;
            }
        });
    }

    RunBuilder& editKpis(std::function<void(int, MetricValues&)> edit)
    {
        m_kpiEdits.push_back(std::move(edit));
        return *this;
    }

    RunBuilder& startingFrom(Overrides overrides)
    {
        m_initial = std::move(overrides);
        return *this;
    }

    // Iteration `iteration` proposes `deltas`, and what DOMAIN 4.5 leaves of them is applied.
    RunBuilder& proposing(int iteration, Deltas deltas)
    {
        m_proposals[iteration] = std::move(deltas);
        return *this;
    }

    // A filter drops the proposed change of `name`.
    RunBuilder& dropping(int iteration, const std::string& name, DropReason reason)
    {
        m_drops[iteration][name] = reason;
        return *this;
    }

    // A guard blocks the whole proposal.
    RunBuilder& skipping(int iteration, SkipReason skip)
    {
        m_skips[iteration] = std::move(skip);
        return *this;
    }

    // What lay in the live file was changed before `iteration` (2 or later) began; later changes
    // build on it.
    RunBuilder& editOverrides(int iteration, std::function<void(Overrides&)> edit)
    {
        m_overrideEdits[iteration].push_back(std::move(edit));
        return *this;
    }

    RunBuilder& forcing(int iteration, const std::string& name, double value)
    {
        return editOverrides(iteration, [=](Overrides& o) { o.values[name] = ParamValue{value}; });
    }

    // The record of the step, after it was made; does not change what is in force.
    RunBuilder& editStep(int iteration, std::function<void(TuningStep&)> edit)
    {
        m_stepEdits[iteration].push_back(std::move(edit));
        return *this;
    }

    RunBuilder& editNotes(int iteration, std::function<void(IterationNotes&)> edit)
    {
        m_noteEdits[iteration].push_back(std::move(edit));
        return *this;
    }

    RunBuilder& editRun(std::function<void(SoakRun&)> edit)
    {
        m_runEdits.push_back(std::move(edit));
        return *this;
    }

    // Phases with an overlay of `raiseMs` on min_interval_ms in warm-up, half of it in ramp-down.
    RunBuilder& withWarmup(PhasePlan plan, double raiseMs)
    {
        m_phases = plan;
        m_overlayMs = raiseMs;
        return *this;
    }

    // As another tool leaves it: no RUN.json, no chain, no overrides per iteration, no `dropped`.
    RunBuilder& foreign()
    {
        m_isForeign = true;
        return *this;
    }

    [[nodiscard]] SoakRun build() const
    {
        SoakRun run;
        Overrides baseline = m_initial;
        for (int k = 1; k <= m_count; ++k) {
            const Overrides before = baseline;
            const TuningStep step = stepOf(k, baseline);
            for (const auto& edit : editsOf(m_overrideEdits, k + 1)) {
                edit(baseline);
            }
            if (m_missing.contains(k) || m_unreadable.contains(k)) {
                continue;
            }
            appendRow(run, k, step, before, baseline);
        }
        finish(run, baseline);
        return run;
    }

    [[nodiscard]] std::shared_ptr<const SoakRun> shared() const
    {
        return std::make_shared<const SoakRun>(build());
    }

private:
    template <typename Edit>
    using Edits = std::map<int, std::vector<Edit>>;

    template <typename Edit>
    static std::vector<Edit> editsOf(const Edits<Edit>& edits, int iteration)
    {
        const auto found = edits.find(iteration);
        return found == edits.end() ? std::vector<Edit>{} : found->second;
    }

    // Applies to `baseline` what is applied.
    TuningStep stepOf(int k, Overrides& baseline) const
    {
        const auto& registry = ParameterRegistry::builtin();
        TuningStep step;
        step.hasProposal = true;
        step.oldHash = stateHash(baseline, registry);
        step.dropped.emplace();
        step.appliedDeltas.emplace();
        const auto proposal = m_proposals.find(k);
        const auto skip = m_skips.find(k);
        if (proposal == m_proposals.end()) {
            step.skip.noDeltas = true;
            step.skip.note = "no deltas";
        } else {
            step.proposed = proposal->second;
            if (skip == m_skips.end()) {
                applyProposal(k, step, baseline);
            }
        }
        if (skip != m_skips.end()) {
            step.skip = skip->second;
        }
        step.hasSkipObject = !step.applied;
        step.stateHash = stateHash(baseline, registry);
        for (const auto& edit : editsOf(m_stepEdits, k)) {
            edit(step);
        }
        return step;
    }

    void applyProposal(int k, TuningStep& step, Overrides& baseline) const
    {
        const auto drops = m_drops.find(k);
        for (const auto& [name, delta] : step.proposed) {
            if (drops != m_drops.end() && drops->second.contains(name)) {
                (*step.dropped)[name] = drops->second.at(name);
                continue;
            }
            const ParameterSpec& spec = *ParameterRegistry::builtin().find(name);
            const BoundedChange change =
                boundedChange(spec, *valueOrDefault(baseline, spec), delta);
            if (change.newValue == change.oldValue) {
                (*step.dropped)[name] = DropReason::AtBound;
                continue;
            }
            baseline.values[name] = ParamValue{change.newValue};
            step.bounded.emplace(name, change);
            (*step.appliedDeltas)[name] = ParamDelta{change.newValue - change.oldValue};
            step.changedKeys.push_back(name);
        }
        step.applied = !step.changedKeys.empty();
    }

    [[nodiscard]] Overrides effective(const Overrides& baseline, Phase phase) const
    {
        Overrides overrides = baseline;
        const double raise = phase == Phase::Warmup     ? m_overlayMs
                             : phase == Phase::Rampdown ? m_overlayMs / 2
                                                        : 0;
        if (raise != 0) {
            overrides.values["min_interval_ms"].amount += raise;
        }
        return overrides;
    }

    void appendRow(SoakRun& run, int k, TuningStep step, const Overrides& before,
                   const Overrides& after) const
    {
        MetricValues kpis = m_kpis(k);
        for (const auto& edit : m_kpiEdits) {
            edit(k, kpis);
        }
        run.table.append(k, kpis, std::nullopt);
        const Phase phase = phaseOf(m_phases, k);
        IterationNotes notes;
        if (!m_isForeign) {
            notes.phase = phase;
        }
        for (const auto& edit : editsOf(m_noteEdits, k)) {
            edit(notes);
        }
        run.notes.append(std::move(notes));
        run.summaryFiles.push_back({});
        if (m_isForeign) {
            step.dropped.reset();
            step.appliedDeltas.reset();
            step.bounded.clear();
        }
        run.tuning.append(std::move(step));
        if (m_isForeign) {
            run.during.appendAbsent();
            run.next.appendAbsent();
        } else {
            run.during.append(effective(before, phase));
            run.next.append(effective(after, phaseOf(m_phases, k + 1)));
        }
        if (m_isForeign || phase == Phase::Steady) {
            run.baseline.appendAbsent();
            run.baselineNext.appendAbsent();
        } else {
            run.baseline.append(before);
            run.baselineNext.append(after);
        }
    }

    void finish(SoakRun& run, const Overrides& last) const
    {
        run.folder = "run";
        for (const int k : m_missing) {
            run.gaps.push_back({k, k});
        }
        run.unreadable.assign(m_unreadable.begin(), m_unreadable.end());
        run.finalOverrides = last;
        run.finalOverridesFile = "runtime_overrides.json";
        if (!m_isForeign) {
            run.info.emplace();
            run.info->runId = "RUN_1767608400000";
            run.info->engine = "mock";
            run.info->iterations = m_count;
            run.info->autoTune = true;
            run.info->phases = m_phases;
            run.info->initialOverrides = m_initial;
            run.end.emplace();
            run.end->runId = run.info->runId;
            run.end->iterationsCompleted = m_count;
            run.chain = ChainState::Intact;
        }
        for (const auto& edit : m_runEdits) {
            edit(run);
        }
    }

    int m_count = 8;
    MetricValues (*m_kpis)(int) = [](int) { return goodKpis(); };
    std::vector<std::function<void(int, MetricValues&)>> m_kpiEdits;
    std::set<int> m_missing;
    std::set<int> m_unreadable;
    Overrides m_initial = bestCell();
    std::map<int, Deltas> m_proposals;
    std::map<int, std::map<std::string, DropReason>> m_drops;
    std::map<int, SkipReason> m_skips;
    Edits<std::function<void(Overrides&)>> m_overrideEdits;
    Edits<std::function<void(TuningStep&)>> m_stepEdits;
    Edits<std::function<void(IterationNotes&)>> m_noteEdits;
    std::vector<std::function<void(SoakRun&)>> m_runEdits;
    PhasePlan m_phases;
    double m_overlayMs = 0;
    bool m_isForeign = false;
};

inline RunBuilder aRun()
{
    return {};
}

} // namespace test_support

} // namespace soak
