// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of this layer as the vectors call them: JSON in, JSON out.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace soak
{

using VectorSeries = std::map<std::string, std::vector<std::optional<double>>>;
using VectorFunction =
    std::function<nlohmann::json(const VectorSeries& series, const nlohmann::json& in)>;

const std::map<std::string, VectorFunction>& vectorFunctions();

} // namespace soak
