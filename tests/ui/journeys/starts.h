// SPDX-License-Identifier: GPL-3.0-or-later
// Where most journeys begin: a run of 36 iterations that was just made, judged and shown.
#pragma once

#include "tests/ui/support/desk.h"
#include "tests/ui/support/person.h"

#include <gtest/gtest.h>

namespace soak::ui
{

constexpr int kRunNameColumn = 2; // of the list of runs

inline void startOnMine(Desk& desk)
{
    desk.start({.paths = {desk.makeRun("mine", 36)}});
    ASSERT_TRUE(desk.waitForTitle(QStringLiteral("PASS")));
    ASSERT_TRUE(desk.waitForJobs());
}

inline void startOnCharts(Desk& desk)
{
    ASSERT_NO_FATAL_FAILURE(startOnMine(desk));
    press("Alt+2");
    ASSERT_TRUE(waitFor(chart("p95 latency")));
}

} // namespace soak::ui
