// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/first_size.h"

namespace soak::ui
{

QSize firstSize(const QSize& available)
{
    constexpr QSize kFrame{8, 40}; // edges and title of the common desktops
    return kPreferredWindow.boundedTo(available - kFrame).expandedTo(kSmallestWindow);
}

} // namespace soak::ui
