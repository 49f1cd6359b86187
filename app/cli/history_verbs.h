// SPDX-License-Identifier: GPL-3.0-or-later
// The words after `soak history`.
#pragma once

#include "app/cli/context.h"
#include "core/history/history_page.h"
#include "core/history/history_store.h"
#include "core/history/import_runs.h"

#include <string>

namespace soak::cli
{

Result<ExitCode> importHistory(Context& context);
Result<ExitCode> listHistory(Context& context);
Result<ExitCode> listFolders(Context& context); // with --base, or where nothing is remembered
Result<ExitCode> showHistory(Context& context);
Result<ExitCode> historyStats(Context& context);
Result<ExitCode> historyKpi(Context& context);
Result<ExitCode> tagRun(Context& context);
Result<ExitCode> releaseRun(Context& context);
Result<ExitCode> noteRun(Context& context);
Result<ExitCode> decideRun(Context& context);
Result<ExitCode> pruneHistory(Context& context);
Result<ExitCode> rebuildVerb(Context& context);

fs::path historyBase(const Context& context); // --base, else ARTIFACTS_ROOT, else artifacts
// --filter. Errors: Usage, with the place in it.
Result<RunQuery> historyQuery(const Context& context);
// As many readers as processors; decisions beside the folders come along.
ImportOptions historyImportOptions(const Context& context);
void warnUnreadable(Context& context, const ImportReport& report);
// --db, else the file below XDG_DATA_HOME or HOME. Errors: Usage.
Result<HistoryPlace> historyPlaceOf(const Context& context);
// --db where it stands on the command line, not in a setting.
std::optional<std::string> historyOnCommandLine(const Context& context);
// The history as other commands read it: none when there is none, or, with a warning, when it
// cannot be read and --db does not name it. Errors: as HistoryStore::open, with --db.
Result<std::optional<HistoryStore>> openedHistory(Context& context);
// The argument after the word. Errors: Usage (`what` says what is missing).
Result<std::string> historyArgument(const Context& context, std::size_t index,
                                    const std::string& what);

} // namespace soak::cli
