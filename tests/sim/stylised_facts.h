// SPDX-License-Identifier: GPL-3.0-or-later
// What real mids have in common (Cont 2001; Vyetrenko et al. 2019), measured on simulated ones.
#pragma once

#include "core/sim/accounting.h"

#include <vector>

namespace soak
{

// Returns in bps over `ticks` ticks, without overlap; one series per iteration.
using ReturnSeries = std::vector<std::vector<double>>;

ReturnSeries returnsOver(const std::vector<MidPath>& paths, std::size_t ticks);
double deviationOfReturns(const ReturnSeries& series); // around 0
double kurtosisOfReturns(const ReturnSeries& series);  // of the normal distribution: 3

enum class ReturnForm { Signed, Absolute };

// The autocorrelation at a lag, within iterations.
double autocorrelation(const ReturnSeries& series, std::size_t lag, ReturnForm form);
// The variance of returns over `many` short returns, by that of uncorrelated ones: 1 of a
// martingale.
double varianceRatio(const ReturnSeries& longReturns, const ReturnSeries& shortReturns,
                     std::size_t many);

} // namespace soak
