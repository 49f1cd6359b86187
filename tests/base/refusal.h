// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>

namespace soak
{

// The code of the refusal, or nullopt when there was none.
template <typename T>
std::optional<Errc> codeOf(const Result<T>& result)
{
    return result ? std::nullopt : std::optional(result.error().code);
}

} // namespace soak
