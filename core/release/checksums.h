// SPDX-License-Identifier: GPL-3.0-or-later
// SHA256SUMS, as `sha256sum -c` takes it.
#pragma once

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/release/bundle_layout.h"

#include <string>
#include <string_view>

namespace soak
{

// "<64 digits>  <path>\n".
std::string checksumLine(const Sha256& hash, std::string_view path);

// Of all files but SHA256SUMS itself.
std::string checksumsText(const BundleFiles& files);

// The lines as files (sizes 0), ascending; comments are skipped. Errors: Integrity (a line of
// another form, out of order; the message has its number).
Result<BundleFiles> parseChecksums(std::string_view text);

} // namespace soak
