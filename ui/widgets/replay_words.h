// SPDX-License-Identifier: GPL-3.0-or-later
// How it is said that a run took its measurements from another one.
#pragma once

#include "core/model/soak_run.h"

#include <QString>

namespace soak::ui
{

QString replayedWord(); // "replayed"
// Whose measurements they are and what does not follow from them, as `soak show` says it; "" of a
// run that measured.
QString replayedDetail(const SoakRun& run);

} // namespace soak::ui
