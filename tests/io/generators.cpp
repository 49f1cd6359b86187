// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/io/generators.h"

#include "core/base/hash.h"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace soak::generate
{
namespace
{

template <typename T>
rc::Gen<std::optional<T>> maybe(rc::Gen<T> gen)
{
    return rc::gen::map(
        rc::gen::pair(rc::gen::arbitrary<bool>(), std::move(gen)), [](std::pair<bool, T> drawn) {
            return drawn.first ? std::optional<T>(std::move(drawn.second)) : std::nullopt;
        });
}

rc::Gen<double> finite()
{
    return rc::gen::oneOf(
        rc::gen::map(rc::gen::inRange(-100000, 100000), [](int n) { return n / 1000.0; }),
        rc::gen::map(rc::gen::inRange(-1000, 1000), [](int n) { return static_cast<double>(n); }),
        rc::gen::suchThat(rc::gen::arbitrary<double>(), [](double v) { return std::isfinite(v); }));
}

rc::Gen<double> ratio()
{
    return rc::gen::map(rc::gen::inRange(0, 10001), [](int n) { return n / 10000.0; });
}

rc::Gen<std::string> parameterName()
{
    return rc::gen::map(
        rc::gen::inRange<std::size_t>(0, ParameterRegistry::builtin().specs().size()),
        [](std::size_t i) { return ParameterRegistry::builtin().specs()[i].name; });
}

rc::Gen<Deltas> deltas()
{
    return rc::gen::map(rc::gen::container<std::vector<std::pair<std::string, double>>>(
                            rc::gen::pair(parameterName(), finite())),
                        [](const std::vector<std::pair<std::string, double>>& rows) {
                            Deltas out;
                            for (const auto& [name, amount] : rows) {
                                out[name] = ParamDelta{amount + 0.0};
                            }
                            return out;
                        });
}

double metricValue(const KpiSpec& spec)
{
    switch (spec.unit) {
    case MetricUnit::Bps:
        return *finite();
    case MetricUnit::Ratio:
        return *ratio();
    case MetricUnit::Percent:
        return 100 * *ratio();
    default:
        return *notNegative();
    }
}

IterationNotes drawNotes()
{
    IterationNotes notes;
    notes.version = *maybe(text());
    notes.symbol = *maybe(text());
    notes.kpiVerdict = *maybe(rc::gen::element<std::string>("PASS", "FAIL", "WARN"));
    notes.kpiReasons = *rc::gen::container<std::vector<std::string>>(text());
    notes.negEdgeDrivers = *rc::gen::container<std::vector<std::string>>(text());
    notes.sentinelAdvice = *rc::gen::container<std::vector<std::string>>(text());
    notes.makerTakerSource = *rc::gen::element<std::string>("", "fills_volume", "none");
    notes.riskSource = *rc::gen::element<std::string>("", "exposure");
    notes.adverseP95FromMean = *rc::gen::arbitrary<bool>();
    notes.slippageP95FromMean = *rc::gen::arbitrary<bool>();
    notes.grossImputed = *rc::gen::arbitrary<bool>();
    notes.phase = *maybe(rc::gen::element(Phase::Warmup, Phase::Rampdown, Phase::Steady));
    notes.failure = *maybe(text());
    return notes;
}

DebounceStatus drawDebounce()
{
    return {*rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>(), Millis(*notNegative())};
}

PartialFreezeStatus drawPartialFreeze()
{
    PartialFreezeStatus status;
    status.active = *rc::gen::arbitrary<bool>();
    status.subsystems =
        *rc::gen::element(std::vector<std::string>{}, std::vector<std::string>{"rebid"});
    status.reason = *text();
    status.since = Millis(*notNegative());
    status.remainingMin = Millis(*notNegative());
    return status;
}

GuardStatus drawGuards()
{
    GuardStatus guards;
    guards.oscillation = drawDebounce();
    guards.latencyHard = drawDebounce();
    guards.partialFreeze = drawPartialFreeze();
    guards.action = *rc::gen::element<std::string>("none", "clear");
    guards.reason = *text();
    guards.clock = Millis(*notNegative());
    guards.frozenUntilIter = *maybe(rc::gen::inRange(1, 1000));
    guards.rescueBlocked = *rc::gen::arbitrary<bool>();
    return guards;
}

TuningStep drawTuning()
{
    TuningStep step;
    step.hasProposal = *rc::gen::arbitrary<bool>();
    step.proposed = step.hasProposal ? *deltas() : Deltas{};
    step.rationale = *text();
    step.reasons = *rc::gen::container<std::vector<std::string>>(text());
    step.applied = *rc::gen::arbitrary<bool>();
    step.changedKeys = *rc::gen::container<std::vector<std::string>>(parameterName());
    step.hasSkipObject = *rc::gen::arbitrary<bool>();
    if (step.hasSkipObject) {
        step.skip.velocity = *rc::gen::arbitrary<bool>();
        step.skip.noDeltas = *rc::gen::arbitrary<bool>();
        step.skip.atBound = *rc::gen::arbitrary<bool>();
        step.skip.disabled = *rc::gen::arbitrary<bool>();
        step.skip.note = *text();
    }
    step.stateHash = *maybe(text());
    step.oldHash = *maybe(text());
    step.baselineHash = *maybe(text());
    step.signature = *maybe(text());
    step.velocityViolation = *rc::gen::arbitrary<bool>();
    step.freezeTriggered = *rc::gen::arbitrary<bool>();
    step.freezeReason = *text();
    step.appliedDeltas = *maybe(deltas());
    if (*rc::gen::arbitrary<bool>()) {
        step.bounded[*parameterName()] = {*finite(), *finite(), *finite(), *finite(),
                                          *rc::gen::element(Bound::None, Bound::Floor, Bound::Cap)};
    }
    if (*rc::gen::arbitrary<bool>()) {
        step.dropped.emplace();
        (*step.dropped)[*parameterName()] =
            *rc::gen::element(DropReason::Velocity, DropReason::AtBound, DropReason::Conflict);
    }
    if (*rc::gen::arbitrary<bool>()) {
        step.guards = drawGuards();
    }
    if (*rc::gen::arbitrary<bool>()) {
        step.expected[*rc::gen::elementOf(goalMetrics())] = *finite();
    }
    return step;
}

IterationSummary drawSummary()
{
    IterationSummary summary;
    for (const KpiSpec& spec : kpiSpecs()) {
        if (*rc::gen::arbitrary<bool>()) {
            summary.metrics[indexOf(spec.metric)] = metricValue(spec);
        }
    }
    if (*rc::gen::arbitrary<bool>()) {
        summary.runtimeUtc = *rc::gen::inRange<EpochMs>(0, 4'000'000'000'000);
    }
    if (*rc::gen::arbitrary<bool>()) {
        const auto count = [] { return static_cast<std::int64_t>(*rc::gen::inRange(0, 1000)); };
        summary.blocks = BlockCounts{count(), count(), count(), count(), count(), count()};
    }
    summary.notes = drawNotes();
    return summary;
}

ModelState drawModel()
{
    ModelState model;
    model.iteration = *rc::gen::inRange(1, 1000);
    const auto fill = [](auto& values) {
        for (double& value : values) {
            value = *finite();
        }
    };
    for (ParamVector& row : model.correction) {
        fill(row);
    }
    fill(model.position);
    for (double& one : model.surprise) {
        one = *notNegative();
    }
    for (std::size_t k = 0; k < kInfluenceGoals; ++k) {
        if (*rc::gen::arbitrary<bool>()) {
            model.isKnown.at(k) = true;
            model.estimate.at(k) = *finite();
            model.variance.at(k) = *notNegative();
        }
    }
    return model;
}

} // namespace

rc::Gen<std::string> text()
{
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "a", "B", " ", "_", "7", "\"", "\\", "\n", "\t", "<", "|", "é", "€", "😀", "\x7F", "/")),
        [](const std::vector<std::string>& parts) {
            std::string out;
            for (const std::string& part : parts) {
                out += part;
            }
            return out;
        });
}

