// SPDX-License-Identifier: GPL-3.0-or-later
// ITER_SUMMARY files as text (DOMAIN 1.2): every form read, the new form written.
#pragma once

#include "core/base/result.h"
#include "core/model/finding.h"
#include "core/model/iteration.h"

#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// The tolerant reader. `file` and `iteration` (from the file name) are for findings. Errors:
// BadInput (not JSON, not UTF-8, not an object, too deep), TooLarge.
Result<IterationRecord> parseIteration(std::string_view text, std::string_view file, int iteration,
                                       const ParameterRegistry& registry,
                                       std::vector<Finding>& findings);

// The new form, deterministic to the byte; parseIteration(iterationText(r)) == r for every r that
// we make.
std::string iterationText(const IterationRecord& record, const ParameterRegistry& registry);

} // namespace soak
