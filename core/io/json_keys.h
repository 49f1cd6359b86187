// SPDX-License-Identifier: GPL-3.0-or-later
// Every JSON key of the files of a run, once (DOMAIN 1.2 to 1.5, 1.9). Keys of metrics and their
// aliases stand in kpiSpecs(), names of parameters in the registry. For .cpp files of this layer.
#pragma once

#include <string_view>

namespace soak
{

struct Key {
    using Text = std::string_view;

    // ITER_SUMMARY
    static constexpr Text iteration = "iteration";
    static constexpr Text schemaVersion = "schema_version";
    static constexpr Text runId = "run_id";
    static constexpr Text summary = "summary";
    static constexpr Text tuning = "tuning";
    static constexpr Text during = "runtime_overrides";
    static constexpr Text next = "runtime_overrides_next";
    static constexpr Text baseline = "baseline_overrides";
    static constexpr Text baselineNext = "baseline_overrides_next";
    static constexpr Text chain = "chain";
    static constexpr Text prevSha256 = "prev_sha256";

    // summary
    static constexpr Text runtimeUtc = "runtime_utc";
    static constexpr Text timestamp = "timestamp";
    static constexpr Text version = "version";
    static constexpr Text symbol = "symbol";
    static constexpr Text fills = "fills";
    static constexpr Text blocks = "blocks";
    static constexpr Text counts = "counts";
    static constexpr Text total = "total";
    static constexpr Text ratios = "ratios";
    static constexpr Text ratios01 = "ratios01";
    static constexpr Text kpiVerdict = "kpi_verdict";
    static constexpr Text kpiReasons = "kpi_reasons";
    static constexpr Text negEdgeDrivers = "neg_edge_drivers";
    static constexpr Text sentinelAdvice = "sentinel_advice";
    static constexpr Text makerTakerSource = "maker_taker_source";
    static constexpr Text riskSource = "risk_source";
    static constexpr Text riskPercent = "risk_percent";
    static constexpr Text adverseSource = "adverse_bps_p95_source";
    static constexpr Text slippageSource = "slippage_bps_p95_source";
    static constexpr Text grossImputed = "gross_imputed";
    static constexpr Text failure = "failure";
    static constexpr Text attempts = "attempts";
    static constexpr Text replay = "replay";
    static constexpr Text identity = "identity";
    static constexpr Text files = "files";
    static constexpr Text attempt = "attempt";
    static constexpr Text outputCut = "output_cut";
    static constexpr Text phase = "phase";
    static constexpr Text warmupActive = "warmup_active";
    static constexpr Text warmupIterIdx = "warmup_iter_idx";
    static constexpr Text rampdownActive = "rampdown_active";

    // block reasons
    static constexpr Text minInterval = "min_interval";
    static constexpr Text concurrency = "concurrency";
    static constexpr Text risk = "risk";
    static constexpr Text throttle = "throttle";
    static constexpr Text allowed = "allowed";
    static constexpr Text other = "other";

    // tuning
    static constexpr Text proposedDeltas = "proposed_deltas";
    static constexpr Text suggestedDeltas = "suggested_deltas";
    static constexpr Text deltas = "deltas";
    static constexpr Text rationale = "rationale";
    static constexpr Text reasons = "reasons";
    static constexpr Text applied = "applied";
    static constexpr Text changedKeys = "changed_keys";
    static constexpr Text skipReason = "skip_reason";
    static constexpr Text stateHash = "state_hash";
    static constexpr Text oldHash = "old_hash";
    static constexpr Text baselineHash = "baseline_hash";
    static constexpr Text signature = "signature";
    static constexpr Text conditions = "conditions";
    static constexpr Text oscillationDetected = "oscillation_detected";
    static constexpr Text velocityViolation = "velocity_violation";
    static constexpr Text cooldownActive = "cooldown_active";
    static constexpr Text freezeTriggered = "freeze_triggered";
    static constexpr Text freezeReason = "freeze_reason";
    static constexpr Text appliedDeltas = "applied_deltas";
    static constexpr Text bounded = "bounded";
    static constexpr Text dropped = "dropped";
    static constexpr Text expectedEffect = "expected_effect";
    static constexpr Text model = "model";
    static constexpr Text correction = "correction";
    static constexpr Text estimate = "estimate";
    static constexpr Text variance = "variance";
    static constexpr Text surprise = "surprise";
    static constexpr Text position = "position";
    static constexpr Text guards = "guards";
    static constexpr Text boundedOld = "old";
    static constexpr Text boundedDelta = "delta";
    static constexpr Text boundedRequested = "requested";
    static constexpr Text boundedNew = "new";
    static constexpr Text bound = "bound";

    // conditions, beside keys of metrics
    static constexpr Text adverseP95 = "adverse_p95";
    static constexpr Text slippageP95 = "slippage_p95";

    // skip_reason
    static constexpr Text cooldown = "cooldown";
    static constexpr Text velocity = "velocity";
    static constexpr Text oscillation = "oscillation";
    static constexpr Text freeze = "freeze";
    static constexpr Text noOp = "no_op";
    static constexpr Text partialFreeze = "partial_freeze";
    static constexpr Text lateIteration = "late_iteration";
    static constexpr Text duplicate = "duplicate";
    static constexpr Text noDeltas = "no_deltas";
    static constexpr Text microSteps = "micro_steps";
    static constexpr Text atBound = "at_bound";
    static constexpr Text disabled = "disabled";
    static constexpr Text note = "note";

