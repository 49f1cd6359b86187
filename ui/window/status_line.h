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

// The folder of the primary run and where it stands: "artifacts/soak/latest · finished 02:41".
QString watchStatus(const ViewContext& context);

// What of it was not read, with a link to the problems: "2 not read: #12 unreadable, #19 missing
// (Problems)"; "" when all was.
QString unreadStatus(const ViewContext& context);

class ElidedLabel;

// The two texts of the status bar can be asked where their numbers come from (F1).
void explainStatus(const ViewContext& context, ElidedLabel& run, ElidedLabel& cursor);

} // namespace soak::ui
