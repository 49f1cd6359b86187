// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/command_text.h"

#include "core/analysis/recorded_profile.h"
#include "core/base/text.h"

#include <algorithm>

namespace soak
{

namespace
{

bool isRecordedProfile(const Judgement& judgement)
{
    return judgement.profile.name == recordedProfileOf(*judgement.run).profile.name;
}

// What the verdict depends on besides the run.
std::string judgingOptions(const Judgement& judgement, const CommandOptions& given)
{
    std::string options;
    if (!isRecordedProfile(judgement)) {
        options += " --profile " + shellWord(given.profileFile.empty() ? judgement.profile.name
                                                                       : given.profileFile);
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
                        const CommandOptions& options)
{
    const std::string run = shellWord(folder);
    const std::string judging = judgingOptions(judgement, options);
    switch (answer) {
    case CommandAnswer::Verdict:
        return "soak gate " + run + judging;
    case CommandAnswer::Iteration:
        return "soak show " + run +
               (options.iteration ? " --iteration " + std::to_string(*options.iteration)
                                  : std::string()) +
               judging;
    case CommandAnswer::Overrides: {
        const IterationTable& table = judgement.run->table;
        const std::string first =
            table.rowCount() == 0 ? std::string() : std::to_string(table.iterations().front());
        return "soak diff " + shellWord(std::string(folder) + "@" + first) + " " + run +
               (options.ignored.empty() ? std::string()
                                        : " --ignore " + shellWord(options.ignored));
    }
    case CommandAnswer::Evidence: // judged by what was recorded with the run
        return "soak bundle evidence " + run;
    case CommandAnswer::Comparison: {
        std::string line = "soak compare " + run;
        for (const std::string& other : options.others) {
            line += ' ' + shellWord(other);
        }
        return options.window == ComparedWindow::Steady
                   ? line
                   : line + " --window " + std::string(keyOf(options.window));
    }
    case CommandAnswer::Reports: // a foreign run has no place for them
        return "soak report " + run + " --out reports" + judging;
    }
    SOAK_ASSERT(false);
}

bool namesProfile(CommandAnswer answer, const Judgement& judgement)
{
    return answer != CommandAnswer::Overrides && answer != CommandAnswer::Evidence &&
           answer != CommandAnswer::Comparison && !isRecordedProfile(judgement);
}

std::string armsCommandText(const std::vector<std::string>& a, const std::vector<std::string>& b,
                            std::string_view history)
{
    std::string text = "soak compare";
    for (const auto& [option, words] : {std::pair(" --arm-a", &a), std::pair(" --arm-b", &b)}) {
        text += option;
        for (const std::string& word : *words) {
            text += " " + shellWord(word);
        }
    }
    return text + (history.empty() ? "" : " --db " + shellWord(history));
}

std::string sameConfigurationText(const std::vector<std::string>& like, const std::string& a,
                                  const std::string& b, std::string_view history)
{
    constexpr std::size_t kMostNamed = 9; // an arm of ten
    SOAK_ASSERT(!like.empty());
    std::vector<std::string> arm{a};
    const std::size_t named = std::min(like.size(), kMostNamed);
    arm.insert(arm.end(), like.begin(), like.begin() + static_cast<std::ptrdiff_t>(named));
    return "the configuration of A is that of " +
           countText(like.size(), "other run", "other runs") + " in the history: compare with " +
           (like.size() > named ? "the newest of those"
            : like.size() == 1  ? "that"
                                : "those") +
           " too: " + armsCommandText(arm, {b}, history);
}

} // namespace soak
