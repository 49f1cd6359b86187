// SPDX-License-Identifier: GPL-3.0-or-later
// Which files a release bundle has, how its names look, and the limits on it (DOMAIN 7.5).
#pragma once

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/model/soak_run.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

inline constexpr std::string_view kProfileFile = "soak_profile.runtime_overrides.json";
inline constexpr std::string_view kGateProfileFile = "gate_profile.json";
inline constexpr std::string_view kChangelogFile = "CHANGELOG.md";
inline constexpr std::string_view kRollbackFile = "rollback_plan.md";
inline constexpr std::string_view kBundleReadmeFile = "README.md";
inline constexpr std::string_view kManifestFile = "MANIFEST.json";
inline constexpr std::string_view kAttestationFile = "attestation.json";
inline constexpr std::string_view kSignatureFile = "attestation.json.sig";
inline constexpr std::string_view kChecksumsFile = "SHA256SUMS";
inline constexpr std::string_view kRunFolder = "run";       // the run, byte for byte
inline constexpr std::string_view kChartsFolder = "charts"; // one SVG a goal
// A bundle of a run that somebody decided about has decision.h's kDecisionFile too.
inline constexpr std::string_view kBundlePrefix = "soak-bundle-";
inline constexpr std::string_view kArchiveSuffix = ".tar.gz";

// What is bigger is neither written nor opened.
inline constexpr std::size_t kMaxBundleFiles = 200000;        // moc reads no 200'000
inline constexpr std::uint64_t kMaxBundleBytes = 2ULL << 30U; // unpacked
inline constexpr std::uint64_t kMaxBundleFileBytes = 64ULL << 20U;
inline constexpr std::size_t kMaxBundlePath = 100; // what a plain tar header holds

struct BundleFile {
    std::string path; // within the bundle: "run/RUN.json"
    std::uint64_t size = 0;
    Sha256 sha256{};
    bool operator==(const BundleFile&) const = default;
};

// Ascending by the bytes of `path`, each once.
using BundleFiles = std::vector<BundleFile>;

// nullptr when there is none.
const BundleFile* findFile(const BundleFiles& files, std::string_view path);

// Adds a file that a list of the bundle names. Errors: Integrity (`list` is not in order).
Status addAscending(BundleFiles& files, BundleFile file, std::string_view list);

// "soak-bundle-RUN_1767608400000", of a foreign run "soak-bundle-FOREIGN_" and twelve digits of its
// first summary's hash. An id that is no run id never becomes a name of a file.
std::string bundleNameOf(const SoakRun& run);

// Whether `name` is one that bundleNameOf may give.
bool isBundleName(std::string_view name);

// The bundle that a run folder lies in, unpacked; nothing is to be written there. nullopt = in
// none.
std::optional<fs::path> bundleAround(const fs::path& runFolder);

// Whether a bundle may hold `path`; in `run/` whatever a run may hold but its lock and the mark of
// a copy. Errors: Integrity, with the reason (leads out, absolute, not UTF-8, unknown).
Status checkBundlePath(std::string_view path);

// What is said of the file in the manifest, in one line.
std::string describeFile(std::string_view path);

// Files without which nothing is a bundle; the run's own are another matter.
const std::vector<std::string>& requiredFiles();

} // namespace soak
