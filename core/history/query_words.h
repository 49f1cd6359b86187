// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the filter, as tables. For .cpp files of this layer.
#pragma once

#include "core/history/run_query.h"

#include <optional>
#include <string>
#include <string_view>

namespace soak
{

std::optional<QueryPart::Kind> fieldNamed(std::string_view word); // verdict, is, tag, ...

// What can be compared with a number.
struct Quantity {
    QueryPart::Kind kind;
    std::size_t goal = 0;
};

std::optional<Quantity> quantityNamed(std::string_view word); // p95, p95_latency_ms, problems, ...

// The name of the parameter that is called so, by its own name, path or an alias.
std::optional<std::string> parameterNamed(std::string_view word);

bool isVerdictWord(std::string_view word);
bool isActivityWord(std::string_view word);

} // namespace soak
