// SPDX-License-Identifier: GPL-3.0-or-later
// Options that stand in configuration files or in the environment, below the command line (UX 4).
#pragma once

#include "app/cli/context.h"

#include <map>
#include <string>
#include <vector>

namespace soak::cli
{

// "run.iterations" or, of every command, "color" -> value and origin.
using Settings = std::map<std::string, OptionValue>;

// The files looked at, lowest first: /etc/xdg, the user's, ./.soak.toml.
std::vector<fs::path> settingsFiles(const Environment& environment);

// Errors: BadInput (not TOML, unknown key, bad value; with file and line), Usage for a bad
// variable.
Result<Settings> loadSettings(const Environment& environment);

// Fills in what the command line did not say.
void applySettings(const Settings& settings, Arguments& arguments);

// SOAK_RUN_ITERATIONS.
std::string variableName(std::string_view settingName);

} // namespace soak::cli
