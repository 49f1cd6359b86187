// SPDX-License-Identifier: GPL-3.0-or-later
// attestation.json: an in-toto Statement v1 whose subjects are the files of the bundle and whose
// predicate says what they are the evidence of. It is what is signed.
#pragma once

#include "core/base/result.h"
#include "core/release/bundle_facts.h"
#include "core/release/bundle_layout.h"

#include <string>
#include <string_view>

namespace soak
{

inline constexpr std::string_view kStatementType = "https://in-toto.io/Statement/v1";
inline constexpr std::string_view kPredicateType = "urn:soak-workbench:soak-release:v1";

// `files`: all that there are, the manifest included.
std::string attestationJson(const Judgement& judgement, const BundleFacts& facts,
                            const BundleFiles& files);

// Whether `path` is a subject: all but the attestation, its signature and the checksums.
bool isSubject(std::string_view path);

struct Attestation {
    BundleFiles subjects; // ascending; sizes are not in it and 0
    std::string verdict;
    std::string result; // READY, PARTIAL
};

// Errors: Integrity (not a statement of this type; the message says where).
Result<Attestation> parseAttestation(std::string_view text);

} // namespace soak
