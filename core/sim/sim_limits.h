// SPDX-License-Identifier: GPL-3.0-or-later
// What a run of the simulated market does not show (SIMULATOR 12).
#pragma once

#include <span>
#include <string_view>

namespace soak
{

std::string_view simEvidence();                // what a green run is evidence of, a sentence
std::span<const std::string_view> simLimits(); // sentences, the most important first

} // namespace soak
