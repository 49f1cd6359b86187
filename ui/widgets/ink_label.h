// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of one line whose ink follows the theme.
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"

namespace soak::ui
{

// An elided label in `ink`, small by default.
ElidedLabel* inkLabel(const Theme& theme, Ink ink, const QString& text = {},
                      const QFont& font = Theme::smallFont());

} // namespace soak::ui
