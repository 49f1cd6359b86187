// SPDX-License-Identifier: GPL-3.0-or-later
// Any bot: a process per iteration (DESIGN 7).
#pragma once

#include "core/runner/engine.h"

namespace soak
{

struct CommandPlan {
    std::vector<std::string> argv;
    std::optional<Millis> timeLimit; // per iteration; absent = none
};

// The contract is docs/attach-a-bot.md. The bot gets SOAK_ITERATION, SOAK_ATTEMPT,
// SOAK_ITERATIONS, SOAK_SEED, SOAK_OVERRIDES (the live file),
// SOAK_OUTPUT_DIR, SOAK_PHASE and the limits of the phase (SOAK_MAX_RISK_RATIO,
// SOAK_POSITION_MULTIPLIER, SOAK_RESCUE_BLOCK_RISK, SOAK_RESCUE_BLOCK_P95_MS), and must leave
// EDGE_REPORT.json in SOAK_OUTPUT_DIR. A non-zero exit, a signal, the time limit, a missing or bad
// report make a failed iteration, whose text says which, and what became of the report. Whatever
// the bot started ends with it, wherever it went. Kept: the files of EngineOutputs, stdout.txt and
// stderr.txt (empty ones not), of each at most kMaxBotOutputBytes; a bot that writes more is not
// held up, and it is said. A bot with a clock of its own (a simulator) says by `elapsed_ms` in the
// report how long the iteration took: the clock of the run is then that, and the run can be
// repeated to the bit.
class CommandEngine final : public Engine
{
public:
    // Errors: Usage (no command), Environment (no such program).
    static Result<std::unique_ptr<CommandEngine>> create(CommandPlan plan);

    [[nodiscard]] std::string name() const override { return "command"; }

    [[nodiscard]] bool isVirtual() const override { return false; }

    [[nodiscard]] std::optional<int> iterationLimit() const override { return std::nullopt; }

    Result<Measurement> measure(const IterationPlan& plan, std::stop_token stop,
                                const Progress& progress) override;

private:
    explicit CommandEngine(CommandPlan plan) : m_plan(std::move(plan)) {}

    CommandPlan m_plan;
};

inline constexpr std::uint64_t kMaxBotOutputBytes = 16ULL << 20;
inline constexpr std::string_view kStdoutFile = "stdout.txt";
inline constexpr std::string_view kStderrFile = "stderr.txt";
inline constexpr std::string_view kWeeklyRollupFile = "WEEKLY_ROLLUP.json";

} // namespace soak
