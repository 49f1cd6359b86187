// SPDX-License-Identifier: GPL-3.0-or-later
// Our own pictures for controls (resources/icons), in the ink of the theme.
#pragma once

#include "ui/theme/colours.h"

#include <QIcon>

namespace soak::ui
{

enum class Picture {
    Run,
    Stop,
    Open,
    Report,
    Copy,
    Inspector,
    Reload,
    Close,
    Bytes,
    Search,
    Sample,
};
inline constexpr int kPictureCount = 11;

// In Text ink, in Muted where the control is disabled; sharp at every scale.
QIcon iconOf(Picture picture, Tone tone);

} // namespace soak::ui
