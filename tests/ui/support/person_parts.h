// SPDX-License-Identifier: GPL-3.0-or-later
// What the halves of person.h share.
#pragma once

#include "tests/ui/support/person.h"

namespace soak::ui
{

QAccessibleInterface* found(const Thing& thing);     // nullptr: it is not shown
QAccessibleInterface* foundAnew(const Thing& thing); // with the cells that it has now

} // namespace soak::ui
