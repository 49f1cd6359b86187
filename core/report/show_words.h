// SPDX-License-Identifier: GPL-3.0-or-later
// What the text and the JSON of `soak show` look up alike.
#pragma once

#include "core/analysis/judgement.h"

#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// NotFound, naming the iterations that there are.
Error noSuchIteration(const SoakRun& run, int iteration);
// The pair that begins with `iteration`; nullptr when none does.
const PairCheck* pairFrom(const Verification& verification, int iteration);
// Names in either, sorted; nullptr has none.
std::vector<std::string> overrideNames(const Overrides* a, const Overrides* b);
std::string_view chainText(ChainState chain); // none, intact, broken

} // namespace soak
