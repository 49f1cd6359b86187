// SPDX-License-Identifier: GPL-3.0-or-later
// How large the window is before anybody made it larger or smaller.
#pragma once

#include <QSize>

namespace soak::ui
{

constexpr QSize kSmallestWindow{1024, 700};
constexpr QSize kPreferredWindow{1440, 900};

// The preferred size, or as much of it as a screen of `available` pixels has room for beside the
// frame that the desktop draws, which is not known before the window is shown. Never below the
// smallest.
QSize firstSize(const QSize& available);

} // namespace soak::ui
