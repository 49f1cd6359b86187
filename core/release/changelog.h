// SPDX-License-Identifier: GPL-3.0-or-later
// CHANGELOG.md: what the run says of the release, and nothing that it does not (DOMAIN 7.5, D-39).
#pragma once

#include "core/release/bundle_facts.h"

#include <string>

namespace soak
{

std::string changelogMarkdown(const Judgement& judgement, const BundleFacts& facts);

} // namespace soak
