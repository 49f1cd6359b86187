// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/distributions.h"

#include "core/base/result.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>
#include <numbers>

namespace soak
{

namespace
{

namespace bm = boost::math;

// Errors are values here: what cannot be computed comes back as infinity or NaN, never thrown.
using Policy = bm::policies::policy<bm::policies::domain_error<bm::policies::ignore_error>,
                                    bm::policies::pole_error<bm::policies::ignore_error>,
                                    bm::policies::overflow_error<bm::policies::ignore_error>,
                                    bm::policies::evaluation_error<bm::policies::ignore_error>>;

double betaQuantile(double p, std::size_t a, std::size_t b)
{
    const bm::beta_distribution<double, Policy> beta(static_cast<double>(a),
                                                     static_cast<double>(b));
    return bm::quantile(beta, p);
}

} // namespace

double studentQuantile(double p, double df)
{
    SOAK_ASSERT(p > 0 && p < 1 && df > 0);
    return bm::quantile(bm::students_t_distribution<double, Policy>(df), p);
}

double studentTwoSided(double t, double df)
{
    SOAK_ASSERT(df > 0);
    if (std::isinf(t)) {
        return 0;
    }
    const bm::students_t_distribution<double, Policy> student(df);
    return 2 * bm::cdf(bm::complement(student, std::abs(t)));
}

double normalTwoSided(double z)
{
    return std::erfc(std::abs(z) / std::numbers::sqrt2);
}

double kolmogorovTail(double t)
{
    if (!(t > 0)) {
        return 1;
    }
    constexpr double kPi = std::numbers::pi;
    if (t < 1.18) { // both series are exact; each converges fast on its side
        double sum = 0;
        for (int j = 1; j <= 20; ++j) {
            const double odd = 2 * j - 1;
            sum += std::exp(-odd * odd * kPi * kPi / (8 * t * t));
        }
        return 1 - std::sqrt(2 * kPi) / t * sum;
    }
    double sum = 0;
    for (int j = 1; j <= 20; ++j) {
        sum += (j % 2 == 1 ? 1 : -1) * std::exp(-2.0 * j * j * t * t);
    }
    return 2 * sum;
}

Interval clopperPearson(std::size_t hits, std::size_t trials, double alpha)
{
    SOAK_ASSERT(hits <= trials && trials > 0);
    return {hits == 0 ? 0 : betaQuantile(alpha, hits, trials - hits + 1),
            hits == trials ? 1 : betaQuantile(1 - alpha, hits + 1, trials - hits)};
}

double binomialAtLeast(std::size_t hits, std::size_t trials, double chance)
{
    if (hits == 0) {
        return 1;
    }
    if (hits > trials || chance <= 0) {
        return 0;
    }
    if (chance >= 1) {
        return 1;
    }
    const bm::binomial_distribution<double, Policy> binomial(static_cast<double>(trials), chance);
    return bm::cdf(bm::complement(binomial, static_cast<double>(hits) - 1));
}

} // namespace soak
