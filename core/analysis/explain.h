// SPDX-License-Identifier: GPL-3.0-or-later
// A judgement in words: three to six sentences, worst first, each part of them a way to what it
// speaks of. "Preceded by", never "caused by".
#pragma once

#include "core/analysis/judgement.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

enum class LinkKind : std::uint8_t { Iteration, Range, Gate, Metric, Parameter, File, Action };

// What a part of a sentence leads to.
struct TextLink {
    LinkKind kind = LinkKind::Iteration;
    std::optional<int> iteration = std::nullopt;
    std::optional<int> lastIteration = std::nullopt; // of a range
    std::string name = {}; // gate id, metric key, parameter path, file, verb
    bool operator==(const TextLink&) const = default;
};

enum class SentenceTone : std::uint8_t { Bad, Doubtful, Good, Plain };

// `pattern` is English with {1}, {2}, … and, being one of a fixed set, the key by which a face
// translates it; `arguments` are numbers, names and iterations, the same in every language, but for
// those with `isWord`: titles, aggregates, guards, reasons, each one of sentenceWords() or as
// core/model/said_text.h has them.
struct Sentence {
    struct Argument {
        std::string text;
        std::optional<TextLink> link = std::nullopt;
        bool isWord = false;
        bool operator==(const Argument&) const = default;
    };

    std::string_view pattern;
    std::vector<Argument> arguments = {};
    SentenceTone tone = SentenceTone::Plain;
    bool operator==(const Sentence&) const = default;
};

std::string plainText(const Sentence& sentence);
std::string_view keyOf(SentenceTone tone); // bad, doubtful, good, plain
std::string_view keyOf(LinkKind kind); // iteration, range, gate, metric, parameter, file, action

// The headline first: which gate, by how much, which iterations of the window broke it; what came
// before the worst iteration within three; how sure; what to do next.
std::vector<Sentence> explain(const Judgement& judgement);

// Why iteration `iteration` is as it is: its own values against the goals, guards, deltas proposed,
// applied, held. Empty when the run has no such row.
std::vector<Sentence> explainIteration(const Judgement& judgement, int iteration);

// Every pattern that the two above and core/analysis/events.h can give, and every word among their
// arguments, for the translators.
std::span<const std::string_view> sentencePatterns();
std::span<const std::string_view> sentenceWords();

} // namespace soak
