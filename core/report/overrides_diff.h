// SPDX-License-Identifier: GPL-3.0-or-later
// `soak diff`: the overrides of two runs or iterations side by side, by canonical name.
#pragma once

#include "core/model/overrides.h"
#include "core/report/report_context.h"

#include <cstddef>
#include <string>
#include <vector>

namespace soak
{

struct DiffSides {
    std::string a; // what `from` is called, like "RUN_1 iteration 3"
    std::string b;
    std::vector<std::string> ignored = {}; // patterns whose keys are left out of the difference
    std::size_t leftOut = 0;               // differences that they took away
};

// A table, and below it how many parameters differ; "no differences" when none does; and how many
// were left out, where patterns were given.
std::string overridesDiffText(const OverridesDiff& diff, const DiffSides& sides);
std::string overridesDiffJson(const OverridesDiff& diff, const DiffSides& sides,
                              const ReportContext& context);

} // namespace soak
