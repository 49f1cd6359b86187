// SPDX-License-Identifier: GPL-3.0-or-later
// A defect of the data: it travels with the run, and reports, windows and gates count it.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace soak
{

enum class Severity { Info, Warning, Error };

enum class FindingKind {
    LoadError,         // an iteration file that could not be read; its iteration is lost
    FileError,         // another file of the run that could not be read
    NotRegularFile,    // FIFO, device, folder, or a link out of the folder, named like one of our
                       // files
    DuplicateKey,      // the last one wins
    NonFiniteNumber,   // 1e999, NaN: a missing value
    StringCut,         // over 1 MiB
    WrongType,         // a string, bool, ... where a number should be: a missing value
    OutOfRange,        // a ratio of 1.7 (or 170), a negative count
    NormalisedPercent, // 1 < v <= 100 read as v/100
    IterationMismatch, // file name and field `iteration` differ
    Gap,               // a range of iterations without a file
    OverrideConflict,  // one parameter, several values (DOMAIN 0 P3)
    OutOfSafeLimits,   // a parameter outside its safe limits
    UnknownParameter,  // a proposal for a name that no registry knows
    DecompositionMismatch, // net is not gross less costs (DOMAIN 2.2)
    SignedForm,            // the reference's signs; converted
    BlockRatioSum,         // the four block reasons do not add to 1
    TotalsConflict,        // `totals` and `total` differ
    ChainAbsent,           // a foreign run: no hash chain
    ChainBroken,           // a summary's prev_sha256 does not match
    ReportMissing,         // TUNING_REPORT.json absent or unreadable; rebuilt from the summaries
    ReportMismatch,        // TUNING_REPORT.json and the summaries disagree
    BadLine,               // a line of audit.jsonl
    LeftoverFile,          // a temporary file of a killed writer
    StaleFile,             // an iteration file above the run's last, or of another run
    FailedIteration,       // the engine failed in this iteration
    LegacyForm,            // an older form was read and understood
};

struct Finding {
    FindingKind kind = FindingKind::FileError;
    Severity severity = Severity::Warning;
    std::string file; // name within the run folder, as text
    std::optional<int> iteration;
    std::string field; // JSON path or parameter, may be empty
    std::string text;  // lower case, one sentence, values included

    bool operator==(const Finding&) const = default;
};

std::string_view keyOf(FindingKind kind);  // snake_case: "load_error", "override_conflict", ...
std::string_view keyOf(Severity severity); // info, warning, error

} // namespace soak
