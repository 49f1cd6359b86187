// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of a whole text: everything of it except the numbers and strings that its tape shapes
// leave free. A text that has it needs no parser: what equals a text that was parsed, but for
// tokens that are each checked by themselves, is the same document with other values. Numbers are
// checked here; whoever frees a string must accept no quote, escape or control character in it. For
// .cpp files of this layer.
#pragma once

#include "core/io/tape.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// What stands in a hole: a number, or the bytes of a string.
struct HoleValue {
    double number = 0;
    std::string_view text;
};

class TextShape final
{
public:
    // `text` is what `tape` was made of; `freePlaces` are places of numbers and strings on it,
    // ascending.
    TextShape(std::string_view text, const Tape& tape, std::span<const std::size_t> freePlaces);

    // Nobody asks for the number in the hole: it is checked and not read.
    void ignore(std::size_t hole);

    // Whether `text` differs in nothing but its holes, numbers being of the learned kind (integer
    // or not) and strings of the learned length. Fills `values`, one for each free place.
    bool read(std::string_view text, std::vector<HoleValue>& values) const;

private:
    enum class HoleKind : std::uint8_t { Integer, Real, String };

    struct Hole {
        std::size_t literalEnd; // of the literal bytes before it, in m_literals
        HoleKind kind;
        bool isUsed;
        std::size_t length; // of a string
    };

    std::string m_literals; // all of them, joined
    std::vector<Hole> m_holes;
};

} // namespace soak
