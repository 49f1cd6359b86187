// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of iteration files that were seen before, by their shapes. For .cpp files of this layer.
#pragma once

#include "core/io/fast_summary.h"
#include "core/io/row_block.h"
#include "core/io/tape_shape.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace soak
{

// A value with the shape it was read from, and its id in the block at hand.
template <typename Shape, typename T>
struct Learned {
    Shape shape;
    T value;
    std::uint64_t block = 0;
    std::uint32_t id = IterationRow::kAbsent;

    // The value's id in the pool of block number `at`.
    std::uint32_t idIn(InternedColumn<T>& pool, std::uint64_t at)
    {
        if (block != at) {
            block = at;
            id = pool.intern(value);
        }
        return id;
    }
};

// The shapes seen last, the latest first.
template <typename Shape, typename T>
class ShapeCache final
{
public:
    using Entry = std::shared_ptr<Learned<Shape, T>>;

    // nullptr when none passes the test.
    template <typename Test>
    Entry find(const Test& test)
    {
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (test(*m_entries[i])) {
                const auto found = m_entries.begin() + static_cast<std::ptrdiff_t>(i);
                std::rotate(m_entries.begin(), found, found + 1);
                return m_entries.front();
            }
        }
        return nullptr;
    }

    Entry add(Shape shape, T value)
    {
        constexpr std::size_t kShapesKept = 8;
        if (m_entries.size() == kShapesKept) {
            m_entries.pop_back();
        }
        m_entries.insert(m_entries.begin(), std::make_shared<Learned<Shape, T>>(Learned<Shape, T>{
                                                std::move(shape), std::move(value)}));
        return m_entries.front();
    }

private:
    std::vector<Entry> m_entries;
};

struct TuningShape {
    TapeShape shape;
    std::optional<std::size_t> clock;       // distance of guards.clock_ms
    std::optional<std::size_t> frozenUntil; // of guards.frozen_until_iter, when it is no null

    [[nodiscard]] bool matches(const Tape& tape, std::size_t at) const
    {
        return shape.matches(tape, at);
    }

    // `numberAt` gives what stands at a distance. False when an end is no iteration.
    template <typename NumberAt>
    bool readGuards(const NumberAt& numberAt, IterationRow& row) const
    {
        if (clock) {
            row.guardClock = Millis(numberAt(*clock));
        }
        if (frozenUntil) {
            const double end = numberAt(*frozenUntil);
            constexpr double kMost = std::numeric_limits<std::int32_t>::max();
            if (!(end >= 0 && end <= kMost && end == std::trunc(end))) {
                return false;
            }
            row.frozenUntil = static_cast<std::int32_t>(end);
        }
        return true;
    }
};

using SummaryCache = ShapeCache<SummaryShape, IterationNotes>;
using TuningCache = ShapeCache<TuningShape, TuningStep>;
using OverridesCache = ShapeCache<TapeShape, Overrides>;

// The parts of one file; nullptr = the file has it not.
struct KnownParts {
    SummaryCache::Entry summary;
    TuningCache::Entry tuning;
    OverridesCache::Entry during;
    OverridesCache::Entry next;
    OverridesCache::Entry baseline;
    OverridesCache::Entry baselineNext;
};

// Where the members of a file stand on its tape; 0 = the file has it not.
struct Places {
    std::size_t iteration = 0;
    std::size_t chain = 0; // the hash itself
    std::size_t summary = 0;
    std::size_t tuning = 0;
    std::size_t during = 0;
    std::size_t next = 0;
    std::size_t baseline = 0;
    std::size_t baselineNext = 0;
};

} // namespace soak
