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

    // For runColour() and dashOf(): the baseline is ink (slot 0), and so is the primary run while
    // there is no baseline.
    [[nodiscard]] std::size_t colourSlot(const QString& identity) const
    {
        const QString& ink =
            selection.baseline().isEmpty() ? selection.primary() : selection.baseline();
        return identity == ink ? 0 : session.colourSlot(identity);
    }
};

} // namespace soak::ui
