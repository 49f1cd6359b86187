// SPDX-License-Identifier: GPL-3.0-or-later
// runSoak with its doors open, for tests.
#pragma once

#include "core/runner/run_soak.h"
#include "core/runner/run_writer.h"

namespace soak
{

struct RunServices {
    WriteHook beforeWrite; // may be empty
    std::function<Result<std::unique_ptr<Engine>>(const RunInfo&, const RunRequest&)> makeEngine =
        soak::makeEngine;
};

Result<RunResult> runSoakWith(const RunServices& services, const RunRequest& request,
                              const Clock& clock, std::stop_token stop, const Progress& progress);

} // namespace soak
