// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/fast_summary.h"

#include "core/io/json_keys.h"

#include <limits>

namespace soak
{

namespace
{

constexpr double kFastNoLimit = std::numeric_limits<double>::infinity();

bool isFill(Metric metric)
{
    return metric == Metric::MakerCount || metric == Metric::TakerCount ||
           metric == Metric::MakerVolume || metric == Metric::TakerVolume;
}

double fastHighestOf(MetricUnit unit)
{
    return unit == MetricUnit::Ratio ? 1 : unit == MetricUnit::Percent ? 100 : kFastNoLimit;
}

bool isDerived(std::string_view key)
{
    return key == Key::warmupActive || key == Key::warmupIterIdx || key == Key::rampdownActive;
}

} // namespace

std::optional<SummaryShape> SummaryShape::learn(const Tape& tape, std::size_t at,
                                                const IterationSummary& known, SummaryOrigin origin)
{
    SummaryShape shape(tape, at);
    shape.m_origin = origin;
    shape.m_notes = known.notes;
    shape.addMetrics(tape, at, false);
    forEachMember(tape, at, [&](std::string_view key, std::size_t value) {
        shape.addMember(tape, key, value);
        return true;
    });
    MetricValues metrics{};
    std::optional<EpochMs> time;
    const bool isSame =
        shape.read(tape, at, metrics, time) && metrics == known.metrics && time == known.runtimeUtc;
    return isSame ? std::optional<SummaryShape>(std::move(shape)) : std::nullopt;
}

void SummaryShape::addMetrics(const Tape& tape, std::size_t object, bool areFills)
{
    forEachMember(tape, object, [&](std::string_view key, std::size_t value) {
        const std::optional<Metric> metric = metricFromKey(key);
        if (metric && isFill(*metric) == areFills && tape.isNumber(value)) {
            const MetricUnit unit = specOf(*metric).unit;
            const double low = unit == MetricUnit::Bps ? -kFastNoLimit : 0;
            m_slots.push_back({m_shape.distanceTo(value), *metric, low, fastHighestOf(unit)});
            m_shape.freeNumber(tape, value);
        }
        return true;
    });
}

void SummaryShape::addMember(const Tape& tape, std::string_view key, std::size_t value)
{
    if (key == Key::fills && tape.type(value) == '{') {
        addMetrics(tape, value, true);
    } else if (key == Key::blocks && tape.type(value) == '{') {
        addBlocks(tape, value);
    } else if (key == Key::runtimeUtc && tape.isString(value)) {
        m_time = m_shape.distanceTo(value);
        m_shape.freeString(tape, value);
    } else if (isDerived(key)) {
        freeNumbers(tape, value);
    }
}

void SummaryShape::addBlocks(const Tape& tape, std::size_t blocks)
{
    forEachMember(tape, blocks, [&](std::string_view key, std::size_t value) {
        if (key != Key::counts) {
            freeNumbers(tape, value);
        } else if (tape.type(value) == '{') {
            forEachMember(tape, value, [&](std::string_view, std::size_t count) {
                if (tape.type(count) == 'l') {
                    m_counts.push_back(m_shape.distanceTo(count));
                    m_shape.freeNumber(tape, count);
                }
                return true;
            });
        }
        return true;
    });
}

void SummaryShape::freeNumbers(const Tape& tape, std::size_t at)
{
    for (std::size_t place = at; place < tape.after(at); ++place) {
        if (tape.isNumber(place)) {
            m_shape.freeNumber(tape, place);
            ++place;
        }
    }
}

std::vector<std::size_t> SummaryShape::usedDistances() const
{
    std::vector<std::size_t> distances = m_counts;
    for (const Slot& slot : m_slots) {
        distances.push_back(slot.distance);
    }
    return distances;
}

bool SummaryShape::read(const Tape& tape, std::size_t at, MetricValues& metrics,
                        std::optional<EpochMs>& time) const
{
    return m_shape.matches(tape, at) &&
           accept([&](std::size_t distance) { return tape.number(at + distance); },
                  [&](std::size_t distance) { return tape.text(at + distance); }, metrics, time);
}

} // namespace soak
