// SPDX-License-Identifier: GPL-3.0-or-later
// Completion scripts of bash, zsh and fish from the table of verbs.
#include "app/cli/command_line.h"
#include "core/base/text.h"

namespace soak::cli
{
namespace
{

std::vector<OptionSpec> completedOptions(const VerbSpec& verb)
{
    std::vector<OptionSpec> options;
    for (const OptionSpec& option : verb.options) {
        if (!option.isReserved) {
            options.push_back(option);
        }
    }
    options.insert(options.end(), globalOptions().begin(), globalOptions().end());
    options.push_back({.name = "help", .help = "show this help"});
    return options;
}

std::string quotedForShell(std::string_view text)
{
    std::string out = "'";
    for (const char c : text) {
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return out + "'";
}

std::string bashCompletion()
{
    std::vector<std::string> names;
    std::string cases;
    for (const VerbSpec& verb : verbSpecs()) {
        names.push_back(verb.name);
        std::vector<std::string> words;
        for (const OptionSpec& option : completedOptions(verb)) {
            words.push_back("--" + option.name);
            const std::string pattern = verb.name + ":--" + option.name;
            if (option.kind == OptionKind::Choice) {
                cases += "        " + pattern + ") COMPREPLY=($(compgen -W \"" +
                         join(option.choices, " ") + "\" -- \"$cur\")); return;;\n";
            } else if (option.kind == OptionKind::Path) {
                cases +=
                    "        " + pattern + ") COMPREPLY=($(compgen -f -- \"$cur\")); return;;\n";
            } else if (option.kind != OptionKind::Flag) {
                cases += "        " + pattern + ") return;;\n";
            }
        }
        cases += "        " + verb.name + ":*) [[ $cur == -* ]] && COMPREPLY=($(compgen -W \"" +
                 join(words, " ") +
                 "\" -- \"$cur\")) || COMPREPLY=($(compgen -f -- \"$cur\")); return;;\n";
    }
    return "# bash completion of soak\n"
           "_soak() {\n"
           "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} "
           "verb=${COMP_WORDS[1]}\n"
           "    COMPREPLY=()\n"
           "    if [[ $COMP_CWORD -eq 1 ]]; then\n"
           "        COMPREPLY=($(compgen -W \"" +
           join(names, " ") +
           " --help --version\" -- \"$cur\"))\n"
           "        return\n"
           "    fi\n"
           "    case $verb:$prev in\n" +
           cases +
           "    esac\n"
           "}\n"
           "complete -o filenames -F _soak soak\n";
}

std::string zshCompletion()
{
    std::string out = "#compdef soak\n# zsh completion of soak\n_soak() {\n    local -a commands\n "
                      "   commands=(\n";
    std::string cases;
    for (const VerbSpec& verb : verbSpecs()) {
        out += "        " + quotedForShell(verb.name + ":" + verb.summary) + "\n";
        cases += "        " + verb.name + ")\n            _arguments";
        for (const OptionSpec& option : completedOptions(verb)) {
            std::string help;
            for (const char c : option.help) {
                help +=
                    (c == '[' || c == ']' || c == ':') ? std::string("\\") + c : std::string(1, c);
            }
            std::string word =
                (option.isRepeatable ? "*--" : "--") + option.name + "[" + help + "]";
            if (option.kind == OptionKind::Choice) {
                word += ":value:(" + join(option.choices, " ") + ")";
            } else if (option.kind == OptionKind::Path) {
                word += ":file:_files";
            } else if (option.kind != OptionKind::Flag) {
                word += ":value:";
            }
            cases += " \\\n                " + quotedForShell(word);
        }
        cases += " \\\n                '*:file:_files'\n            ;;\n";
    }
    out += "    )\n"
           "    if (( CURRENT == 2 )); then\n"
           "        _describe command commands\n"
           "        return\n"
           "    fi\n"
           "    local verb=$words[2]\n"
           "    shift words\n"
           "    (( CURRENT-- ))\n"
           "    case $verb in\n" +
           cases +
           "    esac\n"
           "}\n"
           "compdef _soak soak\n";
    return out;
}

std::string fishCompletion()
{
    std::string out = "# fish completion of soak\n";
    for (const VerbSpec& verb : verbSpecs()) {
        out += "complete -c soak -n __fish_use_subcommand -f -a " + verb.name + " -d " +
               quotedForShell(verb.summary) + "\n";
        for (const OptionSpec& option : completedOptions(verb)) {
            out += "complete -c soak -n '__fish_seen_subcommand_from " + verb.name + "' -l " +
                   option.name;
            if (option.kind == OptionKind::Choice) {
                out += " -x -a " + quotedForShell(join(option.choices, " "));
            } else if (option.kind == OptionKind::Path) {
                out += " -r -F";
            } else if (option.kind != OptionKind::Flag) {
                out += " -x";
            }
            out += " -d " + quotedForShell(option.help) + "\n";
        }
    }
    return out;
}

} // namespace

std::optional<std::string> completionText(std::string_view shell)
{
    if (shell == "bash") {
        return bashCompletion();
    }
    if (shell == "zsh") {
        return zshCompletion();
    }
    if (shell == "fish") {
        return fishCompletion();
    }
    return std::nullopt;
}

} // namespace soak::cli
