// SPDX-License-Identifier: GPL-3.0-or-later
// What `soak whatif` says of a run and the one that it was branched off.
#pragma once

#include "core/analysis/branch_comparison.h"
#include "core/analysis/judgement.h"
#include "core/model/run_branch.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace soak
{

struct BranchReport {
    const RunBranch& branch;
    const Judgement& source;
    const Judgement& branched;
    std::string sourceFolder; // for people
    std::string folder;
};

// The four goals and what the net edge is made of, means over the same iterations; both verdicts;
// where the runs part.
std::string branchReportText(const BranchReport& report);
// The same of every metric that is measured; means that do not exist are null.
nlohmann::json branchReportJson(const BranchReport& report);

} // namespace soak
