// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/envelope.h"

#include "core/base/result.h"
#include "core/statistics/descriptive.h"

#include <algorithm>

namespace soak
{

std::vector<EnvelopePoint> envelopeOf(std::span<const EnvelopeLine> lines)
{
    struct Placed {
        int x;
        std::size_t line;
        double value;
    };

    std::vector<Placed> all;
    for (std::size_t line = 0; line < lines.size(); ++line) {
        SOAK_ASSERT(lines[line].x.size() == lines[line].values.size());
        for (std::size_t i = 0; i < lines[line].x.size(); ++i) {
            const std::optional<double> value = lines[line].values[i];
            if (!value) {
                continue;
            }
            if (!all.empty() && all.back().line == line && all.back().x == lines[line].x[i]) {
                all.back().value = *value;
            } else {
                all.push_back({lines[line].x[i], line, *value});
            }
        }
    }
    std::ranges::sort(all, {}, &Placed::x);
    std::vector<EnvelopePoint> points;
    std::vector<double> here;
    for (std::size_t i = 0; i < all.size();) {
        here.clear();
        const int x = all[i].x;
        for (; i < all.size() && all[i].x == x; ++i) {
            here.push_back(all[i].value);
        }
        constexpr double kQuartile = 0.25;
        const auto [low, high] = std::ranges::minmax_element(here);
        points.push_back({x, here.size(), *low, *quantile7(here, kQuartile), *quantile7(here, 0.5),
                          *quantile7(here, 1 - kQuartile), *high});
    }
    return points;
}

} // namespace soak
