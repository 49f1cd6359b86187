// SPDX-License-Identifier: GPL-3.0-or-later
// What every view and dock is given. The three outlive it.
#pragma once

#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"

namespace soak::ui
{

struct ViewContext {
    Session& session;
    Selection& selection;
    const Theme& theme;

    // The primary run, nullptr when there is none.
    [[nodiscard]] const OpenRun* primary() const { return session.find(selection.primary()); }
};

} // namespace soak::ui
