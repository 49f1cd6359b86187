// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded runs open in a session, for tests of docks.
#pragma once

#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"
#include "ui/session/view_context.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace soak::ui
{

struct OpenedRuns {
    Jobs jobs;
    Session session{jobs};
    Selection selection;
    Theme theme;
    ViewContext context{session, selection, theme};

    TempDir scratch;

    // A run of the same numbers that is another run: the recorded ones begin with the same bytes,
    // so that a copy needs others to have an identity of its own.
    QString openCopy(const std::string& fixture, const std::string& name)
    {
        const fs::path recorded = testDataPath("fixtures/" + fixture) / "artifacts/soak/latest";
        fs::copy(recorded, scratch / name, fs::copy_options::recursive);
        const fs::path first = scratch / name / "ITER_SUMMARY_1.json";
        EXPECT_TRUE(writeFileAtomically(first, readFile(first).value_or("") + "\n"));
        // Files of this minute would be those of a run that goes on.
        for (const auto& entry : fs::recursive_directory_iterator(scratch / name)) {
            fs::last_write_time(entry.path(),
                                fs::file_time_type::clock::now() - std::chrono::hours(24));
        }
        return openPath(scratch / name);
    }

    // The identity of the run.
    QString open(const std::string& fixture)
    {
        return openPath(testDataPath("fixtures/" + fixture));
    }

    QString openPath(const fs::path& path)
    {
        QSignalSpy opened(&session, &Session::opened);
        session.open(path);
        EXPECT_TRUE(opened.wait());
        return opened.isEmpty() ? QString() : opened.front().front().toString();
    }
};

} // namespace soak::ui
