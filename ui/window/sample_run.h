// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace soak::ui
{

// The recorded run that comes with the program, beside it as installed and as built; "" when there
// is none.
QString sampleRunPath();

} // namespace soak::ui
