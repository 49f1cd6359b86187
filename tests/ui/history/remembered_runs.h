// SPDX-License-Identifier: GPL-3.0-or-later
// Run folders and a history of them, as the view of the history is given them.
#pragma once

#include "tests/history/run_folders.h"
#include "tests/ui/support/open_runs.h"
#include "ui/history/history_desk.h"

#include <QTest>

namespace soak::ui
{

// One run a day; from `stepAt` on the latency is 400 ms instead of 300.
class RememberedRuns
{
public:
    explicit RememberedRuns(std::size_t count, std::size_t stepAt = SIZE_MAX)
    {
        constexpr EpochMs kDay = 86'400'000;
        for (std::size_t run = 0; run < count; ++run) {
            RunFolderPlan plan;
            plan.started = kFirstStart + static_cast<EpochMs>(run) * kDay;
            plan.edit = [run, stepAt](IterationRecord& record) {
                const double level = run < stepAt ? 300 : 400;
                record.summary.metrics[indexOf(Metric::P95LatencyMs)] =
                    level + static_cast<double>((run * 7 + 3) % 5);
            };
            writeRunFolder(folders, "r" + std::to_string(run), plan);
        }
    }

    [[nodiscard]] QString folder() const { return QString::fromStdString(folders.path().string()); }

    bool settled()
    {
        return QTest::qWaitFor([this] { return runs.jobs.running().empty() && !desk.isReading(); },
                               30'000);
    }

    void import()
    {
        desk.import(folder());
        ASSERT_TRUE(settled());
        ASSERT_TRUE(desk.facts());
        ASSERT_FALSE(desk.facts()->error) << desk.facts()->error->message;
    }

    TempDir folders;
    TempDir home;
    OpenRuns runs;
    HistoryDesk desk{runs.session, HistoryPlace{.url = {}, .file = home.path() / "history.db"}};
};

} // namespace soak::ui
