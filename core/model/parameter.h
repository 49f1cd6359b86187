// SPDX-License-Identifier: GPL-3.0-or-later
// The registry of parameters (DOMAIN 3), and what a change may do to a value (DOMAIN 4.5).
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace soak
{

// An absolute value. A change is another type, so that no change is ever stored as a value.
struct ParamValue {
    double amount = 0;
    auto operator<=>(const ParamValue&) const = default;
};

struct ParamDelta {
    double amount = 0;
    auto operator<=>(const ParamDelta&) const = default;
};

enum class Subsystem : std::uint8_t { Edge, Rebid, RescueTaker, TunerConfig, Market };

std::string_view keyOf(Subsystem subsystem); // edge, rebid, rescue_taker, tuner, market

struct ParamRange {
    double low = 0;
    double high = 0;
    bool operator==(const ParamRange&) const = default;
};

using JsonPath = std::vector<std::string>;

std::string pathText(const JsonPath& path); // "engine.tail_age_ms"

struct ParameterSpec {
    std::string name;
    bool isInteger = false;
    std::string unit; // ms, per_min, bps, ratio, usd, ""
    std::optional<double> defaultValue;
    ParamRange safe;                 // limits of the bot; high may be infinite
    std::optional<ParamRange> apply; // what a tuner may move inside; absent = safe
    Subsystem subsystem = Subsystem::Edge;
    JsonPath canonicalPath;
    std::vector<JsonPath> aliases; // read only, in order of rank (flat is {name})
    bool isTunable = true;         // false: tuner config, market
    bool safeLowIsOpen = false;    // "> 0"

    bool operator==(const ParameterSpec&) const = default;
};

// safe ∩ apply.
ParamRange effectiveRange(const ParameterSpec& spec);
bool isWithinSafe(const ParameterSpec& spec, double value);

class ParameterRegistry final
{
public:
    // The table of DOMAIN 3.
    static const ParameterRegistry& builtin();
    // Errors: BadInput for a double name or path, a path below another's, an empty range, bounds
    // that are not of the parameter's type (integers, or reals of at most 12 decimals), a default
    // outside safe.
    static Result<ParameterRegistry> create(std::vector<ParameterSpec> specs);

    [[nodiscard]] std::span<const ParameterSpec> specs() const { return m_specs; } // by name

    [[nodiscard]] const ParameterSpec* find(std::string_view name) const;
    // The parameter whose canonical path or an alias is `path`.
    [[nodiscard]] const ParameterSpec* findByPath(const JsonPath& path) const;

private:
    std::vector<ParameterSpec> m_specs;
    std::vector<std::pair<JsonPath, std::size_t>>
        m_paths; // every path and its index in m_specs, sorted
};

enum class Bound : std::uint8_t { None, Floor, Cap };

struct BoundedChange {
    double oldValue = 0;
    double delta = 0;
    double requested = 0; // old + delta, to 12 decimals
    double newValue = 0;
    Bound bound = Bound::None;

    bool operator==(const BoundedChange&) const = default;
};

inline constexpr double kSameValueTolerance = 1e-9; // DOMAIN 4.5

// expected(prev, delta) of DOMAIN 4.5: bounds never pull a value that is already outside, never
// reverse the delta's sign; then clamped to safe likewise; ints rounded half away from zero, reals
// to 12 decimals. Where rounding itself would reverse the sign or go further outside (a previous
// value that is not of the type), the previous stays.
BoundedChange boundedChange(const ParameterSpec& spec, ParamValue previous, ParamDelta delta);

// Ints to the nearest integer, halves away from zero; reals to 12 decimals.
double roundedForType(const ParameterSpec& spec, double value);

} // namespace soak
