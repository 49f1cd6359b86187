// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/option_specs.h"

#include <utility>

namespace soak::cli
{

OptionSpec flag(std::string name, std::string help)
{
    return {.name = std::move(name), .kind = OptionKind::Flag, .help = std::move(help)};
}

OptionSpec pathOption(std::string name, std::string valueName, std::string help,
                      std::string defaultText)
{
    return {.name = std::move(name),
            .kind = OptionKind::Path,
            .valueName = std::move(valueName),
            .help = std::move(help),
            .defaultText = std::move(defaultText),
            .isConfigurable = false};
}

OptionSpec textOption(std::string name, std::string valueName, std::string help,
                      std::string defaultText)
{
    return {.name = std::move(name),
            .kind = OptionKind::Text,
            .valueName = std::move(valueName),
            .help = std::move(help),
            .defaultText = std::move(defaultText)};
}

OptionSpec localOption(std::string name, std::string valueName, std::string help,
                       std::string defaultText)
{
    OptionSpec option =
        textOption(std::move(name), std::move(valueName), std::move(help), std::move(defaultText));
    option.isConfigurable = false;
    return option;
}

OptionSpec integerOption(std::string name, std::string help, std::string defaultText,
                         std::int64_t minimum, std::int64_t maximum)
{
    return {.name = std::move(name),
            .kind = OptionKind::Integer,
            .valueName = "N",
            .help = std::move(help),
            .defaultText = std::move(defaultText),
            .minimum = minimum,
            .maximum = maximum};
}

OptionSpec numberOption(std::string name, std::string help, std::string defaultText)
{
    return {.name = std::move(name),
            .kind = OptionKind::Number,
            .valueName = "X",
            .help = std::move(help),
            .defaultText = std::move(defaultText)};
}

OptionSpec choice(std::string name, std::vector<std::string> choices, std::string help,
                  std::string defaultText)
{
    return {.name = std::move(name),
            .kind = OptionKind::Choice,
            .valueName = "WORD",
            .help = std::move(help),
            .choices = std::move(choices),
            .defaultText = std::move(defaultText)};
}

OptionSpec keyValues(std::string name, std::string help)
{
    return {.name = std::move(name),
            .kind = OptionKind::KeyValue,
            .valueName = "KEY=VALUE",
            .help = std::move(help),
            .isRepeatable = true,
            .isConfigurable = false};
}

OptionSpec pathList(std::string name, std::string valueName, std::string help)
{
    OptionSpec option = pathOption(std::move(name), std::move(valueName), std::move(help));
    option.isRepeatable = true;
    option.isList = true;
    return option;
}

OptionSpec reserved(std::string name)
{
    return {.name = std::move(name),
            .kind = OptionKind::Flag,
            .help = "not built yet",
            .isConfigurable = false,
            .isReserved = true};
}

OptionSpec windowOption()
{
    return integerOption("last-n", "iterations in the window", "the profile's, 8", 1, 1000000);
}

OptionSpec profileOption()
{
    return textOption("profile", "NAME|FILE",
                      "gate profile: a name (see `soak config gates`) or a file",
                      "the run's, else mission");
}

OptionSpec historyOption()
{
    return textOption("db", "URL|FILE", "where the history is; also postgresql://user@host/name",
                      "$XDG_DATA_HOME/soak-workbench/history.db");
}

PositionalSpec runPositional()
{
    return {.name = "RUN",
            .help = "run directory, base, or folder above one",
            .atLeast = 0,
            .atMost = 1};
}

} // namespace soak::cli
