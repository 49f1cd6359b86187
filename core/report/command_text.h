// SPDX-License-Identifier: GPL-3.0-or-later
// The `soak …` line that gives the same answer as a page of the window, for a POSIX shell.
#pragma once

#include "core/analysis/compared_rows.h"
#include "core/analysis/judgement.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// `word` for a POSIX shell: as it is where it needs no quotes.
std::string shellWord(std::string_view word);

enum class CommandAnswer : std::uint8_t {
    Verdict,    // soak gate
    Iteration,  // soak show, of one iteration where one is given
    Overrides,  // soak diff, from the first overrides of the run to the last
    Reports,    // soak report
    Evidence,   // soak bundle evidence
    Comparison, // soak compare; the run is the baseline
};

struct CommandOptions {
    std::optional<int> iteration = std::nullopt; // of CommandAnswer::Iteration
    std::string profileFile = {};         // where a profile without a name of its own was saved
    std::string ignored = {};             // of CommandAnswer::Overrides: patterns that are left out
    std::vector<std::string> others = {}; // of CommandAnswer::Comparison: folders
    ComparedWindow window = ComparedWindow::Steady; // of it
};

// The line for the run in `folder`. Profile and window are named only where they are not those that
// the verb takes by itself from the run.
std::string commandText(CommandAnswer answer, const Judgement& judgement, std::string_view folder,
                        const CommandOptions& options = {});

// `soak compare --arm-a ... --arm-b ...` of runs as people name them: paths, or words of the
// history at `history` (--db; empty: the usual one).
std::string armsCommandText(const std::vector<std::string>& a, const std::vector<std::string>& b,
                            std::string_view history = {});

// "the configuration of A is that of 3 other runs in the history: compare with those too: soak
// compare --arm-a A 12 15 17 --arm-b B". `like`: those runs, from the newest, of which the first
// few stand in the command; not empty (asserted).
std::string sameConfigurationText(const std::vector<std::string>& like, const std::string& a,
                                  const std::string& b, std::string_view history = {});

// Whether the line names the profile.
bool namesProfile(CommandAnswer answer, const Judgement& judgement);

} // namespace soak
