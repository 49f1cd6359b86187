// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace soak
{

// How far net and its parts may differ, in bps (DOMAIN 2.2).
inline constexpr double kDecompositionTolerance = 0.05;

} // namespace soak
