// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle that is no release says so in each of its own files, for files are passed on alone.
#pragma once

#include "core/release/bundle_facts.h"

#include <string>
#include <string_view>

namespace soak
{

// `text` with the mark and the reasons where its kind (by the suffix of `path`: .md, .html, .svg,
// .json, else lines) allows it. Of a READY bundle `text` as it is. JSON must be an object
// (asserted).
std::string withPartialMark(std::string_view path, std::string text, const BundleFacts& facts);

// The description of a gate profile as it was before it was marked.
std::string withoutPartialMark(std::string description);

} // namespace soak
