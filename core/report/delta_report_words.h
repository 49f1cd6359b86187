// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a Verification, shared by its JSON, Markdown, text and page.
#pragma once

#include "core/analysis/verify_deltas.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace soak
{

std::string pairName(const PairCheck& pair);         // "3 to 4"
std::string proposedNames(const PairCheck& pair);    // "a, b", "none"
std::string_view paramsMatchWord(PairStatus status); // Y, N, partial_ok, N/A, unverified
std::string_view modeWord(VerifyMode mode);          // strict, lenient
bool isProblem(ParamStatus status);                  // neither as expected nor unknown
std::string deltaText(const ParamCheck& param);      // "+5", "n/a"
std::string differenceText(const ParamCheck& param); // observed - expected
// "risk.impact_cap_ratio is -0.01, the change that iterations 1-3 proposed: ..."
std::string suspectText(const AbsoluteDeltaSuspect& suspect);
// The most frequent first, then by name.
std::vector<std::pair<std::string, int>> problemsWorstFirst(const Verification& verification);

} // namespace soak
