// SPDX-License-Identifier: GPL-3.0-or-later
// Runs, bundles, and what somebody does to them.
#pragma once

#include "core/release/bundle_archive.h"
#include "core/release/make_bundle.h"
#include "core/release/verify_bundle.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace soak
{

// A tuned run of engine mock in `<folder>/soak/latest`, always the same; 36 iterations are ready
// for a release, 8 are not. Returns the run directory.
fs::path mockRun(const fs::path& folder, int iterations);

// The bundle of `run` in `out`; a failure fails the test.
BundleOutcome bundleOf(const fs::path& run, const fs::path& out,
                       const std::function<void(BundleRequest&)>& edit = {});

// A verification in memory (a scratch folder of its own); an error fails the test.
BundleVerification verificationOf(const fs::path& bundle, VerifyBundleOptions options = {});

// "manifest failed run/RUN.json: reason" of each row that is not ok.
std::vector<std::string> complaintsOf(const BundleVerification& verification);
bool hasFailed(const BundleVerification& verification, CheckId id);
CheckState stateOf(const BundleVerification& verification, CheckId id); // of its first row

// Relative path -> bytes of every file below `folder`.
std::map<std::string, std::string> contentsOf(const fs::path& folder);

// Changes a file of the bundle in `folder`, then makes manifest, attestation, checksums and, with a
// key, signature anew over what is there, as somebody with that key would.
void forge(const fs::path& folder, const std::string& path,
           const std::function<void(std::string&)>& edit, const fs::path& key = {});

// Packs the bundle in `folder` as the writer does, with the time of `mtime`.
void packFolder(const fs::path& folder, const std::string& rootName, std::int64_t mtime,
                const fs::path& archive);

// Makes an ed25519 key without passphrase, and returns its path.
fs::path makeKey(const fs::path& folder, const std::string& name);
// A line of a list of allowed signers.
std::string allowedLine(const fs::path& key, const std::string& principal,
                        const std::string& options = {});

// An archive of any entries, as hostile as wanted: header blocks and data as they are, compressed.
struct RawEntry {
    std::string path;
    std::string data;
    std::function<void(std::string& header)> edit = {}; // before the checksum is made
};

std::string tarOf(const std::vector<RawEntry>& entries);
std::string gzipOf(const std::string& content);

} // namespace soak
