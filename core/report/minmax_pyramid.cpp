// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/minmax_pyramid.h"

#include "core/base/result.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace soak
{

namespace
{

constexpr std::size_t kBits = 4; // 16 children
constexpr std::size_t kBranching = std::size_t{1} << kBits;
constexpr std::size_t kPyramidLevels = 8; // 16^8 points
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

// Elements never move, so that readers of the first n need not wait for who adds the next. Segment
// s has 256 << s elements.
template <typename T>
class StableVector final
{
public:
    [[nodiscard]] std::size_t size() const { return m_size; }

    [[nodiscard]] const T& operator[](std::size_t index) const
    {
        const auto [segment, offset] = placeOf(index);
        return m_segments[segment][offset];
    }

    void append(const T& value)
    {
        const auto [segment, offset] = placeOf(m_size);
        if (offset == 0) {
            m_segments[segment] = std::make_unique<T[]>(kFirst << segment);
        }
        m_segments[segment][offset] = value;
        ++m_size;
    }

private:
    static constexpr std::size_t kFirstBits = 8;
    static constexpr std::size_t kFirst = std::size_t{1} << kFirstBits;

    struct Place {
        std::size_t segment;
        std::size_t offset;
    };

    static Place placeOf(std::size_t index)
    {
        const std::size_t shifted = index + kFirst;
        const auto segment = static_cast<std::size_t>(std::bit_width(shifted)) - 1 - kFirstBits;
        return {segment, shifted - (kFirst << segment)};
    }

    std::array<std::unique_ptr<T[]>, 40> m_segments;
    std::size_t m_size = 0;
};

// Of 16^level rows, all of which are there; low > high: none has a value.
struct Node {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    std::uint32_t count = 0;
};

} // namespace

struct MinMaxSnapshot::Store {
    StableVector<double> values; // NaN = missing
    std::array<StableVector<Node>, kPyramidLevels> levels;

    // Level 0 is the values.
    [[nodiscard]] Node nodeAt(std::size_t level, std::size_t index) const
    {
        if (level > 0) {
            return levels[level - 1][index];
        }
        const double value = values[index];
        return std::isnan(value) ? Node{} : Node{value, value, 1};
    }

    void append(double value)
    {
        values.append(value);
        std::size_t complete = values.size();
        for (std::size_t level = 1; level <= kPyramidLevels && complete % kBranching == 0;
             ++level) {
            complete /= kBranching;
            Node node;
            for (std::size_t child = 0; child < kBranching; ++child) {
                const Node below = nodeAt(level - 1, (complete - 1) * kBranching + child);
                node.low = std::min(node.low, below.low);
                node.high = std::max(node.high, below.high);
                node.count += below.count;
            }
            levels[level - 1].append(node);
        }
    }

    // The row below the node for which `is` holds of every node above it, the first or the last
    // one.
    template <typename Is>
    [[nodiscard]] std::size_t descend(std::size_t level, std::size_t index, bool fromEnd,
                                      const Is& is) const
    {
        for (; level > 0; --level) {
            std::size_t child = 0;
            for (std::size_t i = 0; i < kBranching; ++i) {
                child = index * kBranching + (fromEnd ? kBranching - 1 - i : i);
                if (is(nodeAt(level - 1, child))) {
                    break;
                }
            }
            index = child;
        }
        return index;
    }
};

namespace
{

struct Piece {
    std::size_t level = 0;
    std::size_t index = 0;
};

// Rows first..end as the fewest whole nodes, from left to right.
template <typename Visit>
void forEachPiece(std::size_t first, std::size_t end, const Visit& visit)
{
    while (first < end) {
        std::size_t level = 0;
        while (level < kPyramidLevels) {
            const std::size_t width = std::size_t{1} << (kBits * (level + 1));
            if (first % width != 0 || end - first < width) {
                break;
            }
            ++level;
        }
        visit(Piece{level, first >> (kBits * level)});
        first += std::size_t{1} << (kBits * level);
    }
}

// The first row at or after `position`, at most `end`.
std::size_t rowFrom(double position, std::size_t end)
{
    const double row = std::ceil(position);
    if (!(row > 0)) {
        return 0;
    }
    return row >= static_cast<double>(end) ? end : static_cast<std::size_t>(row);
}

} // namespace

std::optional<double> MinMaxSnapshot::at(std::size_t row) const
{
    SOAK_ASSERT(row < m_length);
    const double value = m_store->values[row];
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

PlotBin MinMaxSnapshot::over(std::size_t first, std::size_t end) const
{
    PlotBin bin;
    end = std::min(end, m_length);
    if (first >= end) {
        return bin;
    }
    const Store& store = *m_store;
    Piece low;
    Piece high;
    Piece front;
    Piece back;
    forEachPiece(first, end, [&](Piece piece) {
        const Node node = store.nodeAt(piece.level, piece.index);
        if (node.count == 0) {
            return;
        }
        if (bin.count == 0 || node.low < bin.low) {
            bin.low = node.low;
            low = piece;
        }
        if (bin.count == 0 || node.high > bin.high) {
            bin.high = node.high;
            high = piece;
        }
        front = bin.count == 0 ? piece : front;
        back = piece;
        bin.count += node.count;
    });
    bin.missing = end - first - bin.count;
    if (bin.count == 0) {
        return bin;
    }
    const auto hasAny = [](const Node& node) { return node.count > 0; };
    bin.lowRow = store.descend(low.level, low.index, false,
                               [&bin](const Node& node) { return node.low == bin.low; });
    bin.highRow = store.descend(high.level, high.index, false,
                                [&bin](const Node& node) { return node.high == bin.high; });
    bin.firstRow = store.descend(front.level, front.index, false, hasAny);
    bin.lastRow = store.descend(back.level, back.index, true, hasAny);
    bin.first = store.values[bin.firstRow];
    bin.last = store.values[bin.lastRow];
    return bin;
}

PlotExtent MinMaxSnapshot::extentOver(std::size_t first, std::size_t end) const
{
    PlotExtent extent;
    end = std::min(end, m_length);
    if (first >= end) {
        return extent;
    }
    const Store& store = *m_store;
    Node whole;
    Piece back;
    forEachPiece(first, end, [&](Piece piece) {
        const Node node = store.nodeAt(piece.level, piece.index);
        whole.low = std::min(whole.low, node.low);
        whole.high = std::max(whole.high, node.high);
        whole.count += node.count;
        back = node.count > 0 ? piece : back;
    });
    if (whole.count == 0) {
        return extent;
    }
    const auto hasAny = [](const Node& node) { return node.count > 0; };
    const std::size_t last = store.descend(back.level, back.index, true, hasAny);
    return {whole.low, whole.high, store.values[last], whole.count};
}

template <typename Visit>
void MinMaxSnapshot::forEachColumn(PlotRange range, std::size_t count, std::size_t from,
                                   const Visit& visit) const
{
    SOAK_ASSERT(range.low <= range.high);
    const double span = range.high - range.low;
    const auto columnCount = static_cast<double>(count);
    const auto edgeOf = [&](std::size_t column) {
        return range.low + span * (static_cast<double>(column) / columnCount);
    };
    std::size_t first = rowFrom(edgeOf(from), m_length);
    for (std::size_t i = from; i < count; ++i) {
        const bool isLast = i + 1 == count;
        const double edge = edgeOf(i + 1);
        const std::size_t end = isLast ? rowFrom(std::floor(range.high) + 1, m_length)
                                       : std::max(first, rowFrom(edge, m_length));
        visit(i, first, end);
        first = std::max(first, end);
    }
}

std::vector<PlotBin> MinMaxSnapshot::columns(PlotRange range, std::size_t count) const
{
    std::vector<PlotBin> bins(count);
    forEachColumn(range, count, 0, [&](std::size_t i, std::size_t first, std::size_t end) {
        bins[i] = over(first, end);
    });
    return bins;
}

std::vector<PlotExtent> MinMaxSnapshot::extents(PlotRange range, std::size_t count,
                                                std::span<const PlotExtent> known) const
{
    SOAK_ASSERT(known.size() <= count);
    std::vector<PlotExtent> all(known.begin(), known.end());
    all.resize(count);
    forEachColumn(range, count, known.size(),
                  [&](std::size_t i, std::size_t first, std::size_t end) {
                      all[i] = extentOver(first, end);
                  });
    return all;
}

MinMaxPyramid::MinMaxPyramid() : m_store(std::make_shared<MinMaxSnapshot::Store>()) {}

void MinMaxPyramid::append(std::optional<double> value)
{
    m_store->append(value && std::isfinite(*value) ? *value : kNone);
}

void MinMaxPyramid::append(std::span<const double> values)
{
    for (const double value : values) {
        m_store->append(std::isfinite(value) ? value : kNone);
    }
}

void MinMaxPyramid::append(const MetricColumn& column, std::size_t rows)
{
    for (std::size_t row = length(); row < rows; ++row) {
        append(column.at(row));
    }
}

std::size_t MinMaxPyramid::length() const
{
    return m_store->values.size();
}

MinMaxSnapshot MinMaxPyramid::snapshot() const
{
    return {m_store, length()};
}

} // namespace soak
