// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of Qt during a test: a warning that nobody expected fails it.
#pragma once

#include <QString>
#include <QStringList>

namespace soak::ui
{

// Takes Qt's messages from now on; call once, before QApplication is made.
void installWarningTrap();

// Warnings and worse since the last call, without the lines that the offscreen platform itself
// prints.
QStringList takeWarnings();

// Whether a whole line is one of those that Qt's offscreen platform prints by itself.
bool isOfThePlatform(const QString& line);

} // namespace soak::ui
