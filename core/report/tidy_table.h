// SPDX-License-Identifier: GPL-3.0-or-later
// Iterations as one tidy table for spreadsheets and scripts: a line per iteration of each run, with
// the columns run, iteration, utc and what was asked for. `soak show --csv` and the window give the
// same bytes.
#pragma once

#include "core/analysis/judgement.h"
#include "core/base/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// Both inclusive.
struct TidyRange {
    int from = 0;
    int to = 0;
    bool operator==(const TidyRange&) const = default;
};

// "12-20", "12" for one iteration. Errors: Usage.
Result<TidyRange> tidyRangeFrom(std::string_view text);

// Groups of columns beside the names of metrics and parameters.
inline constexpr std::string_view kTidyMetrics = "metrics";       // every metric there is
inline constexpr std::string_view kTidyParameters = "parameters"; // what any of the runs has
inline constexpr std::string_view kTidyGuards = "guards";         // guards, frozen

enum class TidyForm {
    Csv, // RFC 4180: CRLF, quoted where needed
    Tsv, // for pasting: tabs and LF; a tab or line break inside a cell becomes a space
};

struct TidyOptions {
    // Metrics, parameters in any spelling, groups; empty: metrics.
    std::vector<std::string> columns = {};
    std::optional<TidyRange> range = {}; // absent: every iteration
    TidyForm form = TidyForm::Csv;
};

// UTF-8 with a line of names first. Numbers are the shortest that read back the same, with a dot;
// what is absent is an empty cell; a text that a spreadsheet would take for a formula is defused.
// Errors: NotFound for a column that none of the runs has.
Result<std::string> tidyTable(std::span<const Judgement* const> runs, const TidyOptions& options);

// A table that is RFC 4180 in TidyForm::Tsv; its cells are those of `csv`.
std::string tabbedTable(std::string_view csv);

} // namespace soak
