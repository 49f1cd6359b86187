// SPDX-License-Identifier: GPL-3.0-or-later
// A prior of straight lines for tests of engine `model`.
#pragma once

#include "core/model/influence.h"

namespace soak
{

// Nothing moves any goal; noise is .2 of a goal's unit everywhere.
inline ResponsePrior flatPrior()
{
    ResponsePrior prior;
    for (auto& row : prior.noise) {
        for (ResponseCurve& curve : row) {
            curve.fill(1);
        }
    }
    prior.middleNoise.fill(0.2);
    return prior;
}

inline ResponseCurve straight(double span)
{
    return {-span / 2, -span / 4, 0, span / 4, span / 2};
}

} // namespace soak
