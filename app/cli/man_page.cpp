// SPDX-License-Identifier: GPL-3.0-or-later
// soak(1) from the table of verbs.
#include "app/cli/command_line.h"
#include "core/base/text.h"
#include "core/base/version.h"

namespace soak::cli
{
namespace
{

// A line that starts with a dot or an apostrophe would be a request; a dash would be set as a
// hyphen.
std::string roff(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) {
            out += "\\&";
            out += c;
        } else {
            out += c;
        }
    }
    return out;
}

std::string optionEntry(const OptionSpec& option)
{
    std::string out = ".TP\n\\fB" + roff("--" + option.name) + "\\fR";
    if (option.kind != OptionKind::Flag) {
        out += " \\fI" + roff(option.valueName) + "\\fR";
    }
    out += "\n" + roff(option.help);
    if (!option.choices.empty()) {
        out += roff(": " + join(option.choices, ", "));
    }
    if (option.isRepeatable) {
        out += "; may be given again";
    }
    if (!option.defaultText.empty()) {
        out += roff(" (default: " + option.defaultText + ")");
    }
    return out + "\n";
}

std::string verbSection(const VerbSpec& verb)
{
    std::string out = ".SS \"" + roff("soak " + verb.name) + "\"\n" + roff(verb.summary) + ".\n";
    if (!verb.details.empty()) {
        for (const std::string& paragraph : split(verb.details, '\n')) {
            out += paragraph.empty() ? ".PP\n" : (".PP\n" + roff(paragraph) + "\n");
        }
    }
    for (const PositionalSpec& positional : verb.positionals) {
        out += ".TP\n\\fI" + roff(positional.name) + "\\fR\n" + roff(positional.help) + "\n";
    }
    for (const OptionSpec& option : verb.options) {
        if (!option.isReserved) {
            out += optionEntry(option);
        }
    }
    if (!verb.examples.empty()) {
        out += ".PP\nExamples:\n.nf\n";
        for (const std::string& example : verb.examples) {
            out += ".RS 4\n" + roff(example) + "\n.RE\n";
        }
        out += ".fi\n";
    }
    return out;
}

constexpr std::string_view kExitCodes = R"(.SH "EXIT STATUS"
.TP
0
done, or the verdict is positive
.TP
1
the verdict is negative: gate failed, deltas not applied, differences found
.TP
2
usage
.TP
3
input bad, missing, or too little for a verdict
.TP
4
integrity: hash chain or reproduction does not match
.TP
5
output cannot be written, or somebody else holds it
.TP
6
environment: a program or folder is missing
.TP
70
a bug
.TP
130, 143
interrupted; what was complete is on disk and valid
)";

constexpr std::string_view kFiles = R"(.SH FILES
.TP
/etc/xdg/soak\-workbench/config.toml, $XDG_CONFIG_HOME/soak\-workbench/config.toml, ./.soak.toml
settings, each above the one before; a table for each command, a key for each option
.SH ENVIRONMENT
.TP
SOAK_COMMAND_OPTION
an option of a command, as SOAK_RUN_SEED; above the files, below the command line
.TP
ARTIFACTS_ROOT, SOAK_OUT_DIR, SOAK_ARTIFACTS_DIR
the root of the artifacts, and the base folder itself, where neither \-\-base nor \-\-out is given
.TP
SOAK_SLEEP_SECONDS
seconds between iterations (default 300); really waited for with engine command only
.TP
MM_RUNTIME_OVERRIDES_JSON
overrides to start from
.TP
MM_DISABLE_AUTO_TUNE
1: proposals are recorded and nothing is applied
.TP
MM_FREEZE_UTC_ISO, SOURCE_DATE_EPOCH
the time that reports bear
.TP
NO_COLOR, CLICOLOR_FORCE
no colour; colour even without a terminal
)";

} // namespace

std::string manPageText()
{
    std::string out =
        ".TH SOAK 1 \"\" \"" + roff(std::string("soak ") + std::string(kToolVersion)) +
        "\" \"Soak Workbench\"\n.SH NAME\nsoak \\- run, tune, verify and judge soak tests of a "
        "trading bot\n"
        ".SH SYNOPSIS\n.B soak\n.I COMMAND\n[\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]\n.SH COMMANDS\n";
    for (const VerbSpec& verb : verbSpecs()) {
        out += verbSection(verb);
    }
    out += ".SH OPTIONS\nOf every command:\n";
    for (const OptionSpec& option : globalOptions()) {
        out += optionEntry(option);
    }
    out += ".TP\n\\fB\\-h\\fR, \\fB\\-\\-help\\fR\nshow help\n";
    return out + std::string(kExitCodes) + std::string(kFiles);
}

} // namespace soak::cli
