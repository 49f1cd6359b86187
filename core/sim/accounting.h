// SPDX-License-Identifier: GPL-3.0-or-later
// Fills, and what became of each (SIMULATOR 7): where the money comes from and goes to, exactly.
#pragma once

#include "core/sim/scenario.h"
#include "core/sim/venue.h"

#include <span>
#include <vector>

namespace soak
{

enum class FillKind : std::uint8_t { Maker, Taker };

struct SimFill {
    FillKind kind = FillKind::Maker;
    BookSide side = BookSide::Bid; // Bid: the bot bought
    SimTime at = 0;
    PriceUnits price = 0;
    Lots quantity = 0;
    PriceUnits midBefore = 0;     // before the trade
    PriceUnits midAtDecision = 0; // what the bot took for the mid when it decided
    SimTime age = 0;              // of the order that was filled; of a taker fill 0

    bool operator==(const SimFill&) const = default;
};

// Signed contributions to the profit: gross + fees + slippage + adverse + inventory == net.
struct ProfitParts {
    Money gross = 0;     // the distance from the mid that the bot quoted around
    Money fees = 0;      // paid ones are negative
    Money slippage = 0;  // the mid moved while the quote waited; of taker fills the spread
    Money adverse = 0;   // the mid moved against the fill within a second
    Money inventory = 0; // and from then on
    Money net = 0;       // cash + position at the closing mid - fees, counted apart from the parts
    Money notional = 0;  // traded

    [[nodiscard]] Money sum() const { return gross + fees + slippage + adverse + inventory; }

    bool operator==(const ProfitParts&) const = default;
};

// The mid at each tick of an iteration, the first at 0.
using MidPath = std::vector<PriceUnits>;

// The mid a second after `time`, at the first tick then; the closing mid when the iteration ends
// before. `mids` is not empty.
PriceUnits midOneSecondAfter(SimTime time, std::span<const PriceUnits> mids, PriceUnits closing);

// How the position came about. Sums stay far from 2^63: at most 3 10^8 events an iteration (each
// takes a microsecond), each of at most 80 lots at under 2 10^6 units, are under 10^17.
class FillLedger final
{
public:
    explicit FillLedger(const FeeSchedule& fees) : m_fees(fees) {}

    void add(const SimFill& fill);
    // A taker order that paid `cash` for `quantity` lots over several levels. Two fills, at the
    // average price rounded down and the next one, come to the very same cash.
    void addTaker(const SimFill& fill, Money cash);

    [[nodiscard]] Lots position() const { return m_position; }

    [[nodiscard]] std::span<const SimFill> fills() const { return m_fills; }

    [[nodiscard]] ProfitParts parts(std::span<const PriceUnits> mids, PriceUnits closing) const;

private:
    [[nodiscard]] Money feeOf(const SimFill& fill) const;

    FeeSchedule m_fees;
    std::vector<SimFill> m_fills;
    Lots m_position = 0;
    Money m_cash = 0;
    Money m_feesPaid = 0;
};

} // namespace soak
