// SPDX-License-Identifier: GPL-3.0-or-later
// `soak diff`: the overrides of two runs or iterations side by side, by canonical name.
#pragma once

#include "core/model/overrides.h"
#include "core/report/report_context.h"

#include <string>

namespace soak
{

struct DiffSides {
    std::string a; // what `from` is called, like "RUN_1 iteration 3"
    std::string b;
};

// A table, and below it how many parameters differ; "no differences" when none does.
std::string overridesDiffText(const OverridesDiff& diff, const DiffSides& sides);
std::string overridesDiffJson(const OverridesDiff& diff, const DiffSides& sides,
                              const ReportContext& context);

} // namespace soak
