// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of the list of runs: `p95<340 maker>=0.83 verdict:fail tag:canary since:7d text`
// (UX 2.1). All parts must hold; a leading `-` turns a part around; quotes keep a text together.
//
//   p95<340              a goal of the window; also maker, risk, net, or the metric's key; < <= >
//   >= = iterations>=36       iterations read (before judging: files); also problems verdict:fail
//   pass, warn, fail, partial (fewer iterations than planned), unreadable is:running finished,
//   running, stalled, writer_dead, vanished tag:canary           whole word, capitals do not
//   matter; also engine:mock, scenario:storm param:tail_age_ms<600  what was in force in the last
//   iteration; any name or alias of DOMAIN 3 state:3fa0           how the hash of those overrides
//   begins since:7d until:2026-01-31  h, d, w back from now, or a day (UTC) or a time text part of
//   name, run id or folder, capitals do not matter
#pragma once

#include "core/history/run_index.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

struct QueryPart {
    enum class Kind : std::uint8_t {
        Goal,
        Iterations,
        Problems,
        Verdict,
        Activity,
        Tag,
        Engine,
        Scenario,
        Param,
        State,
        Since,
        Until,
        Text,
    };
    enum class Op : std::uint8_t { Less, AtMost, More, AtLeast, Equal };

    Kind kind = Kind::Text;
    bool isNegated = false;
    std::size_t goal = 0; // of Goal: its place in goalMetrics()
    Op op = Op::Equal;
    double number = 0;
    std::string text = {};        // lower case; of Param: the parameter's name
    std::optional<EpochMs> time;  // of Since and Until: a fixed moment
    std::optional<EpochMs> ageMs; // of Since and Until: so long before now
    bool operator==(const QueryPart&) const = default;
};

struct RunQuery {
    std::vector<QueryPart> parts; // empty: every run
    bool operator==(const RunQuery&) const = default;
};

// Where a query cannot be understood, in bytes, and what to do about it.
struct QueryProblem {
    std::size_t position = 0;
    std::size_t length = 0;
    std::string message;
    bool operator==(const QueryProblem&) const = default;
};

struct ParsedQuery {
    RunQuery query; // of the parts before the problem
    std::optional<QueryProblem> problem;
};

ParsedQuery parseRunQuery(std::string_view text);

// Whether `row` is asked for. A comparison with a value that is not known holds never, negated or
// not.
bool matches(const RunQuery& query, const RunRow& row, EpochMs now);

// Whether it needs figures: then rows are to be judged before they are matched.
bool needsFigures(const RunQuery& query);

// The words before `:` and the metrics, for completion.
std::span<const std::string_view> queryWords();

} // namespace soak
