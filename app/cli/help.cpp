// SPDX-License-Identifier: GPL-3.0-or-later
// --help from the table of verbs.
#include "app/cli/command_line.h"
#include "core/base/text.h"

#include <algorithm>

namespace soak::cli
{
namespace
{

constexpr std::size_t kHelpColumn = 30;
constexpr std::size_t kHelpWidth = 78;

std::string wrapped(std::string_view text, std::size_t indent)
{
    std::string out;
    std::size_t column = indent;
    for (const std::string& word : split(text, ' ')) {
        if (column > indent && column + 1 + word.size() > kHelpWidth) {
            out += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            out += ' ';
            ++column;
        }
        out += word;
        column += word.size();
    }
    return out;
}

std::string row(const std::string& left, const std::string& right)
{
    std::string out = "  " + left;
    if (out.size() + 2 > kHelpColumn) {
        out += "\n" + std::string(kHelpColumn, ' ');
    } else {
        out += std::string(kHelpColumn - out.size(), ' ');
    }
    return out + wrapped(right, kHelpColumn) + "\n";
}

std::string optionRow(const OptionSpec& option)
{
    std::string left = "--" + option.name;
    if (option.kind != OptionKind::Flag) {
        left += " " + option.valueName;
    }
    std::string right = option.help;
    if (!option.choices.empty()) {
        right += ": " + join(option.choices, ", ");
    }
    if (option.isRepeatable) {
        right += "; may be given again";
    }
    if (!option.defaultText.empty()) {
        right += " (default: " + option.defaultText + ")";
    }
    return row(left, right);
}

std::string optionRows(const std::vector<OptionSpec>& options)
{
    std::string out;
    for (const OptionSpec& option : options) {
        if (!option.isReserved) {
            out += optionRow(option);
        }
    }
    return out;
}

} // namespace

std::string helpText()
{
    std::string out = "soak - run, tune, verify and judge soak tests of a trading bot\n\n"
                      "Usage: soak COMMAND [OPTIONS] [ARGUMENTS]\n\nCommands:\n";
    for (const VerbSpec& verb : verbSpecs()) {
        out += row(verb.name, verb.summary);
    }
    out += "\nOptions of every command:\n" + optionRows(globalOptions()) +
           row("-h, --help", "show help; also `soak help COMMAND`");
    out += "\nExit codes: 0 done or positive, 1 negative verdict, 2 usage, 3 bad or too little\n"
           "input, 4 integrity, 5 output cannot be written or is locked, 6 environment,\n"
           "70 a bug, 130 and 143 interrupted.\n";
    return out;
}

std::string helpText(const VerbSpec& verb)
{
    std::string usage = "Usage: soak " + verb.name;
    if (!verb.options.empty()) {
        usage += " [OPTIONS]";
    }
    for (const PositionalSpec& positional : verb.positionals) {
        usage += positional.atLeast == 0 ? " [" + positional.name + "]" : " " + positional.name;
    }
    if (verb.takesCommand) {
        usage += " [-- PROGRAM [ARGUMENT ...]]";
    }
    std::string out = "soak " + verb.name + " - " + verb.summary + "\n\n" + usage + "\n";
    if (!verb.details.empty()) {
        out += "\n";
        for (const std::string& paragraph : split(verb.details, '\n')) {
            out += paragraph.empty() ? "\n" : wrapped(paragraph, 0) + "\n";
        }
    }
    if (!verb.positionals.empty()) {
        out += "\nArguments:\n";
        for (const PositionalSpec& positional : verb.positionals) {
            out += row(positional.name, positional.help);
        }
    }
    out += "\nOptions:\n" + optionRows(verb.options) + optionRows(globalOptions()) +
           row("-h, --help", "show this help");
    if (!verb.examples.empty()) {
        out += "\nExamples:\n";
        for (const std::string& example : verb.examples) {
            out += "  " + example + "\n";
        }
    }
    return out;
}

} // namespace soak::cli
