// SPDX-License-Identifier: GPL-3.0-or-later
// Run folders as the tests of the history want them.
#pragma once

#include "core/io/artifacts.h"
#include "tests/io/records.h"
#include "tests/support/temp_dir.h"

#include <functional>
#include <string>

namespace soak
{

inline constexpr EpochMs kFirstStart = 1'760'000'000'000;

struct RunFolderPlan {
    EpochMs started = kFirstStart;
    int from = 1;
    int count = 8;
    bool isOurs = true; // false: as another tool leaves it
    bool hasEnded = true;
    std::function<void(RunInfo&)> editInfo = {};
    std::function<void(IterationRecord&)> edit = {};
};

inline fs::path writeRunFolder(const TempDir& dir, const fs::path& folder,
                               const RunFolderPlan& plan = {})
{
    RunInfo info = sampleInfo();
    info.runId = "RUN_" + std::to_string(plan.started);
    info.startedMs = plan.started;
    if (plan.editInfo) {
        plan.editInfo(info);
    }
    const std::string runText = runInfoText(info, builtin());
    if (plan.isOurs) {
        dir.write(folder / kRunFile, runText);
    }
    Sha256 previous = sha256(runText);
    for (int k = 1; k <= plan.count; ++k) {
        IterationRecord record = sampleRecord(k);
        record.runId = info.runId;
        record.summary.runtimeUtc = plan.started + 300'000LL * k;
        if (plan.isOurs) {
            record.chainPrevious = previous;
        } else {
            record.schemaVersion.clear();
        }
        if (plan.edit) {
            plan.edit(record);
        }
        const std::string text = iterationText(record, builtin());
        previous = sha256(text);
        if (k >= plan.from) {
            dir.write(folder / summaryFileName(k), text);
        }
    }
    if (plan.isOurs && plan.hasEnded) {
        RunEnd end;
        end.runId = info.runId;
        end.iterationsCompleted = plan.count;
        end.lastSummarySha256 = hexText(previous);
        dir.write(folder / kRunEndFile, runEndText(end));
    }
    return dir / folder;
}

} // namespace soak
