// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the data behind a verdict, in words: it stands wherever the verdict stands.
#pragma once

#include "core/analysis/judgement.h"

#include <string>
#include <vector>

namespace soak
{

// One sentence each, worst first; empty when nothing is wrong. Failed, unreadable and missing
// iterations, missing values of the window's goals, a broken chain, a run that has not ended, one
// whose measurements were not made under its overrides (engine replay).
std::vector<std::string> qualityNotes(const Judgement& judgement);

} // namespace soak
