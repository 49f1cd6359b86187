// SPDX-License-Identifier: GPL-3.0-or-later
// The activity that the core sees in a folder, as the windows show it: they know one more,
// RunActivity::Replaced, which is no property of a folder.
#pragma once

#include "core/base/result.h"
#include "core/history/run_activity.h"
#include "ui/session/session.h"

namespace soak::ui
{

inline RunActivity shownActivity(soak::RunActivity activity)
{
    switch (activity) {
    case soak::RunActivity::Finished:
        return RunActivity::Finished;
    case soak::RunActivity::Running:
        return RunActivity::Running;
    case soak::RunActivity::Stalled:
        return RunActivity::Stalled;
    case soak::RunActivity::WriterDead:
        return RunActivity::WriterDead;
    case soak::RunActivity::Vanished:
        return RunActivity::Vanished;
    }
    SOAK_ASSERT(false);
}

} // namespace soak::ui
