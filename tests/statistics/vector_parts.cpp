// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/statistics/vector_parts.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace soak
{

nlohmann::json orNull(const std::optional<double>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::json bounded(double value)
{
    if (std::isinf(value)) {
        return value > 0 ? "inf" : "-inf";
    }
    return value;
}

Series seriesIn(const VectorSeries& all, const nlohmann::json& in, const char* name)
{
    return seriesOf(all.at(in.at(name).get<std::string>()));
}

std::uint64_t seedIn(const nlohmann::json& in)
{
    return in.at("seed").get<std::uint64_t>();
}

} // namespace soak