rc::Gen<double> notNegative()
{
    return rc::gen::map(finite(), [](double v) { return std::fabs(v); });
}

rc::Gen<Overrides> overrides()
{
    return rc::gen::map(
        rc::gen::pair(
            rc::gen::container<std::vector<std::pair<std::string, double>>>(
                rc::gen::pair(parameterName(), finite())),
            rc::gen::container<std::vector<std::pair<int, std::string>>>(rc::gen::pair(
                rc::gen::inRange(0, 4),
                rc::gen::element<std::string>("1", "null", "[1,2]", "{}", "\"x\"", "0.5")))),
        [](const auto& rows) {
            const std::vector<JsonPath> paths{
                {"symbols"}, {"risk", "max_drawdown_pct"}, {"a", "b"}, {"a", "c"}};
            Overrides out;
            for (const auto& [name, value] : rows.first) {
                out.values[name] = ParamValue{value + 0.0};
            }
            for (const auto& [index, json] : rows.second) {
                out.extras[paths[static_cast<std::size_t>(index)]] = json;
            }
            return out;
        });
}

IterationRecord drawRecord(int iteration)
{
    IterationRecord record;
    record.iteration = iteration;
    record.schemaVersion = "2.0";
    record.runId = *rc::gen::element<std::string>("RUN_1", "RUN_1760000000000");
    record.summary = drawSummary();
    if (*rc::gen::arbitrary<bool>()) {
        record.tuning = drawTuning();
    }
    record.during = *maybe(overrides());
    record.next = *maybe(overrides());
    record.baseline = *maybe(overrides());
    record.baselineNext = *maybe(overrides());
    if (*rc::gen::arbitrary<bool>()) {
        record.chainPrevious = sha256(*text());
    }
    if (*rc::gen::arbitrary<bool>()) {
        record.extras[{"exchange"}] = "\"bybit\"";
        record.extras[{"summary", "clock_drift_ms"}] = "1.5";
        if (record.tuning) {
            record.extras[{"tuning", "by"}] = "{\"a\":[1,null]}";
        }
    }
    return record;
}

