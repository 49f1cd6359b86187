// SPDX-License-Identifier: GPL-3.0-or-later
// What a window opens over itself: menus, the list of the command box, explanations, dialogs.
#pragma once

#include "tests/ui/audit/audit.h"

#include <functional>

namespace soak::ui
{

class MainWindow;
class Theme;

// What was opened, by name, and what is wrong with it.
using TakeOpened =
    std::function<void(const QString& name, QWidget& opened, const Defects& defects)>;

// Opens everything, one after the other, and closes it again. The window shows a run.
void auditOpened(MainWindow& window, const Theme& theme, Script script, const TakeOpened& take);

} // namespace soak::ui
