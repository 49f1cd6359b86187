// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the status bar and of the window's title.
#pragma once

#include "ui/session/view_context.h"

#include <QString>

namespace soak::ui
{

// "<run_id> \u2014 FAIL \u2014 Soak Workbench"; of a live run "IN PROGRESS 12 of 36".
QString titleOf(const ViewContext& context);

// Of the primary run: iterations, missing ones, window, verdict.
QString runStatus(const ViewContext& context);

// The iteration under the cursor, and the goal that is worst: its value there and over the window.
QString cursorStatus(const ViewContext& context);

// Where the folder of the primary run stands: "finished 02:41", "writer alive".
QString watchStatus(const ViewContext& context);

} // namespace soak::ui
