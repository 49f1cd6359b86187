// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of engine command with a bot written in the test.
#pragma once

#include "tests/cli/shell.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace soak
{

constexpr const char* kRunFolder = "artifacts/soak/latest/soak/latest/";
constexpr const char* kGoodBot = // leaves net 3.5 and p95 300
    R"(printf '{"totals":{"net_bps":3.5,"p95_latency_ms":300}}' > "$SOAK_OUTPUT_DIR/EDGE_REPORT.json")";

// No pause between iterations, and bot.sh, which is good but for iteration 2, where `script` is in
// its place.
class BotShell final : public Shell
{
public:
    explicit BotShell(const std::string& script);
};

// A process that works in the folder of the test or was given a folder in it: a bot, something that
// a bot started, or one of ours; "" when there is none.
std::string leftBehind(const Shell& shell);

nlohmann::json summaryIn(const Shell& shell, int iteration); // the whole file
std::string failureOf(const nlohmann::json& iteration);      // "none"

} // namespace soak
