// SPDX-License-Identifier: GPL-3.0-or-later
// The English that findings, reasons of gates and blockers are made of. Files and the command line
// keep the text as it was made, and some of it is only known from a file: to say it in another
// language it is taken apart again.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

struct SaidText {
    struct Argument {
        std::string text;
        bool isSaid = false; // it is such a text itself, or one of saidWords()
        bool operator==(const Argument&) const = default;
    };

    std::string_view pattern; // one of saidPatterns(), with {1}, {2}, …
    std::vector<Argument> arguments;
    bool operator==(const SaidText&) const = default;
};

// The first pattern that `text` may have been made of, each argument as short as it can be and none
// empty; nullopt: somebody else's words.
std::optional<SaidText> saidTextOf(std::string_view text);

// For the translators.
std::span<const std::string_view> saidPatterns();
std::span<const std::string_view> saidWords(); // types of values and the like

} // namespace soak
