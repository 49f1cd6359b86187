// SPDX-License-Identifier: GPL-3.0-or-later
// p-values of several questions asked at once, corrected for having asked them all.
#pragma once

#include <span>
#include <vector>

namespace soak
{

// Holm's step-down: the chance of even one false alarm is held.
std::vector<double> holm(std::span<const double> p);

// Benjamini and Hochberg: the share of false ones among the alarms is held. For screens of more
// than 20 series.
std::vector<double> benjaminiHochberg(std::span<const double> p);

} // namespace soak
