// SPDX-License-Identifier: GPL-3.0-or-later
// What speaks for and against a release of a run, row by row: the page that the window, the command
// line and the bundle agree on.
#pragma once

#include "core/analysis/explain.h"
#include "core/analysis/judgement.h"
#include "core/release/decision.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// Only a Blocker keeps a bundle from being READY; a Warning does not, and may keep a tag from being
// made.
enum class EvidenceState : std::uint8_t { Ok, Blocker, Warning, NotChecked };

std::string_view keyOf(EvidenceState state); // ok, blocker, warning, not_checked

// Texts are English of saidPatterns(): a face translates them.
struct EvidenceRow {
    std::string id; // of a goal its gate's ("risk_ok"), gates, deltas, data, end, overrides, chain,
                    // commit, decision, other
    std::string title;  // "Risk ratio, median of the last 8"
    std::string value;  // "0.36"; empty where there is none
    std::string target; // "<= 0.4"; empty likewise
    EvidenceState state = EvidenceState::NotChecked;
    std::string reason;           // also of Ok; several are joined by "; "
    std::optional<TextLink> link; // to what it speaks of
    bool operator==(const EvidenceRow&) const = default;
};

struct EvidenceSources {
    std::optional<std::string> head;          // of the repository; absent: none was looked at
    std::optional<RecordedDecision> decision; // absent: nobody decided
};

// The four goals, then all else that bundleBlockers() counts, then commit and decision. A row is a
// Blocker if and only if bundleBlockers() of the judgement and of a decision about this state names
// something, and each of these stands in a reason: the verdict in those of the goals.
std::vector<EvidenceRow> evidenceOf(const Judgement& judgement,
                                    const EvidenceSources& sources = {});

bool hasBlocker(const std::vector<EvidenceRow>& rows);

// For a terminal.
std::string evidenceText(const std::vector<EvidenceRow>& rows);

} // namespace soak
