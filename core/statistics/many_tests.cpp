// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/many_tests.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace soak
{

namespace
{

std::vector<std::size_t> ascendingOrder(std::span<const double> p)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t at) { return p[at]; });
    return order;
}

} // namespace

std::vector<double> holm(std::span<const double> p)
{
    std::vector<double> corrected(p.size());
    double most = 0;
    std::size_t left = p.size();
    for (const std::size_t at : ascendingOrder(p)) {
        most = std::max(most, std::min(1.0, p[at] * static_cast<double>(left--)));
        corrected[at] = most;
    }
    return corrected;
}

std::vector<double> benjaminiHochberg(std::span<const double> p)
{
    std::vector<double> corrected(p.size());
    const std::vector<std::size_t> order = ascendingOrder(p);
    double least = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const std::size_t at = order[rank - 1];
        least = std::min(least, p[at] * static_cast<double>(p.size()) / static_cast<double>(rank));
        corrected[at] = least;
    }
    return corrected;
}

} // namespace soak
