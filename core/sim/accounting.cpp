// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/accounting.h"

#include "core/base/result.h"

namespace soak
{

PriceUnits midOneSecondAfter(SimTime time, std::span<const PriceUnits> mids, PriceUnits closing)
{
    const auto tick = static_cast<std::size_t>((time + kSecond + kTick - 1) / kTick);
    return tick < mids.size() ? mids[tick] : closing;
}

Money FillLedger::feeOf(const SimFill& fill) const
{
    return fill.quantity * (fill.kind == FillKind::Maker ? m_fees.maker : m_fees.taker);
}

void FillLedger::add(const SimFill& fill)
{
    SOAK_ASSERT(fill.quantity > 0);
    const Lots bought = signOf(fill.side) * fill.quantity;
    m_position += bought;
    m_cash -= bought * fill.price;
    m_feesPaid += feeOf(fill);
    m_fills.push_back(fill);
}

void FillLedger::addTaker(const SimFill& fill, Money cash)
{
    SimFill part = fill;
    part.price = floorDiv(cash, fill.quantity);
    const Lots dearer = cash - part.price * fill.quantity;
    part.quantity = fill.quantity - dearer;
    add(part);
    if (dearer > 0) {
        ++part.price;
        part.quantity = dearer;
        add(part);
    }
}

ProfitParts FillLedger::parts(std::span<const PriceUnits> mids, PriceUnits closing) const
{
    ProfitParts parts;
    for (const SimFill& fill : m_fills) {
        const Lots bought = signOf(fill.side) * fill.quantity;
        const bool isMaker = fill.kind == FillKind::Maker;
        const PriceUnits later = midOneSecondAfter(fill.at, mids, closing);
        parts.gross += isMaker ? bought * (fill.midAtDecision - fill.price) : 0;
        parts.slippage += bought * (fill.midBefore - (isMaker ? fill.midAtDecision : fill.price));
        parts.adverse += bought * (later - fill.midBefore);
        parts.inventory += bought * (closing - later);
        parts.fees -= feeOf(fill);
        parts.notional += fill.quantity * fill.price;
    }
    parts.net = m_cash + m_position * closing - m_feesPaid;
    return parts;
}

} // namespace soak
