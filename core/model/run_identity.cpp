// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/run_identity.h"

#include <algorithm>

namespace soak
{

std::string listedIdentity(const SoakRun& run)
{
    const std::string plain = run.identity();
    if (!plain.starts_with("foreign:")) {
        return plain;
    }
    int last = run.table.rowCount() == 0 ? 0 : run.table.iterations().back();
    if (!run.unreadable.empty()) {
        last = std::max(last, run.unreadable.back());
    }
    return listedForeignIdentity(plain, last);
}

std::string listedForeignIdentity(const std::string& identity, int last)
{
    return identity + ":" + std::to_string(last);
}

} // namespace soak
