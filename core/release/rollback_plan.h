// SPDX-License-Identifier: GPL-3.0-or-later
// rollback_plan.md: how to go back to what was before the run, and when (DOMAIN 7.5, 7.6).
#pragma once

#include "core/release/bundle_facts.h"

#include <string>

namespace soak
{

std::string rollbackPlanMarkdown(const Judgement& judgement, const BundleFacts& facts);

} // namespace soak
