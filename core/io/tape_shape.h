// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of a value on a tape: everything of it except marked numbers and strings. For .cpp
// files of this layer.
#pragma once

#include "core/io/tape.h"

#include <string>
#include <vector>

namespace soak
{

class TapeShape final
{
public:
    // The value at `at`, with everything in it literal.
    TapeShape(const Tape& tape, std::size_t at);

    // The number at `place` may be another of the same type. Before the first match only.
    void freeNumber(const Tape& tape, std::size_t place);
    // The string at `place` may be another of the same length.
    void freeString(const Tape& tape, std::size_t place);

    // Whether the value at `at` differs in nothing but what is free.
    [[nodiscard]] bool matches(const Tape& tape, std::size_t at) const;

    // What is free, ascending.
    [[nodiscard]] std::vector<std::size_t> freeDistances() const;

    // A place in the learned value as a distance from its begin.
    [[nodiscard]] std::size_t distanceTo(std::size_t place) const { return place - m_learnedAt; }

private:
    struct Literal {
        std::size_t offset; // from the value's first string
        std::string bytes;
    };

    std::size_t m_learnedAt;
    std::vector<std::uint64_t> m_words;
    std::vector<std::uint64_t> m_masks; // bits that must be equal
    std::size_t m_firstString = 0;      // distance of its word; 0 = no strings
    std::size_t m_firstStringPlace = 0;
    std::vector<Literal> m_literals;
    std::vector<std::size_t> m_free;
};

} // namespace soak
