// SPDX-License-Identifier: GPL-3.0-or-later
// Units as types: a millisecond is not a basis point. Each wraps one double.
#pragma once

#include <chrono>
#include <compare>

namespace soak
{

using Millis = std::chrono::duration<double, std::milli>;

// Basis points: 1 bps = 0.01 % of notional.
struct Bps {
    double value = 0;
    auto operator<=>(const Bps&) const = default;
};

// A share of a whole, 0..1. Percent exists only in text.h.
struct Ratio {
    double value = 0;
    auto operator<=>(const Ratio&) const = default;
};

namespace literals
{
constexpr Bps operator""_bps(long double v)
{
    return Bps{static_cast<double>(v)};
}

constexpr Ratio operator""_ratio(long double v)
{
    return Ratio{static_cast<double>(v)};
}

constexpr Millis operator""_ms(long double v)
{
    return Millis{static_cast<double>(v)};
}

constexpr Millis operator""_ms(unsigned long long v)
{
    return Millis{static_cast<double>(v)};
}
} // namespace literals

} // namespace soak
