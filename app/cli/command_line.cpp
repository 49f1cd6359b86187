// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that knows CLI11: builds its tree from the table of verbs and reads the words with
// it.
#include "app/cli/command_line.h"

#include "core/base/escape.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace soak::cli
{
namespace
{

struct Binding {
    const OptionSpec* spec = nullptr;
    bool flag = false;
    std::vector<std::string> values;
    CLI::Option* option = nullptr;
};

constexpr int kMostListed = 500; // words of a list, each time that it is given

void bind(CLI::App& app, const OptionSpec& spec, std::vector<std::unique_ptr<Binding>>& bindings)
{
    auto binding = std::make_unique<Binding>();
    binding->spec = &spec;
    const std::string name = "--" + spec.name;
    if (spec.kind == OptionKind::Flag) {
        binding->option = app.add_flag(name, binding->flag, spec.help);
    } else {
        binding->option = app.add_option(name, binding->values, spec.help);
        binding->option->expected(1, spec.isList ? kMostListed : 1);
        binding->option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        binding->option->allow_extra_args(spec.isList);
    }
    bindings.push_back(std::move(binding));
}

Status collect(const std::vector<std::unique_ptr<Binding>>& bindings, Arguments& arguments)
{
    for (const auto& binding : bindings) {
        if (binding->option->count() == 0) {
            continue;
        }
        const OptionSpec& spec = *binding->spec;
        const std::string name = "--" + spec.name;
        if (spec.isReserved) {
            return usageError(name + " is not built yet");
        }
        if (spec.kind != OptionKind::Flag && !spec.isRepeatable && binding->values.size() > 1) {
            return usageError(name + " is given " + std::to_string(binding->values.size()) +
                              " times; give it once");
        }
        OptionValue value{.values = binding->values, .origin = "flag"};
        if (spec.kind == OptionKind::Flag) {
            value.values = {binding->flag ? "true" : "false"};
        }
        for (const std::string& text : value.values) {
            SOAK_CHECK(checkValue(spec, text, name));
        }
        arguments.options[spec.name] = std::move(value);
    }
    return Done{};
}

Status checkPositionals(const VerbSpec& verb, const std::vector<std::string>& words)
{
    std::size_t atLeast = 0;
    std::size_t atMost = 0;
    for (const PositionalSpec& positional : verb.positionals) {
        if (words.size() < atLeast + positional.atLeast) {
            return usageError(positional.name + " is missing; see `soak " + verb.name + " --help`");
        }
        atLeast += positional.atLeast;
        atMost += positional.atMost;
    }
    if (words.size() > atMost) {
        return usageError("one argument too many: '" + escapeTerminal(words[atMost]) +
                          "'; see `soak " + verb.name + " --help`");
    }
    return Done{};
}

// CLI11 answers in its own words and codes; ours are one line and 2.
std::string firstLine(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

Result<TopLevel> parseVerb(const VerbSpec& verb, std::vector<std::string> words,
                           std::vector<std::string> tail)
{
    CLI::App app{"", verb.name};
    app.set_help_flag();
    bool help = false;
    app.add_flag("--help,-h", help, "show this help");
    std::vector<std::unique_ptr<Binding>> bindings;
    for (const OptionSpec& option : verb.options) {
        bind(app, option, bindings);
    }
    for (const OptionSpec& option : globalOptions()) {
        bind(app, option, bindings);
    }
    std::vector<std::string> positionals;
    app.add_option("words", positionals)->allow_extra_args(true);
    try {
        std::reverse(words.begin(), words.end()); // CLI11 takes them from the back
        app.parse(words);
    } catch (const CLI::ParseError& error) {
        return usageError(firstLine(error.what()) + "; see `soak " + verb.name + " --help`");
    }
    TopLevel top;
    top.arguments.verb = verb.verb;
    top.arguments.helpWanted = help;
    if (help) {
        return top;
    }
    SOAK_CHECK(collect(bindings, top.arguments));
    if (verb.takesCommand) {
        top.arguments.command = std::move(tail);
    } else {
        positionals.insert(positionals.end(), tail.begin(), tail.end());
    }
    SOAK_CHECK(checkPositionals(verb, positionals));
    top.arguments.positionals = std::move(positionals);
    return top;
}

std::string nearestVerb(std::string_view word)
{
    for (const VerbSpec& spec : verbSpecs()) {
        if (word.size() >= 2 && (spec.name.starts_with(word) || word.starts_with(spec.name))) {
            return "; did you mean `soak " + spec.name + "`?";
        }
    }
    return "; see `soak --help`";
}

bool isGlobalFlagWord(std::string_view word)
{
    return word == "--json" || word == "--quiet" || word == "--no-progress" ||
           word.starts_with("--color=");
}

} // namespace

Error usageError(std::string message, std::string where)
{
    return Error{Errc::Usage, std::move(message), std::move(where)};
}

Status checkValue(const OptionSpec& option, std::string_view value, std::string_view where)
{
    const std::string name(where);
    const std::string shown = "'" + escapeTerminal(value) + "'";
    switch (option.kind) {
    case OptionKind::Flag:
        if (value != "true" && value != "false") {
            return usageError(name + ": " + shown + " is neither true nor false");
        }
        return Done{};
    case OptionKind::Integer: {
        const auto number = parseInteger(value);
        if (!number) {
            return usageError(name + ": " + shown + " is not a whole number");
        }
        if ((option.minimum && *number < *option.minimum) ||
            (option.maximum && *number > *option.maximum)) {
            return usageError(name + ": " + shown + " is not within " +
                              std::to_string(option.minimum.value_or(INT64_MIN)) + " to " +
                              std::to_string(option.maximum.value_or(INT64_MAX)));
        }
        return Done{};
    }
    case OptionKind::Number:
        if (!parseNumber(value)) {
            return usageError(name + ": " + shown + " is not a number");
        }
        return Done{};
    case OptionKind::Choice:
        if (std::find(option.choices.begin(), option.choices.end(), value) ==
            option.choices.end()) {
            return usageError(name + ": " + shown + " is none of " + join(option.choices, ", "));
        }
        return Done{};
    case OptionKind::KeyValue: {
        const auto equals = value.find('=');
        if (equals == std::string_view::npos || equals == 0) {
            return usageError(name + ": " + shown + " is not KEY=VALUE");
        }
        return Done{};
    }
    case OptionKind::Text:
    case OptionKind::Path:
        if (value.empty()) {
            return usageError(name + ": is empty");
        }
        if (value.find('\0') != std::string_view::npos) {
            return usageError(name + ": holds a NUL byte");
        }
        return Done{};
    }
    return Done{};
}

Result<TopLevel> parseCommandLine(const std::vector<std::string>& words)
{
    const auto dashes = std::find(words.begin(), words.end(), "--");
    std::vector<std::string> before(words.begin(), dashes);
    std::vector<std::string> tail;
    if (dashes != words.end()) {
        tail.assign(dashes + 1, words.end());
    }
    // Global flags may stand before the verb.
    std::vector<std::string> moved;
    while (!before.empty() && isGlobalFlagWord(before.front())) {
        moved.push_back(before.front());
        before.erase(before.begin());
    }
    TopLevel top;
    if (before.empty()) {
        return usageError("no command; see `soak --help`");
    }
    const std::string first = before.front();
    if (first == "--help" || first == "-h" || first == "help") {
        if (before.size() > 1) {
            if (const VerbSpec* verb = findVerb(before[1])) {
                top.arguments.verb = verb->verb;
                top.arguments.helpWanted = true;
                return top;
            }
            return usageError("no command '" + escapeTerminal(before[1]) + "'" +
                              nearestVerb(before[1]));
        }
        top.wish = TopLevel::Wish::Help;
        return top;
    }
    if (first == "--help-man") {
        top.wish = TopLevel::Wish::ManPage;
        return top;
    }
    if (first == "--version") {
        top.wish = TopLevel::Wish::Version;
        return top;
    }
    const VerbSpec* verb = findVerb(first);
    if (verb == nullptr) {
        const auto& later = reservedVerbs();
        if (std::find(later.begin(), later.end(), first) != later.end()) {
            return usageError("`soak " + first + "` is not built yet");
        }
        if (first.starts_with("-")) {
            return usageError("unknown option '" + escapeTerminal(first) + "'; see `soak --help`");
        }
        return usageError("no command '" + escapeTerminal(first) + "'" + nearestVerb(first));
    }
    before.erase(before.begin());
    before.insert(before.end(), moved.begin(), moved.end());
    return parseVerb(*verb, std::move(before), std::move(tail));
}

bool Arguments::has(std::string_view name) const
{
    const auto found = options.find(name);
    return found != options.end() && !found->second.values.empty();
}

bool Arguments::flag(std::string_view name) const
{
    const auto found = options.find(name);
    return found != options.end() && !found->second.values.empty() &&
           found->second.values.back() == "true";
}

std::optional<std::string> Arguments::text(std::string_view name) const
{
    const auto found = options.find(name);
    if (found == options.end() || found->second.values.empty()) {
        return std::nullopt;
    }
    return found->second.values.back();
}

std::vector<std::string> Arguments::all(std::string_view name) const
{
    const auto found = options.find(name);
    return found == options.end() ? std::vector<std::string>{} : found->second.values;
}

std::optional<std::int64_t> Arguments::integer(std::string_view name) const
{
    const auto value = text(name);
    return value ? parseInteger(*value) : std::nullopt;
}

std::optional<double> Arguments::number(std::string_view name) const
{
    const auto value = text(name);
    return value ? parseNumber(*value) : std::nullopt;
}

} // namespace soak::cli
