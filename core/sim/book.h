// SPDX-License-Identifier: GPL-3.0-or-later
// The orders of everybody but the bot, and where the bot stands in their queues (SIMULATOR 1, 4).
#pragma once

#include "core/sim/market_units.h"
#include "core/sim/random.h"

#include <array>

namespace soak
{

// Two rings of lots per bucket around the efficient price. Invariants: a total is the sum of its
// ring; no lots are negative, and none are outside the live range; the best bid is below the best
// ask where both are; what is ahead of the bot is at most what its bucket holds.
class Book final
{
public:
    static constexpr std::size_t kSlots = 1024;
    static constexpr BookBucket kLiveRange = 120; // on either side of the efficient price's bucket

    explicit Book(PriceUnits efficientPrice);

    [[nodiscard]] Lots total(BookSide side) const { return m_total[indexOf(side)]; }

    [[nodiscard]] bool isEmpty(BookSide side) const { return total(side) == 0; }

    // The best bucket of a side that is not empty.
    [[nodiscard]] BookBucket best(BookSide side) const { return m_best[indexOf(side)]; }

    // The last one that there was where a side is empty now.
    [[nodiscard]] PriceUnits mid() const { return m_mid; }

    // Half the distance of the best buckets; that of the last mid where a side is empty.
    [[nodiscard]] PriceUnits halfSpread() const { return m_halfSpread; }

    [[nodiscard]] Lots lotsAt(BookSide side, BookBucket bucket) const;

    // Adds behind all others. What would cross the other side goes to the bucket next to it, what
    // is outside the live range nowhere. `lots` > 0.
    void add(BookSide side, BookBucket bucket, Lots lots);

    // A trade of `lots`, at most those in `bucket`, from the front of its queue.
    void take(BookSide side, BookBucket bucket, Lots lots);

    // Cancels up to `lots` in the bucket of the lot with this number, both sides counted from the
    // best outwards, bids first: 0 <= `lot` < total of both. In the bot's bucket the cancelled ones
    // stood ahead of it in proportion, rounded at random (`queue`).
    void cancel(Lots lot, Lots lots, SimRandom& queue);

    // Follows the efficient price: what is left outside the live range goes, and so does every
    // quote nearer to the price than `withdrawn`.
    void follow(PriceUnits efficientPrice, PriceUnits withdrawn);

    // The bot's order joins its bucket behind `ahead` lots, at most those in it.
    void joinQueue(BookSide side, BookBucket bucket, Lots ahead);
    void leaveQueue(BookSide side);

    [[nodiscard]] Lots ahead(BookSide side) const { return m_queue[indexOf(side)].ahead; }

private:
    struct QueuePlace {
        bool isTaken = false;
        BookBucket bucket = 0;
        Lots ahead = 0;
    };

    [[nodiscard]] Lots& slot(BookSide side, BookBucket bucket);
    void removeLots(BookSide side, BookBucket bucket, Lots lots);
    void clear(BookSide side, BookBucket bucket);
    void clearRange(BookBucket first, BookBucket last);
    void moveRange(BookBucket low);
    void findBest(BookSide side, BookBucket from);
    void updateMid();
    QueuePlace* placeIn(BookSide side, BookBucket bucket); // nullptr: the bot is not there

    PerSide<std::array<Lots, kSlots>> m_lots{};
    PerSide<Lots> m_total{};
    PerSide<BookBucket> m_best{};
    PerSide<QueuePlace> m_queue{};
    BookBucket m_low; // the live range, both ends in it
    BookBucket m_high;
    PriceUnits m_mid;
    PriceUnits m_halfSpread = 0;
};

} // namespace soak
