// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs of a release read alike.
#pragma once

#include "app/cli/context.h"
#include "app/cli/input.h"

#include <initializer_list>
#include <optional>

namespace soak::cli
{

// A file that may stand in a configuration file, where no shell expands `~/`.
std::optional<fs::path> pathSetting(const Context& context, std::string_view name);

// --release, else MM_VERSION (DOMAIN 7.10), else none.
std::optional<std::string> releaseVersion(const Context& context);

// The run named after `skip` words, or by --src; else the default base. Errors: Usage (two given),
// as loadInput.
Result<Input> inputAfter(Context& context, std::size_t skip);

// TMPDIR, else /tmp.
fs::path scratchFolder(const Environment& environment);

// A word on the command line that would do nothing is a mistake; a setting waits for its use.
// Errors: Usage.
Status refuseGiven(const Arguments& arguments, std::initializer_list<const char*> names,
                   const std::string& command);

} // namespace soak::cli
