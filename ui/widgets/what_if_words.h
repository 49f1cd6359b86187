// SPDX-License-Identifier: GPL-3.0-or-later
// How a judgement by other thresholds than the recorded ones is said.
#pragma once

#include "ui/session/session.h"

#include <QString>

namespace soak::ui
{

QString whatIfWord(); // "gate profile modified"
// Which thresholds are others, and what was recorded: a line each. "" of a run that is no what-if.
QString whatIfDetail(const OpenRun& run);

} // namespace soak::ui
