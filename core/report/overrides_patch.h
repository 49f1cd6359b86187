// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/overrides.h"

#include <string>

namespace soak
{

// A JSON Patch (RFC 6902) that makes of the overrides `a`, written in nested form, those of `b`.
// Each value that is replaced or removed is tested first, so that the patch refuses other files.
// "[]" and a newline when they are equal.
std::string overridesPatch(const Overrides& a, const Overrides& b,
                           const ParameterRegistry& registry = ParameterRegistry::builtin());

} // namespace soak
