// SPDX-License-Identifier: GPL-3.0-or-later
// A session with runs in it, as views and docks are given one.
#pragma once

#include "core/runner/run_soak.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"
#include "ui/session/view_context.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

namespace soak::ui
{

class OpenRuns final
{
public:
    OpenRuns() { theme.choose(ThemeChoice::Light); }

    // Loads it, and makes it the primary run.
    void open(const fs::path& folder)
    {
        QSignalSpy opened(&session, &Session::opened);
        session.open(folder);
        ASSERT_TRUE(opened.wait());
        selection.setPrimary(opened.front().front().toString());
    }

    void openFixture(const std::string& name) { open(testDataPath("fixtures/" + name)); }

    // A run of ours: overrides, guards and a hash chain in every iteration.
    void openMock(int iterations, EpochMs startedMs = 0)
    {
        RunRequest request;
        request.info.engine = "mock";
        request.info.iterations = iterations;
        request.info.autoTune = true;
        request.out = scratch.path() / ("run" + std::to_string(session.runs().size()));
        const VirtualClock clock(startedMs);
        const auto made = runSoak(request, clock, {}, {});
        ASSERT_TRUE(made) << describe(made.error());
        open(made->folder);
    }

    [[nodiscard]] const OpenRun& primary() const { return *session.find(selection.primary()); }

    TempDir scratch;
    Jobs jobs;
    Session session{jobs};
    Selection selection;
    Theme theme;
    ViewContext context{session, selection, theme};
};

} // namespace soak::ui
