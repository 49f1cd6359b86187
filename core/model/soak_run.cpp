// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/soak_run.h"

namespace soak
{

std::string SoakRun::identity() const
{
    const auto runFile = otherFiles.find("RUN.json");
    if (info && runFile != otherFiles.end()) {
        return info->runId + ":" + hexText(runFile->second.sha256);
    }
    if (summaryFiles.empty()) {
        return {};
    }
    return "foreign:" + hexText(summaryFiles.front().sha256);
}

} // namespace soak
