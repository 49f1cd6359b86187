// SPDX-License-Identifier: GPL-3.0-or-later
// A file all of whose parts were seen before: the next one of its text shape needs no parser. For
// .cpp files of this layer.
#pragma once

#include "core/io/fast_parts.h"
#include "core/io/text_shape.h"

namespace soak
{

class KnownText final
{
public:
    KnownText(std::string_view text, const Tape& tape, const Places& places, KnownParts parts,
              bool isOfOtherRun);

    // Fills `row`, all but its ids. False when the text is another, or the tolerant reader has
    // something to say. `scratch` spares allocations.
    bool read(std::string_view text, IterationRow& row, std::vector<HoleValue>& scratch) const;

    [[nodiscard]] const KnownParts& parts() const { return m_parts; }

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    static std::vector<std::size_t> freePlaces(const Places& places, const KnownParts& parts);

    TextShape m_shape;
    KnownParts m_parts;
    bool m_isOfOtherRun;
    std::size_t m_iterationHole = kNone;
    std::size_t m_chainHole = kNone;
    std::vector<std::size_t> m_summaryHoles; // by distance
    std::vector<std::size_t> m_tuningHoles;
};

} // namespace soak
