// SPDX-License-Identifier: GPL-3.0-or-later
// Which overrides a run starts from, and where each value came from (DOMAIN 1.5).
#pragma once

#include "core/base/result.h"
#include "core/model/finding.h"
#include "core/model/preset.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace soak
{

// Low to high: built-in best_cell, existing live file, profile, preset (operations on the result),
// environment, --set. `file` given explicitly (--overrides) stands in the place of the live file.
// `red` stands in the place of best_cell and of both files.
struct StartInputs {
    std::optional<Overrides> red; // --start red
    std::optional<Overrides> file;
    std::string fileLabel;
    const Profile* profile = nullptr;
    const Preset* preset = nullptr;
    std::optional<Overrides> environment;                 // MM_RUNTIME_OVERRIDES_JSON
    std::vector<std::pair<std::string, double>> settings; // --set, in order
};

struct StartOverrides {
    Overrides overrides;
    // parameter -> default | red | file | profile:<n> | preset:<n> | env | cli
    std::map<std::string, std::string> sources;
    std::vector<Finding> findings; // presets limited to safe, ...
};

// Errors: Usage (unknown parameter in settings), BadInput (a value outside its safe limits: the run
// must not start).
Result<StartOverrides> startOverrides(const StartInputs& inputs, const ParameterRegistry& registry);

// Operations on `base`; operand = current value, else registry default; result limited to safe,
// with a finding per key.
Overrides applyPreset(const Overrides& base, const Preset& preset,
                      const ParameterRegistry& registry, std::vector<Finding>& findings);

} // namespace soak
