// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/release/bundle_facts.h"

#include <string>
#include <string_view>

namespace soak
{

// The namespace that signatures of bundles are made in: a signature of something else is none.
inline constexpr std::string_view kSignatureNamespace = "soak-bundle";

// README.md: what lies where, and the very commands that verify it, as a shell takes them. The same
// for signed and unsigned bundles: it is among what is signed.
std::string bundleReadme(const Judgement& judgement, const BundleFacts& facts);

} // namespace soak
