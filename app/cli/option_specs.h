// SPDX-License-Identifier: GPL-3.0-or-later
// One option of each kind, and those that several verbs have, for the table of verbs.
#pragma once

#include "app/cli/command_line.h"

namespace soak::cli
{

OptionSpec flag(std::string name, std::string help);
OptionSpec pathOption(std::string name, std::string valueName, std::string help,
                      std::string defaultText = {}); // on the command line only
OptionSpec textOption(std::string name, std::string valueName, std::string help,
                      std::string defaultText = {});
OptionSpec localOption(std::string name, std::string valueName, std::string help,
                       std::string defaultText); // a text, on the command line only
OptionSpec integerOption(std::string name, std::string help, std::string defaultText,
                         std::int64_t minimum, std::int64_t maximum);
OptionSpec numberOption(std::string name, std::string help, std::string defaultText);
OptionSpec choice(std::string name, std::vector<std::string> choices, std::string help,
                  std::string defaultText);
OptionSpec keyValues(std::string name, std::string help);
// Several paths, up to the next option.
OptionSpec pathList(std::string name, std::string valueName, std::string help);
OptionSpec reserved(std::string name); // known to the field, refused by name

OptionSpec windowOption();      // --last-n
OptionSpec profileOption();     // --profile, of gates
OptionSpec historyOption();     // --db, a setting of `history`
PositionalSpec runPositional(); // RUN

} // namespace soak::cli
