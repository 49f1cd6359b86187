// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/same_configuration.h"

#include "core/analysis/calibration.h"
#include "core/history/history_read.h"
#include "core/model/run_identity.h"

namespace soak
{

Result<std::vector<HistoryRun>> runsOfConfiguration(HistoryStore& store, const SoakRun& run)
{
    const auto configuration = configurationOf(run);
    if (!configuration) {
        return std::vector<HistoryRun>();
    }
    const std::string identity = listedIdentity(run);
    return readRuns(
        store,
        " FROM runs r JOIN configurations c ON c.run_no = r.run_no WHERE "
        "c.configuration = ? AND r.superseded_by IS NULL AND r.is_whatif = 0 AND "
        "r.state <> 'vanished' AND r.lineage NOT IN (SELECT lineage FROM runs WHERE "
        "identity = ?) ORDER BY r.started_ms DESC NULLS LAST, r.run_no",
        std::vector<SqlCell>{std::string_view(*configuration), std::string_view(identity)});
}

} // namespace soak