    // guards
    static constexpr Text latencyHard = "latency_hard";
    static constexpr Text action = "action";
    static constexpr Text reason = "reason";
    static constexpr Text clockMs = "clock_ms";
    static constexpr Text frozenUntilIter = "frozen_until_iter";
    static constexpr Text rescueBlocked = "rescue_blocked";
    static constexpr Text active = "active";
    static constexpr Text raw = "raw";
    static constexpr Text rawSinceMs = "raw_since_ms";
    static constexpr Text subsystems = "subsystems";
    static constexpr Text sinceMs = "since_ms";
    static constexpr Text remainingMinMs = "remaining_min_ms";

    // TUNING_REPORT
    static constexpr Text iterations = "iterations";
    static constexpr Text count = "count";
    static constexpr Text blockedOscillation = "blocked_oscillation";
    static constexpr Text blockedVelocity = "blocked_velocity";
    static constexpr Text cooldownSkips = "cooldown_skips";
    static constexpr Text blockedFreeze = "blocked_freeze";
    static constexpr Text late = "late";

    // TUNING_STATE
    static constexpr Text lastAppliedSignature = "last_applied_signature";
    static constexpr Text lastIteration = "last_iteration";
    static constexpr Text frozenParams = "frozen_params";
    static constexpr Text lastChanged = "last_changed";
    static constexpr Text appliedHistory = "applied_history";
    static constexpr Text applyId = "apply_id";
    static constexpr Text distinctStates = "distinct_states";
    static constexpr Text debounce = "debounce";
    static constexpr Text previousQualifies = "previous_qualifies_for_freeze";
    static constexpr Text negativeNetStreak = "negative_net_streak";
    static constexpr Text lastFallbackIteration = "last_fallback_iteration";

    // RUN.json, RUN_END.json
    static constexpr Text toolVersion = "tool_version";
    static constexpr Text startedMs = "started_ms";
    static constexpr Text engine = "engine";
    static constexpr Text scenario = "scenario";
    static constexpr Text seed = "seed";
    static constexpr Text autoTune = "auto_tune";
    static constexpr Text tuner = "tuner";
    static constexpr Text tunerOptions = "tuner_options";
    static constexpr Text normalise = "normalise";
    static constexpr Text warmup = "warmup";
    static constexpr Text enabled = "enabled";
    static constexpr Text warmupIterations = "warmup_iterations";
    static constexpr Text rampdownIterations = "rampdown_iterations";
    static constexpr Text warmupPreset = "warmup_preset";
    static constexpr Text branches = "branches";
    static constexpr Text at = "at";
    static constexpr Text set = "set";
    static constexpr Text without = "without";
    static constexpr Text tunerOff = "tuner_off";
    static constexpr Text sourceSha256 = "source_sha256";
    static constexpr Text takenSha256 = "taken_sha256";
    static constexpr Text profile = "profile";
    static constexpr Text preset = "preset";
    static constexpr Text gateProfile = "gate_profile";
    static constexpr Text sleepSeconds = "sleep_seconds";
    static constexpr Text overridesForm = "overrides_form";
    static constexpr Text initialOverrides = "initial_overrides";
    static constexpr Text script = "script";
    static constexpr Text status = "status";
    static constexpr Text iterationsCompleted = "iterations_completed";
    static constexpr Text lastSummarySha256 = "last_summary_sha256";

    // gate profiles, presets, registry
    static constexpr Text name = "name";
    static constexpr Text description = "description";
    static constexpr Text window = "window";
    static constexpr Text gates = "gates";
    static constexpr Text id = "id";
    static constexpr Text metric = "metric";
    static constexpr Text aggregate = "aggregate";
    static constexpr Text op = "op";
    static constexpr Text threshold = "threshold";
    static constexpr Text severity = "severity";
    static constexpr Text unit = "unit";
    static constexpr Text changes = "changes";
    static constexpr Text value = "value";
    static constexpr Text parameter = "parameter";
    static constexpr Text parameters = "parameters";
    static constexpr Text integer = "integer";
    static constexpr Text defaultValue = "default";
    static constexpr Text safe = "safe";
    static constexpr Text safeLowIsOpen = "safe_low_is_open";
    static constexpr Text apply = "apply";
    static constexpr Text subsystem = "subsystem";
    static constexpr Text path = "path";
    static constexpr Text aliases = "aliases";
    static constexpr Text tunable = "tunable";

    // EDGE_REPORT, KPI_GATE, EDGE_SENTINEL, audit.jsonl, WEEKLY_ROLLUP
    static constexpr Text totals = "totals";
    static constexpr Text elapsedMs = "elapsed_ms";
    static constexpr Text rawTotal = "total";
    static constexpr Text blockedRatio = "blocked_ratio";
    static constexpr Text componentBreakdown = "component_breakdown";
    static constexpr Text blockReasons = "block_reasons";
    static constexpr Text ratio = "ratio";
    static constexpr Text runtime = "runtime";
    static constexpr Text utc = "utc";
    static constexpr Text verdict = "verdict";
    static constexpr Text advice = "advice";
    static constexpr Text fields = "fields";
    static constexpr Text blockedReason = "blocked_reason";
    static constexpr Text makerFills = "maker_fills";
    static constexpr Text takerFills = "taker_fills";
    static constexpr Text takerSharePct = "taker_share_pct";
    static constexpr Text median = "median";
    static constexpr Text mean = "mean"; // value of *_source
    static constexpr Text makerShare = "maker_share";
};

} // namespace soak
