// SPDX-License-Identifier: GPL-3.0-or-later
// POST_SOAK_ITER_TABLE.csv (DOMAIN 1.8): one line per iteration, RFC 4180, no value = empty cell.
#pragma once

#include "core/analysis/judgement.h"

#include <string>

namespace soak
{

std::string iterationTableCsv(const Judgement& judgement);

} // namespace soak
