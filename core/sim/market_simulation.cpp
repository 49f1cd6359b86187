// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/market_simulation.h"

#include "core/base/result.h"

#include <algorithm>

namespace soak
{

namespace
{

constexpr PriceUnits kCollar = 1500;    // how far from the mid a market order goes
constexpr PriceUnits kSweepMargin = 60; // what makes a stale quote worth taking
constexpr std::int64_t kUsualImpact = 1000;
constexpr std::int64_t kBotImpact = 250; // the bot's own taker orders move the price less

// Others withdraw what is nearer to the price than 0.45 of where they quote.
PriceUnits withdrawalDistance(const MarketParameters& market)
{
    return market.touch * 45 / 100;
}

} // namespace

MarketSimulation::MarketSimulation(const SimInput& input)
    : m_market(input.market), m_iteration(input.iteration), m_duration(input.duration),
      m_random(streamsOf(input.seed, input.iteration)),
      m_limits(quotingLimits(input.overrides, m_market)),
      m_price(m_market, m_duration, m_random.price), m_venue(m_price.price()), m_flow(m_market),
      m_gateway(m_market, m_duration, m_random.gateway), m_bot(m_limits),
      m_ledger(feesIn(m_market, m_iteration)), m_keepMids(input.keepMids)
{
    SOAK_ASSERT(m_duration >= kTick && m_duration % kTick == 0);
    const auto ticks = static_cast<std::size_t>(m_duration / kTick) + 1;
    m_mids.reserve(ticks);
    m_halfSpreads.reserve(ticks);
    fillBook();
}

// Both sides begin as deep as they are on average.
void MarketSimulation::fillBook()
{
    const Lots depth = referenceDepth(m_market);
    for (const BookSide side : kBookSides) {
        while (m_venue.book().total(side) < depth) {
            addLimitOrder(side);
        }
    }
}

void MarketSimulation::runUntil(SimTime end)
{
    SOAK_ASSERT(end <= m_duration);
    while (true) {
        const SimTime scheduled =
            std::min({m_nextTick, m_gateway.nextEffect(), m_gateway.nextAck()});
        if (!m_hasDrawn) {
            m_rates = rates();
            m_drawn = m_now + OrderFlow::wait(m_rates, m_random.flow);
            m_hasDrawn = true;
        }
        const bool isFlow = m_drawn < scheduled;
        const SimTime next = isFlow ? m_drawn : scheduled;
        if (next > end) {
            m_now = end;
            return;
        }
        m_now = next;
        ++m_events;
        // The flow has no memory: what was drawn beyond a scheduled event is drawn anew.
        m_hasDrawn = false;
        if (isFlow) {
            onFlow(OrderFlow::draw(m_rates, m_random.flow));
        } else if (scheduled == m_gateway.nextEffect()) {
            onRequest();
        } else if (scheduled == m_gateway.nextAck()) {
            onAck();
        } else {
            onTick();
        }
    }
}

FlowRates MarketSimulation::rates() const
{
    const Book& book = m_venue.book();
    FlowState state;
    state.regimePermille =
        m_market.regimes.multiplierPermille[static_cast<std::size_t>(m_price.regime())];
    state.depth = {book.total(BookSide::Bid), book.total(BookSide::Ask)};
    state.excitation = {m_excitation.rate(BookSide::Bid), m_excitation.rate(BookSide::Ask)};
    state.canSweepBuy = canSweep(BookSide::Ask);
    state.canSweepSell = canSweep(BookSide::Bid);
    return m_flow.rates(state);
}

// Whether the efficient price is beyond the best quote of a side by more than the margin.
bool MarketSimulation::canSweep(BookSide resting) const
{
    return m_venue.hasBetter(resting, m_price.price() + signOf(resting) * kSweepMargin);
}

void MarketSimulation::onFlow(FlowEvent event)
{
    switch (event) {
    case FlowEvent::Jump:
        m_price.jump();
        followPrice();
        return;
    case FlowEvent::LimitBid:
        return addLimitOrder(BookSide::Bid);
    case FlowEvent::LimitAsk:
        return addLimitOrder(BookSide::Ask);
    case FlowEvent::Cancel: {
        Book& book = m_venue.book();
        const Lots all = book.total(BookSide::Bid) + book.total(BookSide::Ask);
        const Lots lots = OrderFlow::cancelSize(m_random.flow);
        return book.cancel(m_random.flow.below(all), lots, m_random.queue);
    }
    case FlowEvent::MarketBuy:
        return addMarketOrder(BookSide::Bid);
    case FlowEvent::MarketSell:
        return addMarketOrder(BookSide::Ask);
    case FlowEvent::SweepBuy:
        return sweep(BookSide::Bid);
    case FlowEvent::SweepSell:
        return sweep(BookSide::Ask);
    }
}

void MarketSimulation::addLimitOrder(BookSide side)
{
    const PriceUnits distance = m_flow.limitDistance(m_random.flow);
    const Lots lots = m_flow.limitSize(m_random.flow);
    const PriceUnits price = m_price.price() - signOf(side) * distance;
    m_venue.book().add(side, bucketOf(price), lots);
}

void MarketSimulation::addMarketOrder(BookSide buyer)
{
    const PriceUnits mid = m_venue.book().mid();
    const Lots lots = m_flow.marketSize(m_random.flow);
    const MilliHertz buyRate = m_market.marketRate + m_excitation.rate(BookSide::Bid);
    const MilliHertz sellRate = m_market.marketRate + m_excitation.rate(BookSide::Ask);
    const BookSide resting = opposite(buyer);
    const Taken taken = m_venue.take(
        {.resting = resting, .quantity = lots, .limit = mid + signOf(buyer) * kCollar});
    book(taken, resting, mid);
    m_excitation.onOrder(buyer);
    m_price.addImpact(taken.fromOthers + taken.fromBot, static_cast<int>(signOf(buyer)), buyRate,
                      sellRate, kUsualImpact);
    followPrice();
}

void MarketSimulation::sweep(BookSide buyer)
{
    const BookSide resting = opposite(buyer);
    const PriceUnits mid = m_venue.book().mid();
    const Taken taken = m_venue.take({.resting = resting,
                                      .quantity = OrderFlow::sweepSize(m_random.flow),
                                      .limit = m_price.price() - signOf(buyer) * kSweepMargin});
    book(taken, resting, mid);
}

// What the bot's order that rested got of a trade.
void MarketSimulation::book(const Taken& taken, BookSide resting, PriceUnits midBefore)
{
    if (taken.fromBot == 0) {
        return;
    }
    m_ledger.add({.kind = FillKind::Maker,
                  .side = resting,
                  .at = m_now,
                  .price = taken.botPrice,
                  .quantity = taken.fromBot,
                  .midBefore = midBefore,
                  .midAtDecision = taken.botOrder.midAtDecision,
                  .age = m_now - taken.botOrder.placedAt});
}

void MarketSimulation::followPrice()
{
    m_venue.book().follow(m_price.price(), withdrawalDistance(m_market));
}

BotView MarketSimulation::view() const
{
    const auto tick = static_cast<std::int64_t>(m_mids.size()) - 1;
    const std::int64_t seen = std::max<std::int64_t>(0, tick - m_gateway.feedDelay() / kTick);
    return {.now = m_now,
            .tick = tick,
            .mid = m_mids[static_cast<std::size_t>(seen)],
            .halfSpread = m_halfSpreads[static_cast<std::size_t>(seen)],
            .position = m_ledger.position(),
            .orders = {m_venue.order(BookSide::Bid), m_venue.order(BookSide::Ask)}};
}

void MarketSimulation::onTick()
{
    m_nextTick += kTick;
    m_excitation.decay();
    m_price.onTick(m_now);
    if (m_price.shock() != 0) {
        m_excitation.onNews(m_price.shock() > 0 ? BookSide::Bid : BookSide::Ask);
    }
    followPrice();
    m_gateway.onTick(m_now);
    m_mids.push_back(m_venue.book().mid());
    m_halfSpreads.push_back(m_venue.book().halfSpread());
    const BotView seen = view();
    m_bot.observe(seen.mid);
    m_ticksAtRisk += m_bot.isAtRisk(seen) ? 1 : 0;
    if (!m_gateway.isOut(m_now)) {
        const Decisions decisions = m_bot.decide(seen);
        for (std::size_t i = 0; i < decisions.count; ++i) {
            m_gateway.send(decisions.requests[i], m_excitation.burst());
        }
    }
    if (m_now > 0 && m_now % kSampleInterval == 0) {
        sample();
    }
}

void MarketSimulation::sample()
{
    const auto first =
        std::upper_bound(m_ackTimes.begin(), m_ackTimes.end(), m_now - kSampleWindow);
    const auto skipped = static_cast<std::size_t>(first - m_ackTimes.begin());
    m_samples.push_back({m_now, p95Ms(std::span(m_latencies).subspan(skipped))});
}

void MarketSimulation::onRequest()
{
    const BotRequest request = m_gateway.takeRequest();
    switch (request.kind) {
    case RequestKind::New:
        ++m_requests.placed;
        break;
    case RequestKind::Replace:
        ++m_requests.replaced;
        m_venue.cancel(request.side); // filled meanwhile or not: a cancel and a new order
        break;
    case RequestKind::Cancel:
        ++m_requests.cancelled;
        m_venue.cancel(request.side);
        break;
    case RequestKind::Ioc:
        ++m_requests.rescues;
        rescue(request);
        break;
    }
    if (request.kind == RequestKind::New || request.kind == RequestKind::Replace) {
        const bool isPlaced = m_venue.place(request.side, {.price = request.price,
                                                           .quantity = request.quantity,
                                                           .placedAt = m_now,
                                                           .midAtDecision = request.midAtDecision});
        m_requests.rejected += isPlaced ? 0 : 1;
    }
    m_bot.onEffect(request);
}

void MarketSimulation::rescue(const BotRequest& request)
{
    const PriceUnits mid = m_venue.book().mid();
    const BookSide resting = opposite(request.side);
    const Taken taken = m_venue.takeForBot(
        {.resting = resting, .quantity = request.quantity, .limit = request.price});
    if (taken.fromOthers == 0) {
        return;
    }
    m_ledger.addTaker({.kind = FillKind::Taker,
                       .side = request.side,
                       .at = m_now,
                       .quantity = taken.fromOthers,
                       .midBefore = mid,
                       .midAtDecision = request.midAtDecision},
                      taken.paidToOthers);
    m_price.addImpact(taken.fromOthers, static_cast<int>(signOf(request.side)),
                      m_market.marketRate + m_excitation.rate(BookSide::Bid),
                      m_market.marketRate + m_excitation.rate(BookSide::Ask), kBotImpact);
    followPrice();
}

void MarketSimulation::onAck()
{
    const BotRequest request = m_gateway.takeAck();
    m_latencies.push_back(request.ackAt - request.sentAt);
    m_ackTimes.push_back(m_now);
    m_digest.add(m_now);
    m_bot.onAck(request);
}

SimResult MarketSimulation::finish()
{
    SOAK_ASSERT(m_now == m_duration);
    const PriceUnits closing = m_venue.book().mid();
    SimResult result;
    result.parts = m_ledger.parts(m_mids, closing);
    for (const SimFill& fill : m_ledger.fills()) {
        m_digest.add(fill.at);
        m_digest.add(signOf(fill.side) * fill.price);
        m_digest.add(fill.quantity);
    }
    m_digest.add(result.parts.net);
    result.kpis = kpisOf({.fills = m_ledger.fills(),
                          .parts = result.parts,
                          .mids = m_mids,
                          .closing = closing,
                          .latencies = m_latencies,
                          .requests = m_requests,
                          .refusals = m_bot.refusals(),
                          .ticks = static_cast<std::int64_t>(m_mids.size()),
                          .ticksAtRisk = m_ticksAtRisk});
    result.fills = countFills(m_ledger.fills());
    result.requests = m_requests;
    result.refusals = m_bot.refusals();
    result.position = m_ledger.position();
    result.samples = std::move(m_samples);
    result.events = m_events;
    result.digest = m_digest.value();
    if (m_keepMids == KeepMids::Yes) {
        result.mids = std::move(m_mids);
    }
    return result;
}

} // namespace soak
