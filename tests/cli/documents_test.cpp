// SPDX-License-Identifier: GPL-3.0-or-later
// Help, manual and completion are made of one table; here they are held against each other and
// against their readers.
#include "tests/cli/shell.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

namespace soak
{
namespace
{

const std::vector<std::string> kVerbs{"run",     "watch",      "verify", "report",    "gate",
                                      "metrics", "diff",       "show",   "reproduce", "sweep",
                                      "history", "bundle",     "tag",    "canary",    "config",
                                      "doctor",  "completion", "version"};

std::set<std::string> optionsIn(const std::string& text)
{
    std::set<std::string> options;
    for (std::size_t at = text.find("--"); at != std::string::npos; at = text.find("--", at + 2)) {
        std::size_t end = at + 2;
        while (end < text.size() &&
               (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '-')) {
            ++end;
        }
        const bool startsWord = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n';
        if (startsWord && end > at + 3) {
            options.insert(text.substr(at, end - at));
        }
    }
    return options;
}

// The option column of --help only, not what the prose mentions.
std::set<std::string> helpOptions(Shell& shell, const std::string& verb)
{
    std::set<std::string> options;
    std::istringstream lines(shell.run("soak " + verb + " --help").out);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("  --")) {
            options.insert(line.substr(2, line.find(' ', 2) - 2));
        } else if (line.starts_with("  -h, --help")) {
            options.insert("--help");
        }
    }
    return options;
}

TEST(CliDocuments, EveryVerbHasHelp)
{
    Shell shell;
    const std::string all = shell.run("soak --help").out;
    for (const std::string& verb : kVerbs) {
        EXPECT_NE(all.find("\n  " + verb + " "), std::string::npos) << verb;
        const ShellResult help = shell.run("soak " + verb + " --help");
        EXPECT_EQ(help.exitCode, 0);
        EXPECT_TRUE(help.out.starts_with("soak " + verb + " - ")) << help.out;
        EXPECT_EQ(shell.run("soak help " + verb).out, help.out);
    }
}

TEST(CliDocuments, HelpFitsEightyColumns)
{
    Shell shell;
    for (const std::string& verb : kVerbs) {
        std::istringstream lines(shell.run("soak " + verb + " --help").out);
        for (std::string line; std::getline(lines, line);) {
            if (line.find("soak ") == std::string::npos) { // examples and usage stay on one line
                EXPECT_LE(line.size(), 80U) << line;
            }
        }
    }
}

TEST(CliDocuments, BashCompletesTheOptionsOfHelp)
{
    Shell shell;
    shell.write(
        "try.sh",
        "source /dev/stdin <<<\"$(soak completion bash)\"\n"
        "COMP_WORDS=(soak \"$1\" --); COMP_CWORD=2; _soak; printf '%s\\n' \"${COMPREPLY[@]}\"\n");
    for (const std::string& verb : kVerbs) {
        const ShellResult completed = shell.run("bash try.sh " + verb);
        EXPECT_EQ(completed.exitCode, 0) << completed.err;
        EXPECT_EQ(optionsIn(completed.out), helpOptions(shell, verb)) << verb;
    }
}

TEST(CliDocuments, ManualNamesTheOptionsOfHelp)
{
    Shell shell;
    shell.run("soak --help-man > soak.1");
    const std::string manual = shell.run("MANWIDTH=200 man -l -P cat soak.1 | col -bx").out;
    for (const std::string& verb : kVerbs) {
        for (const std::string& option : helpOptions(shell, verb)) {
            EXPECT_NE(manual.find(option), std::string::npos) << verb << " " << option;
        }
    }
}

TEST(CliDocuments, ManualHasNoWarning)
{
    Shell shell;
    shell.run("soak --help-man > soak.1");
    const ShellResult result = shell.run("LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings "
                                         "-E UTF-8 -l -Tutf8 -Z soak.1 >/dev/null");
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_EQ(result.err, "");
}

TEST(CliDocuments, CompletionScriptsParse)
{
    Shell shell;
    EXPECT_EQ(shell.run("soak completion bash | bash -n").exitCode, 0);
    EXPECT_EQ(shell.run("soak completion zsh > z && zsh -n z").exitCode, 0);
    EXPECT_EQ(shell.run("soak completion fish > f && fish --no-execute f").exitCode, 0);
}

TEST(CliDocuments, ZshAndFishNameTheOptionsOfHelp)
{
    Shell shell;
    const std::string zsh = shell.run("soak completion zsh").out;
    const std::string fish = shell.run("soak completion fish").out;
    for (const std::string& verb : kVerbs) {
        for (const std::string& option : helpOptions(shell, verb)) {
            EXPECT_NE(zsh.find(option + "["), std::string::npos) << verb << " " << option;
            EXPECT_NE(fish.find("__fish_seen_subcommand_from " + verb + "' -l " + option.substr(2)),
                      std::string::npos)
                << verb << " " << option;
        }
    }
}

TEST(CliDocuments, VersionIsOneLine)
{
    Shell shell;
    EXPECT_EQ(shell.run("soak version").out, shell.run("soak --version").out);
    EXPECT_TRUE(shell.run("soak version").out.starts_with("soak 0."));
}

} // namespace
} // namespace soak
