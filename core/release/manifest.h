// SPDX-License-Identifier: GPL-3.0-or-later
// MANIFEST.json: name, result and every file with size and SHA-256 (DOMAIN 7.5, D-40).
#pragma once

#include "core/base/result.h"
#include "core/release/bundle_facts.h"
#include "core/release/bundle_layout.h"

#include <string>
#include <string_view>

namespace soak
{

// `files`: all that there are; those that name the manifest themselves (it, the attestation, its
// signature, the checksums) are left out of it.
std::string manifestJson(const Judgement& judgement, const BundleFacts& facts,
                         const BundleFiles& files);

// Whether the manifest lists `path`.
bool isListedInManifest(std::string_view path);

struct Manifest {
    std::string name;
    BundleLabels labels;
    std::optional<std::string> utc;
    std::string toolVersion;
    BundleResult result = BundleResult::Partial;
    std::string verdict;
    std::optional<std::string> runId;
    std::optional<std::string> stateHash;
    BundleFiles files; // ascending
};

// Errors: Integrity (not what manifestJson writes; the message says where).
Result<Manifest> parseManifest(std::string_view text);

} // namespace soak
