// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/command_text.h"

#include "core/analysis/recorded_profile.h"

#include <algorithm>

namespace soak
{

namespace
{

// What the verdict depends on besides the run.
std::string judgingOptions(const Judgement& judgement)
{
    std::string options;
    if (judgement.profile.name != recordedProfileOf(*judgement.run).profile.name) {
        options += " --profile " + shellWord(judgement.profile.name);
    }
    if (judgement.windowSize != judgement.profile.window) {
        options += " --last-n " + std::to_string(judgement.windowSize);
    }
    return options;
}

} // namespace

std::string shellWord(std::string_view word)
{
    static constexpr std::string_view kPlain = "_-./:=@%+,";
    const bool isPlain = !word.empty() && std::ranges::all_of(word, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               kPlain.find(c) != std::string_view::npos;
    });
    if (isPlain) {
        return std::string(word);
    }
    std::string quoted = "'";
    for (const char c : word) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

std::string commandText(CommandAnswer answer, const Judgement& judgement, std::string_view folder,
                        std::optional<int> iteration)
{
    const std::string run = shellWord(folder);
    switch (answer) {
    case CommandAnswer::Verdict:
        return "soak gate " + run + judgingOptions(judgement);
    case CommandAnswer::Iteration:
        return "soak show " + run +
               (iteration ? " --iteration " + std::to_string(*iteration) : std::string()) +
               judgingOptions(judgement);
    case CommandAnswer::Overrides: {
        const IterationTable& table = judgement.run->table;
        const std::string first =
            table.rowCount() == 0 ? std::string() : std::to_string(table.iterations().front());
        return "soak diff " + shellWord(std::string(folder) + "@" + first) + " " + run;
    }
    case CommandAnswer::Reports:
        return "soak report " + run + judgingOptions(judgement);
    }
    SOAK_ASSERT(false);
}

} // namespace soak
