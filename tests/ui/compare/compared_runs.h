// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that are compared, as values and open in a session.
#pragma once

#include "core/analysis/recorded_profile.h"
#include "tests/support/builders.h"
#include "tests/ui/support/open_runs.h"
#include "ui/compare/compare_desk.h"

#include <QTest>

namespace soak::ui
{

inline ComparedInput inputOf(const RunBuilder& builder, const char* name, int offset = 0)
{
    ComparedInput input;
    input.identity = QString::fromLatin1(name);
    input.name = name;
    input.run = builder.shared();
    input.judgement =
        std::make_shared<const Judgement>(judge(input.run, recordedProfileOf(*input.run).profile));
    input.offset = offset;
    return input;
}

// Mock runs of different lengths in a session, and a desk.
class ComparedRuns
{
public:
    explicit ComparedRuns(const std::vector<int>& iterations)
    {
        for (const int count : iterations) {
            open(count);
        }
        desk.follow();
    }

    void open(int iterations)
    {
        runs.openMock(iterations, static_cast<EpochMs>(ids.size()) * 60'000);
        ids << runs.selection.primary();
    }

    bool settled()
    {
        return QTest::qWaitFor([this] { return runs.jobs.running().empty() && desk.isUpToDate(); },
                               30'000);
    }

    OpenRuns runs;
    QStringList ids; // in the order they were opened
    CompareDesk desk{runs.context};
};

} // namespace soak::ui
