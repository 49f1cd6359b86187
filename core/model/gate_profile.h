// SPDX-License-Identifier: GPL-3.0-or-later
// Gate profiles (DOMAIN 2.5): tables of metric, aggregate, comparison, threshold, severity.
#pragma once

#include "core/model/kpi.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

enum class GateOp : std::uint8_t { AtLeast, AtMost, Above, Below };
enum class GateSeverity : std::uint8_t { Hard, Soft };

std::string_view keyOf(GateOp op); // >=, <=, >, <
std::optional<GateOp> gateOpFromKey(std::string_view key);
std::string_view keyOf(GateSeverity severity); // hard, soft

// `metric` is a key of kpiSpecs(), or one of the derived names `full_apply_ratio`,
// `iterations_missing`; any other name is a metric that soak runs do not record, and its gate has
// no data.
struct GateSpec {
    std::string id; // maker_taker_ok, ...
    std::string metric;
    Aggregate aggregate = Aggregate::Mean;
    GateOp op = GateOp::AtLeast;
    double threshold = 0;
    GateSeverity severity = GateSeverity::Hard;
    std::string unit;
    bool operator==(const GateSpec&) const = default;
};

inline constexpr int kDefaultWindow = 8;

struct GateProfile {
    std::string name;
    std::string description;
    int window = kDefaultWindow; // 0 = the whole run
    std::vector<GateSpec> gates;
    bool operator==(const GateProfile&) const = default;
};

std::span<const GateProfile> builtinGateProfiles();
const GateProfile* findBuiltinGateProfile(std::string_view name);
const GateProfile& missionProfile();

// Inclusive as written, on unrounded values.
bool meets(double observed, GateOp op, double threshold);

} // namespace soak
