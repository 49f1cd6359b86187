// SPDX-License-Identifier: GPL-3.0-or-later
// The verdict on a bundle as a value: a list of checks, each with its reason, for whoever shows
// them row by row.
#pragma once

#include "core/base/exit_code.h"
#include "core/release/manifest.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

// In the order in which they are made and shown.
enum class CheckId : std::uint8_t {
    Container,   // the archive or folder can be opened safely
    Packing,     // the archive is byte for byte what packing its content gives
    Files,       // every file that a bundle needs is there, and no other
    Checksums,   // SHA256SUMS
    Manifest,    // MANIFEST.json: sizes, hashes, names
    Attestation, // attestation.json: its subjects are the files
    Signature,   // made over the attestation by some key
    Signer,      // that key is one of the allowed ones
    Chain,       // the hash chain of the run
    Profile,     // the overrides to release are those that the run ended with
    GateProfile, // a profile with a built-in name is the built-in one
    Snapshot,    // the figures follow from the run
    Verdict,     // verdict and result follow from the run
    Decision,    // somebody decided about this very run; no row when nobody did
    Documents,   // every other document follows from the run
};

enum class CheckState : std::uint8_t { Ok, Failed, NotChecked };

std::string_view keyOf(CheckId id);       // container, packing, ...
std::string_view keyOf(CheckState state); // ok, failed, not_checked

struct BundleCheck {
    CheckId id = CheckId::Container;
    CheckState state = CheckState::NotChecked;
    std::string file;   // in the bundle; may be empty
    std::string reason; // of Ok too: what was looked at
    bool operator==(const BundleCheck&) const = default;
};

// A failed row; `file` as the bundle names it, made safe for a terminal.
BundleCheck failedCheck(CheckId id, std::string_view file, std::string reason);

struct BundleVerification {
    std::vector<BundleCheck> checks; // by id; one that failed may have several rows
    // What the bundle says of itself; the checks say whether that holds.
    std::optional<Manifest> manifest;
    // The commit that the run was made of, where RUN.json names one (`commit`, `git_commit`).
    std::optional<std::string> soakedCommit;
    std::string snapshot; // POST_SOAK_SNAPSHOT.json likewise; empty when it is not there
    bool isSigned = false;
    std::string signer; // key, and whom the list names for it; empty when unsigned or not valid
};

bool hasFailed(const BundleVerification& verification);
// The first row that failed; nullptr when none did.
const BundleCheck* firstFailure(const BundleVerification& verification);
// 4 when a check failed, else 0.
ExitCode verifyBundleExitCode(const BundleVerification& verification);

// For a terminal: the rows, then one line that says what it comes to.
std::string bundleVerificationText(const BundleVerification& verification);

} // namespace soak
