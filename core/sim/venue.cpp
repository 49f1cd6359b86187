// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/venue.h"

#include "core/base/result.h"

#include <algorithm>

namespace soak
{

namespace
{

// The place of a price among the 50 of its bucket, the best being 1.
std::int64_t rankInBucket(BookSide side, PriceUnits price)
{
    const PriceUnits offset = price - bucketOf(price) * kBucketWidth;
    return side == BookSide::Bid ? kBucketWidth - offset : offset + 1;
}

bool isWithin(const TakeOrder& order, PriceUnits price)
{
    return !isBetter(order.resting, order.limit, price);
}

} // namespace

// A price as good as the other side's trades too.
bool Venue::wouldTrade(BookSide side, PriceUnits price) const
{
    return hasBetter(opposite(side), price - signOf(opposite(side)));
}

bool Venue::place(BookSide side, const RestingOrder& order)
{
    SOAK_ASSERT(!m_orders[indexOf(side)].isLive() && order.quantity > 0);
    if (wouldTrade(side, order.price)) {
        return false;
    }
    const BookBucket bucket = bucketOf(order.price);
    const Lots ahead = m_book.lotsAt(side, bucket) * rankInBucket(side, order.price) / kBucketWidth;
    m_book.joinQueue(side, bucket, ahead);
    m_orders[indexOf(side)] = order;
    return true;
}

void Venue::cancel(BookSide side)
{
    m_orders[indexOf(side)] = {};
    m_book.leaveQueue(side);
}

Taken Venue::take(const TakeOrder& order)
{
    return takeFrom(order, BotOrders::Trade);
}

Taken Venue::takeForBot(const TakeOrder& order)
{
    return takeFrom(order, BotOrders::Skip);
}

Taken Venue::takeFrom(const TakeOrder& order, BotOrders botOrders)
{
    const BookSide side = order.resting;
    Taken taken;
    taken.botOrder = m_orders[indexOf(side)];
    Lots left = order.quantity;
    while (left > 0) {
        const RestingOrder& own = m_orders[indexOf(side)];
        const bool hasOwn =
            botOrders == BotOrders::Trade && own.isLive() && isWithin(order, own.price);
        const bool hasOthers =
            !m_book.isEmpty(side) && isWithin(order, centreOf(m_book.best(side)));
        const BookBucket best = m_book.best(side);
        const BookBucket ownBucket = bucketOf(own.price);
        const bool isOwnFirst = hasOwn && (!hasOthers || isBetter(side, ownBucket, best) ||
                                           (ownBucket == best && m_book.ahead(side) == 0));
        if (isOwnFirst) {
            const Lots lots = std::min(left, own.quantity);
            takeFromBot(order, lots, taken);
            left -= lots;
        } else if (hasOthers) {
            const Lots queued =
                hasOwn && ownBucket == best ? m_book.ahead(side) : m_book.lotsAt(side, best);
            const Lots lots = std::min(left, queued);
            takeFromOthers(order, best, lots, taken);
            left -= lots;
        } else {
            break;
        }
    }
    return taken;
}

void Venue::takeFromOthers(const TakeOrder& order, BookBucket bucket, Lots lots, Taken& taken)
{
    m_book.take(order.resting, bucket, lots);
    taken.fromOthers += lots;
    taken.paidToOthers += lots * centreOf(bucket);
}

void Venue::takeFromBot(const TakeOrder& order, Lots lots, Taken& taken)
{
    RestingOrder& own = m_orders[indexOf(order.resting)];
    taken.fromBot += lots;
    taken.botPrice = own.price;
    own.quantity -= lots;
    if (!own.isLive()) {
        cancel(order.resting);
    }
}

} // namespace soak
