// SPDX-License-Identifier: GPL-3.0-or-later
// The integers of the simulated market (SIMULATOR 1). Its state holds nothing else: the same seed
// gives the same run with every compiler.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace soak
{

using SimTime = std::int64_t;    // microseconds since the iteration began
using PriceUnits = std::int64_t; // 0.01 bps of the reference price
using Lots = std::int64_t;
using Money = std::int64_t; // lots x price units
using MilliHertz = std::int64_t;
using BookBucket = std::int64_t; // bucket b holds the prices [50 b, 50 b + 50)

inline constexpr PriceUnits kReferencePrice = 1'000'000;
inline constexpr PriceUnits kUnitsPerBps = 100;
inline constexpr PriceUnits kBucketWidth = 50;

inline constexpr SimTime kMillisecond = 1000;
inline constexpr SimTime kSecond = 1'000'000;
inline constexpr SimTime kTick = 10 * kMillisecond;
inline constexpr SimTime kIterationLength = 300 * kSecond;

enum class BookSide : std::uint8_t { Bid, Ask };

inline constexpr std::array<BookSide, 2> kBookSides{BookSide::Bid, BookSide::Ask};

template <typename T>
using PerSide = std::array<T, 2>;

constexpr std::size_t indexOf(BookSide side)
{
    return static_cast<std::size_t>(side);
}

// +1 for who buys, -1 for who sells, with an order that rests on `side`.
constexpr std::int64_t signOf(BookSide side)
{
    return side == BookSide::Bid ? 1 : -1;
}

constexpr BookSide opposite(BookSide side)
{
    return side == BookSide::Bid ? BookSide::Ask : BookSide::Bid;
}

// Towards minus infinity, where the language rounds towards 0. `divisor` > 0.
constexpr std::int64_t floorDiv(std::int64_t dividend, std::int64_t divisor)
{
    const std::int64_t quotient = dividend / divisor;
    return quotient * divisor > dividend ? quotient - 1 : quotient;
}

// To the nearest, halves up. `divisor` > 0.
constexpr std::int64_t roundDiv(std::int64_t dividend, std::int64_t divisor)
{
    return floorDiv(dividend + divisor / 2, divisor);
}

constexpr BookBucket bucketOf(PriceUnits price)
{
    return floorDiv(price, kBucketWidth);
}

// The price at which the orders of others in `bucket` trade.
constexpr PriceUnits centreOf(BookBucket bucket)
{
    return bucket * kBucketWidth + kBucketWidth / 2;
}

// Whether somebody on `side` offers more with `price` than with `other`: bids high, asks low.
constexpr bool isBetter(BookSide side, std::int64_t price, std::int64_t other)
{
    return side == BookSide::Bid ? price > other : price < other;
}

} // namespace soak
