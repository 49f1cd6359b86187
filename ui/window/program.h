// SPDX-License-Identifier: GPL-3.0-or-later
// The program from its settings to its exit code.
#pragma once

#include "core/base/result.h"
#include "ui/window/start_options.h"

class QApplication;

namespace soak::ui
{

// Shows the window, or paints a picture and ends; returns the exit code (DESIGN 6).
int runProgram(const QApplication& application, const StartOptions& start);

// Says `error` on standard error and returns its exit code.
int refuse(const Error& error);

} // namespace soak::ui
