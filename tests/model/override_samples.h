// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/overrides.h"
#include "core/model/parameter.h"

#include <initializer_list>
#include <utility>

namespace soak
{

inline const ParameterRegistry& registry()
{
    return ParameterRegistry::builtin();
}

inline Overrides with(std::initializer_list<std::pair<const char*, double>> values)
{
    Overrides overrides;
    for (const auto& [name, amount] : values) {
        overrides.values[name] = ParamValue{amount};
    }
    return overrides;
}

} // namespace soak
