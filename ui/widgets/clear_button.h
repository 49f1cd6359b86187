// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace soak::ui
{

// The button that empties the line comes with the first letter in it: its icon is read from a file,
// and at the start nothing is there to be cleared.
inline void giveClearButton(QLineEdit& line)
{
    QObject::connect(&line, &QLineEdit::textChanged, &line,
                     [&line] { line.setClearButtonEnabled(true); });
}

} // namespace soak::ui
