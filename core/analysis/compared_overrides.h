// SPDX-License-Identifier: GPL-3.0-or-later
// The overrides of several runs beside each other.
#pragma once

#include "core/model/overrides.h"
#include "core/model/soak_run.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace soak
{

// A parameter, or an unknown leaf, in all of the runs.
struct RunsOverride {
    std::string name;
    std::string group; // as OverrideRow
    std::string path;
    std::string unit;
    std::vector<std::optional<std::string>> values; // JSON text by run; absent: not there
    std::vector<std::optional<double>> deltas;      // to the first run, where both are numbers
    bool differs = false;                           // in a run whose overrides are known
    // The first iteration in which a run had another value than the first run had in the same
    // iteration; absent: they parted before what is recorded, or at its end.
    std::optional<int> since;
    bool operator==(const RunsOverride&) const = default;
};

struct RunsOverrides {
    std::vector<RunsOverride> rows;   // by group and name
    std::vector<std::size_t> unknown; // runs that recorded none, which differ from nobody
    std::size_t differing = 0;        // rows
    bool operator==(const RunsOverrides&) const = default;
};

// What each run ended with (overridesInForce). The first run is the one the others are held
// against.
RunsOverrides compareRunOverrides(std::span<const SoakRun* const> runs,
                                  const ParameterRegistry& registry = ParameterRegistry::builtin());

} // namespace soak