TuningState drawState()
{
    TuningState state;
    state.lastAppliedSignature = *text();
    state.lastIteration = *rc::gen::inRange(0, 1000);
    state.frozenUntilIter = *maybe(rc::gen::inRange(1, 1000));
    state.freezeReason = *text();
    state.frozenParams = *rc::gen::container<std::vector<std::string>>(parameterName());
    state.cooldown[*parameterName()] = *rc::gen::inRange(0, 99);
    state.lastChanged[*parameterName()] = *rc::gen::inRange(0, 99);
    for (int left = *rc::gen::inRange(0, 4); left > 0; --left) {
        state.history.push_back({left, *text(), *deltas(), *text(), *text()});
    }
    state.distinctStates = *rc::gen::container<std::vector<std::string>>(text());
    state.clock = Millis(*notNegative());
    state.partialFreeze = drawPartialFreeze();
    state.oscillation = drawDebounce();
    state.latencyHard = drawDebounce();
    state.previousQualifiesForFreeze = *rc::gen::arbitrary<bool>();
    state.negativeNetStreak = *rc::gen::inRange(0, 9);
    state.lastFallbackIteration = *maybe(rc::gen::inRange(1, 99));
    if (*rc::gen::arbitrary<bool>()) {
        state.model = drawModel();
    }
    if (*rc::gen::arbitrary<bool>()) {
        state.extras[{"cooldown_until_iter"}] = "9";
    }
    return state;
}

} // namespace soak::generate
