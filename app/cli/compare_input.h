// SPDX-License-Identifier: GPL-3.0-or-later
// What `soak compare` reads for pairs and for arms alike: its options, and the runs.
#pragma once

#include "app/cli/context.h"
#include "core/analysis/run_comparison.h"
#include "core/history/history_run.h"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <vector>

namespace soak::cli
{

// --kpi, --margin, --window, --from, --alpha. Errors: Usage.
Result<CompareOptions> compareOptions(const Context& context);

// The paths of the runs that `words` are: a word that is no path that exists names a run of the
// history, if there is one. Errors: as runNamed, folderOfRun, and with --db as HistoryStore::open.
Result<std::vector<fs::path>> runPaths(Context& context, std::span<const std::string> words);

struct ComparedRuns {
    std::vector<Judgement> judgements;
    std::vector<std::string> names; // a run whose id others have, too, is called by its path
    std::vector<fs::path> folders;  // where they were found

    [[nodiscard]] std::vector<CompareInput> inputs() const;
};

// Loads and judges them. Errors: as loadInput, profileFor.
Result<ComparedRuns> comparedRuns(Context& context, std::span<const fs::path> given);

// Writes `text` where --out says, else prints it. Errors: Usage (inside a run), NotWritable.
Status deliver(Context& context, const ComparedRuns& runs, const std::string& text);

// The runs of the history that were made like the baseline.
struct MadeAlike {
    std::vector<HistoryRun> runs;
    std::string text; // a line that offers them; empty: none, or no history that can be read
};

// `folders`: of the runs that are compared, the baseline first; they do not count. A history that
// cannot be read is a warning.
MadeAlike madeAlike(Context& context, const ComparedRuns& runs, std::span<const fs::path> folders);
nlohmann::json madeAlikeJson(const MadeAlike& alike); // {count, runs, said}

// --arm-a and --arm-b. Errors: Usage, as compareArms.
Result<ExitCode> compareArmsOfRuns(Context& context);

} // namespace soak::cli
