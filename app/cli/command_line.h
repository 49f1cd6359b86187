// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the command line as data: one table of verbs and options feeds the parser, help,
// completion and man page.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace soak::cli
{

enum class OptionKind : std::uint8_t { Flag, Integer, Number, Text, Path, Choice, KeyValue };

struct OptionSpec {
    std::string name; // "iterations", without dashes
    OptionKind kind = OptionKind::Flag;
    std::string valueName{};            // "N", "FILE"; empty for a flag
    std::string help{};                 // one line, lower case
    std::vector<std::string> choices{}; // of a Choice
    std::string defaultText{};          // what holds when absent, for help; empty = nothing
    bool isRepeatable = false;
    std::optional<std::int64_t> minimum{}; // of an Integer
    std::optional<std::int64_t> maximum{};
    bool isConfigurable = true; // may be set in a configuration file or by SOAK_<VERB>_<OPTION>
    std::string engine{};       // of `run`: goes with this engine only; empty = with every one
    bool isReserved = false;    // known to the field but not built yet: refused by name
    bool isList = false;        // takes all words up to the next option
    std::string settingOf{};    // the command whose setting it takes; empty: its own
};

struct PositionalSpec {
    std::string name; // "RUN"
    std::string help;
    std::size_t atLeast = 0;
    std::size_t atMost = 1;
};

enum class Verb : std::uint8_t {
    Run,
    Verify,
    Report,
    Gate,
    Watch,
    Metrics,
    Serve,
    Diff,
    Compare,
    Show,
    Reproduce,
    Whatif,
    Sweep,
    History,
    Bundle,
    Tag,
    Canary,
    Config,
    Doctor,
    Completion,
    Version,
};

struct VerbSpec {
    Verb verb;
    std::string name;
    std::string summary{}; // one line
    std::string details{}; // paragraphs for --help and man
    std::vector<PositionalSpec> positionals{};
    std::vector<OptionSpec> options{};
    std::vector<std::string> examples{};
    bool takesCommand = false; // words after `--` are a program to run
};

const std::vector<VerbSpec>& verbSpecs();
const VerbSpec& specOf(Verb verb);
const VerbSpec* findVerb(std::string_view name);
const std::vector<OptionSpec>& globalOptions();
// Verbs of the field that are not built yet (DOMAIN 7.10, UX 4): refused by name.
const std::vector<std::string>& reservedVerbs();

// Where a value came from, lowest first (UX 4).
struct OptionValue {
    std::vector<std::string> values; // of a flag: {"true"} or {"false"}
    std::string origin;              // "flag", "environment SOAK_RUN_SEED", a file name
};

// What was asked for. Options by name; absent = neither given nor configured.
class Arguments final
{
public:
    Verb verb = Verb::Version;
    std::vector<std::string> positionals;
    std::vector<std::string> command; // after `--`, for verbs that take one
    bool helpWanted = false;
    std::map<std::string, OptionValue, std::less<>> options;

    [[nodiscard]] bool has(std::string_view name) const;  // given or configured
    [[nodiscard]] bool flag(std::string_view name) const; // given or configured as true
    [[nodiscard]] std::optional<std::string>
    text(std::string_view name) const; // the last one given
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view name) const;
    [[nodiscard]] std::optional<double> number(std::string_view name) const;
};

struct TopLevel {
    enum class Wish : std::uint8_t { Verb, Help, ManPage, Version };
    Wish wish = Wish::Verb;
    Arguments arguments;
};

// What is wrong with the words, and which of them.
Error usageError(std::string message, std::string where = {});

// Errors: Usage, with what to do instead.
Result<TopLevel> parseCommandLine(const std::vector<std::string>& words);

// Checks one value as given in a file or the environment. Errors: Usage.
Status checkValue(const OptionSpec& option, std::string_view value, std::string_view where);

std::string helpText(); // of the program
std::string helpText(const VerbSpec& verb);
std::string manPageText();                                         // roff, man(7)
std::optional<std::string> completionText(std::string_view shell); // bash, zsh, fish

} // namespace soak::cli
