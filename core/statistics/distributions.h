// SPDX-License-Identifier: GPL-3.0-or-later
// The few distributions that the methods of STATISTICS.md need; from Boost.Math where it has them.
#pragma once

#include "core/statistics/series.h"

#include <cstddef>

namespace soak
{

// t with P(T <= t) = p for Student's t with `df` degrees of freedom. p in (0, 1), df > 0, asserted.
double studentQuantile(double p, double df);

// P(|T| >= |t|). df > 0, asserted.
double studentTwoSided(double t, double df);

// P(|Z| >= |z|) of the normal distribution.
double normalTwoSided(double z);

// P(sup |Brownian bridge| > t): the tail of Kolmogorov's distribution; 1 for t <= 0.
double kolmogorovTail(double t);

// One-sided bounds at level 1 - alpha for a share of which `hits` of `trials` were seen, each of
// them alone right in 1 - alpha of cases (Clopper and Pearson). hits <= trials, trials > 0,
// asserted.
Interval clopperPearson(std::size_t hits, std::size_t trials, double alpha);

// P(X >= hits) for X binomial with `trials` and `chance` in [0, 1].
double binomialAtLeast(std::size_t hits, std::size_t trials, double chance);

} // namespace soak
