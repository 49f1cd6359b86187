// SPDX-License-Identifier: GPL-3.0-or-later
// The venue: the book of others and the bot's two orders, and who trades with whom (SIMULATOR 4).
#pragma once

#include "core/sim/book.h"

namespace soak
{

// An order of the bot in the book; none while `quantity` is 0.
struct RestingOrder {
    PriceUnits price = 0;
    Lots quantity = 0;
    SimTime placedAt = 0;
    PriceUnits midAtDecision = 0; // what the bot took for the mid when it decided

    [[nodiscard]] bool isLive() const { return quantity > 0; }
};

// An order that takes what rests on a side.
struct TakeOrder {
    BookSide resting = BookSide::Ask; // Ask: it buys
    Lots quantity = 0;
    PriceUnits limit = 0; // the worst price that it pays
};

struct Taken {
    Lots fromOthers = 0;
    Money paidToOthers = 0; // lots x price
    Lots fromBot = 0;
    PriceUnits botPrice = 0;
    RestingOrder botOrder; // as it was before; what is left of it keeps its place
};

class Venue final
{
public:
    explicit Venue(PriceUnits efficientPrice) : m_book(efficientPrice) {}

    [[nodiscard]] const Book& book() const { return m_book; }

    [[nodiscard]] Book& book() { return m_book; }

    [[nodiscard]] const RestingOrder& order(BookSide side) const { return m_orders[indexOf(side)]; }

    // Whether anybody, the bot included, quotes a better price than `price` on a side.
    [[nodiscard]] bool hasBetter(BookSide side, PriceUnits price) const
    {
        const RestingOrder& own = order(side);
        return (own.isLive() && isBetter(side, own.price, price)) ||
               (!m_book.isEmpty(side) && isBetter(side, centreOf(m_book.best(side)), price));
    }

    // A post-only order of the bot takes its place: behind the lots of its bucket in the share that
    // has the better price within it. False: it would have traded at once, and was refused. No
    // other order of the bot may be live on the side.
    bool place(BookSide side, const RestingOrder& order);
    void cancel(BookSide side);

    // Trades outwards from the best price: with the bot's order where that is better than the best
    // bucket, in its own bucket after those ahead of it.
    Taken take(const TakeOrder& order);

    // The same of the bot itself, which does not trade with its own order.
    Taken takeForBot(const TakeOrder& order);

private:
    enum class BotOrders : std::uint8_t { Trade, Skip };

    Taken takeFrom(const TakeOrder& order, BotOrders botOrders);
    [[nodiscard]] bool wouldTrade(BookSide side, PriceUnits price) const;
    void takeFromOthers(const TakeOrder& order, BookBucket bucket, Lots lots, Taken& taken);
    void takeFromBot(const TakeOrder& order, Lots lots, Taken& taken);

    Book m_book;
    PerSide<RestingOrder> m_orders{};
};

} // namespace soak
