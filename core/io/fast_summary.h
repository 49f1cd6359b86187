// SPDX-License-Identifier: GPL-3.0-or-later
// Summaries of a shape that was seen before: only their numbers and their time are read. For .cpp
// files of this layer.
#pragma once

#include "core/io/summary_json.h"
#include "core/io/tape_shape.h"

#include <optional>

namespace soak
{

class SummaryShape final
{
public:
    // `known` is what the tolerant reader makes of the summary at `at`. nullopt when it says more
    // than the numbers under their own keys do (an alias, a derived value), for then another file
    // of the shape cannot be read so.
    static std::optional<SummaryShape> learn(const Tape& tape, std::size_t at,
                                             const IterationSummary& known, SummaryOrigin origin);

    // False when the shape is another, or a value is such that the tolerant reader has something to
    // say.
    bool read(const Tape& tape, std::size_t at, MetricValues& metrics,
              std::optional<EpochMs>& time) const;

    // The same where the numbers and the time of a summary of this shape were found otherwise:
    // `numberAt` and `textAt` give what stands at a distance.
    template <typename NumberAt, typename TextAt>
    bool accept(const NumberAt& numberAt, const TextAt& textAt, MetricValues& metrics,
                std::optional<EpochMs>& time) const;

    // Distances of the numbers that `accept` asks for.
    [[nodiscard]] std::vector<std::size_t> usedDistances() const;

    [[nodiscard]] const TapeShape& shape() const { return m_shape; }

    [[nodiscard]] const IterationNotes& notes() const { return m_notes; }

    [[nodiscard]] SummaryOrigin origin() const { return m_origin; }

private:
    struct Slot {
        std::size_t distance;
        Metric metric;
        double low;
        double high;
    };

    SummaryShape(const Tape& tape, std::size_t at) : m_shape(tape, at) {}

    void addMetrics(const Tape& tape, std::size_t object, bool areFills);
    void addMember(const Tape& tape, std::string_view key, std::size_t value);
    void addBlocks(const Tape& tape, std::size_t blocks);
    void freeNumbers(const Tape& tape, std::size_t at);

    TapeShape m_shape;
    SummaryOrigin m_origin = SummaryOrigin::Ours;
    IterationNotes m_notes;
    std::vector<Slot> m_slots;
    std::vector<std::size_t> m_counts; // integers that must not be negative
    std::optional<std::size_t> m_time;
};

template <typename NumberAt, typename TextAt>
bool SummaryShape::accept(const NumberAt& numberAt, const TextAt& textAt, MetricValues& metrics,
                          std::optional<EpochMs>& time) const
{
    for (const Slot& slot : m_slots) {
        const double value = numberAt(slot.distance);
        if (!(value >= slot.low && value <= slot.high)) {
            return false;
        }
        metrics[indexOf(slot.metric)] = value;
    }
    for (const std::size_t count : m_counts) {
        if (numberAt(count) < 0) {
            return false;
        }
    }
    if (m_time) {
        time = parseUtc(textAt(*m_time));
        if (!time) {
            return false;
        }
    }
    return isUnremarkable(metrics, m_notes.riskSource.empty(), m_origin);
}

} // namespace soak
