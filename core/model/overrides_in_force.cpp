// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/overrides_in_force.h"

namespace soak
{
namespace
{

Result<Overrides> endOverrides(const SoakRun& run)
{
    if (run.finalOverrides) {
        return *run.finalOverrides;
    }
    if (run.table.rowCount() > 0) {
        if (const Overrides* last = run.next.at(run.table.rowCount() - 1)) {
            return *last;
        }
    }
    return Error{Errc::BadInput, "the run recorded no overrides", run.folder};
}

} // namespace

Result<Overrides> overridesInForce(const SoakRun& run, std::optional<int> iteration)
{
    if (!iteration) {
        return endOverrides(run);
    }
    const auto row = run.table.rowOf(*iteration);
    if (!row) {
        return Error{Errc::NotFound, "the run has no iteration " + std::to_string(*iteration),
                     run.folder};
    }
    if (const Overrides* during = run.during.at(*row)) {
        return *during;
    }
    return Error{Errc::BadInput,
                 "iteration " + std::to_string(*iteration) + " recorded no overrides", run.folder};
}

} // namespace soak
