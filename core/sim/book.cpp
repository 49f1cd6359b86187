// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/book.h"

#include "core/base/result.h"

#include <algorithm>

namespace soak
{

static_assert(2 * Book::kLiveRange + 1 <= static_cast<BookBucket>(Book::kSlots));

namespace
{

// Two's complement: negative buckets find their slot too.
std::size_t slotOf(BookBucket bucket)
{
    return static_cast<std::uint64_t>(bucket) % Book::kSlots;
}

} // namespace

Book::Book(PriceUnits efficientPrice)
    : m_low(bucketOf(efficientPrice) - kLiveRange), m_high(bucketOf(efficientPrice) + kLiveRange),
      m_mid(efficientPrice)
{
}

Lots& Book::slot(BookSide side, BookBucket bucket)
{
    return m_lots[indexOf(side)][slotOf(bucket)];
}

Lots Book::lotsAt(BookSide side, BookBucket bucket) const
{
    return bucket < m_low || bucket > m_high ? 0 : m_lots[indexOf(side)][slotOf(bucket)];
}

void Book::add(BookSide side, BookBucket bucket, Lots lots)
{
    SOAK_ASSERT(lots > 0);
    const BookSide other = opposite(side);
    if (!isEmpty(other) && !isBetter(other, bucket, best(other))) {
        bucket = best(other) - signOf(side);
    }
    if (bucket < m_low || bucket > m_high) {
        return;
    }
    const bool isNewBest = isEmpty(side) || isBetter(side, bucket, best(side));
    slot(side, bucket) += lots;
    m_total[indexOf(side)] += lots;
    if (isNewBest) {
        m_best[indexOf(side)] = bucket;
        updateMid();
    }
}

Book::QueuePlace* Book::placeIn(BookSide side, BookBucket bucket)
{
    QueuePlace& place = m_queue[indexOf(side)];
    return place.isTaken && place.bucket == bucket ? &place : nullptr;
}

void Book::removeLots(BookSide side, BookBucket bucket, Lots lots)
{
    Lots& there = slot(side, bucket);
    SOAK_ASSERT(lots <= there);
    there -= lots;
    m_total[indexOf(side)] -= lots;
    if (there == 0 && bucket == best(side)) {
        findBest(side, bucket);
        updateMid();
    }
}

void Book::take(BookSide side, BookBucket bucket, Lots lots)
{
    if (QueuePlace* const place = placeIn(side, bucket)) {
        place->ahead -= std::min(place->ahead, lots);
    }
    removeLots(side, bucket, lots);
}

void Book::cancel(Lots lot, Lots lots, SimRandom& queue)
{
    const BookSide side = lot < total(BookSide::Bid) ? BookSide::Bid : BookSide::Ask;
    Lots beyond = side == BookSide::Bid ? lot : lot - total(BookSide::Bid);
    BookBucket bucket = best(side);
    for (Lots there = slot(side, bucket); beyond >= there; there = slot(side, bucket)) {
        beyond -= there;
        bucket -= signOf(side);
    }
    const Lots there = slot(side, bucket);
    const Lots cancelled = std::min(lots, there);
    QueuePlace* const place = placeIn(side, bucket);
    if (place != nullptr && place->ahead > 0) {
        // Never more than fit: where all of them stand ahead the division has no rest.
        const Lots product = cancelled * place->ahead;
        place->ahead -= product / there + (queue.chance(product % there, there) ? 1 : 0);
    }
    removeLots(side, bucket, cancelled);
}

void Book::clear(BookSide side, BookBucket bucket)
{
    if (QueuePlace* const place = placeIn(side, bucket)) {
        place->ahead = 0;
    }
    m_total[indexOf(side)] -= slot(side, bucket);
    slot(side, bucket) = 0;
}

void Book::clearRange(BookBucket first, BookBucket last)
{
    for (BookBucket bucket = first; bucket <= last; ++bucket) {
        clear(BookSide::Bid, bucket);
        clear(BookSide::Ask, bucket);
    }
}

void Book::follow(PriceUnits efficientPrice, PriceUnits withdrawn)
{
    const BookBucket low = bucketOf(efficientPrice) - kLiveRange;
    if (low != m_low) {
        moveRange(low);
    }
    for (const BookSide side : kBookSides) {
        const auto isNear = [&](BookBucket bucket) {
            return (efficientPrice - centreOf(bucket)) * signOf(side) < withdrawn;
        };
        if (isEmpty(side) || !isNear(best(side))) {
            continue;
        }
        BookBucket bucket = best(side);
        while (!isEmpty(side) && isNear(bucket)) {
            clear(side, bucket);
            bucket -= signOf(side);
        }
        findBest(side, bucket);
        updateMid();
    }
}

void Book::moveRange(BookBucket low)
{
    const BookBucket high = low + 2 * kLiveRange;
    // A jump over the whole range leaves nothing of it.
    clearRange(m_low, std::min(low - 1, m_high));
    clearRange(std::max(high + 1, m_low), m_high);
    m_low = low;
    m_high = high;
    for (const BookSide side : kBookSides) {
        findBest(side, std::clamp(best(side), m_low, m_high));
    }
    updateMid();
}

void Book::findBest(BookSide side, BookBucket from)
{
    if (isEmpty(side)) {
        return;
    }
    while (slot(side, from) == 0) {
        from -= signOf(side);
    }
    m_best[indexOf(side)] = from;
}

void Book::updateMid()
{
    if (isEmpty(BookSide::Bid) || isEmpty(BookSide::Ask)) {
        return;
    }
    const BookBucket bid = best(BookSide::Bid);
    const BookBucket ask = best(BookSide::Ask);
    m_mid = (bid + ask + 1) * kBucketWidth / 2;
    m_halfSpread = (ask - bid) * kBucketWidth / 2;
}

void Book::joinQueue(BookSide side, BookBucket bucket, Lots ahead)
{
    SOAK_ASSERT(ahead >= 0 && ahead <= lotsAt(side, bucket));
    m_queue[indexOf(side)] = {true, bucket, ahead};
}

void Book::leaveQueue(BookSide side)
{
    m_queue[indexOf(side)] = {};
}

} // namespace soak
