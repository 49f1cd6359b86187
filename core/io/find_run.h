// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a given path the run is (DOMAIN 1.1).
#pragma once

#include "core/base/file.h"

namespace soak
{

// The first of P/soak/latest, P/latest, P/artifacts/soak/latest, its own soak/latest (where `soak
// run` in P puts a run), P, newest P/RUN_* that contains at least one ITER_SUMMARY_<k>.json. A
// given <X>/soak/latest that does not exist is taken as <X>. A folder with RUN.json and no
// iteration yet counts when nothing else is found. Of the folder of a release bundle it is the run
// in it. Errors: NotFound (with the places looked at; also for a file).
Result<fs::path> findRun(const fs::path& given);

} // namespace soak
