// SPDX-License-Identifier: GPL-3.0-or-later
// Few cases in which every two settings of every two factors meet at least once.
#pragma once

#include <cstddef>
#include <vector>

namespace soak::ui
{

// A case: for each factor the index of its setting.
using PairwiseCase = std::vector<std::size_t>;

// `sizes`: how many settings each factor has, each at least 1. The same sizes give the same cases
// in the same order. Greedy: about the product of the two largest sizes, seldom the fewest there
// could be.
std::vector<PairwiseCase> pairwiseCases(const std::vector<std::size_t>& sizes);

} // namespace soak::ui
