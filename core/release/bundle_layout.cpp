// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/bundle_layout.h"

#include "core/base/escape.h"
#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/io/artifacts.h"
#include "core/model/kpi.h"
#include "core/release/decision.h"
#include "core/report/report_text.h"
#include "core/runner/run_folder.h"

#include <algorithm>
#include <array>

namespace soak
{

namespace
{

constexpr std::size_t kShortHash = 12;
constexpr std::string_view kForeignPrefix = "FOREIGN_";

struct Described {
    std::string_view path;
    std::string_view text;
};

constexpr std::array kDocuments{
    Described{kBundleReadmeFile, "what this is and the commands that verify it"},
    Described{kChangelogFile, "what the run says about this release"},
    Described{kDeltaReportJsonFile, "every proposed delta checked by value"},
    Described{kFailuresFile, "goals missed and defects of the data"},
    Described{kManifestFile, "this list"},
    Described{kAuditFile, "the run in one page"},
    Described{kHtmlReportFile, "the run as one page with charts"},
    Described{kSnapshotFile, "verdict and figures for machines"},
    Described{kRecommendationsFile, "what to change, or what could be better"},
    Described{kAttestationFile, "in-toto statement: every file's SHA-256, run, inputs, verdict"},
    Described{kGateProfileFile, "the gates that the run is judged by"},
    Described{kRollbackFile, "how to go back, and when"},
    Described{kProfileFile, "the overrides that this release runs with"},
};

constexpr std::array kRunDescriptions{
    Described{kRunFile, "everything needed to repeat the run"},
    Described{kRunEndFile, "how the run ended, hash of its last summary"},
    Described{kTuningReportFile, "the tuning steps of all iterations"},
    Described{kTuningStateFile, "state of tuner and guards at the end"},
    Described{kTuningStateFileLegacy, "state of tuner and guards at the end"},
    Described{kOverridesFile, "live overrides at the end"},
    Described{kOverrideSourcesFile, "where each override came from"},
    Described{kSummaryTextFile, "duration and count"},
};

Error badPath(std::string_view path, std::string reason)
{
    return Error{Errc::Integrity, std::move(reason), escapeTerminal(path)};
}

std::string chartPath(const KpiSpec& spec)
{
    return std::string(kChartsFolder) + "/" + std::string(spec.key) + ".svg";
}

bool isChart(std::string_view path)
{
    return std::any_of(goalMetrics().begin(), goalMetrics().end(),
                       [path](Metric metric) { return chartPath(specOf(metric)) == path; });
}

bool isRunPath(std::string_view path)
{
    const std::string runPrefix = std::string(kRunFolder) + "/";
    if (!path.starts_with(runPrefix)) {
        return false;
    }
    const std::string_view name = path.substr(runPrefix.size());
    const std::string enginePrefix = std::string(kEngineFolder) + "/";
    if (name.starts_with(enginePrefix)) {
        return isEngineFileName(name.substr(enginePrefix.size()));
    }
    return isRunFileName(name) && name != kLockFile && name != kLatestFile;
}

bool isKnown(std::string_view path)
{
    return path == kSignatureFile || path == kChecksumsFile || path == kDecisionFile ||
           isChart(path) || isRunPath(path) ||
           std::any_of(kDocuments.begin(), kDocuments.end(),
                       [path](const Described& one) { return one.path == path; });
}

bool isForeignLabel(std::string_view label)
{
    return label.starts_with(kForeignPrefix) &&
           label.size() == kForeignPrefix.size() + kShortHash &&
           label.find_first_not_of("0123456789abcdef", kForeignPrefix.size()) ==
               std::string_view::npos;
}

} // namespace

const BundleFile* findFile(const BundleFiles& files, std::string_view path)
{
    const auto found = std::lower_bound(
        files.begin(), files.end(), path,
        [](const BundleFile& file, std::string_view wanted) { return file.path < wanted; });
    return found != files.end() && found->path == path ? &*found : nullptr;
}

Status addAscending(BundleFiles& files, BundleFile file, std::string_view list)
{
    if (!files.empty() && file.path <= files.back().path) {
        return Error{Errc::Integrity,
                     "names '" + escapeTerminal(file.path) + "' twice or out of order",
                     std::string(list)};
    }
    files.push_back(std::move(file));
    return Done{};
}

std::string bundleNameOf(const SoakRun& run)
{
    const std::string label = runLabel(run);
    const bool isPlain = parseRunId(label).has_value() || isForeignLabel(label);
    return std::string(kBundlePrefix) +
           (isPlain
                ? label
                : std::string(kForeignPrefix) + sha256Hex(run.identity()).substr(0, kShortHash));
}

bool isBundleName(std::string_view name)
{
    return name.starts_with(kBundlePrefix) &&
           (parseRunId(name.substr(kBundlePrefix.size())).has_value() ||
            isForeignLabel(name.substr(kBundlePrefix.size())));
}

std::optional<fs::path> bundleAround(const fs::path& runFolder)
{
    const fs::path folder = runFolder / ""; // with and without a slash at its end
    const fs::path run = folder.lexically_normal().parent_path();
    std::error_code error;
    const bool isInBundle =
        run.filename() == kRunFolder && fs::exists(run.parent_path() / kAttestationFile, error);
    return isInBundle ? std::optional(run.parent_path()) : std::nullopt;
}

Status checkBundlePath(std::string_view path)
{
    if (!isValidUtf8(path)) {
        return badPath(path, "the name is not UTF-8");
    }
    if (path.starts_with('/')) {
        return badPath(path, "the name is absolute");
    }
    for (const std::string& part : split(path, '/')) {
        if (part == "..") {
            return badPath(path, "the name leads out of the bundle");
        }
        if (part.empty() || part == ".") {
            return badPath(path, "the name is not written plainly");
        }
    }
    if (path.size() > kMaxBundlePath || !isKnown(path)) {
        return badPath(path, "a bundle has no such file");
    }
    return Done{};
}

std::string describeFile(std::string_view path)
{
    for (const Described& one : kDocuments) {
        if (one.path == path) {
            return std::string(one.text);
        }
    }
    if (path == kDecisionFile) {
        return "who decided about this run, what and why";
    }
    if (path == kChecksumsFile) {
        return "SHA-256 of every other file";
    }
    if (path == kSignatureFile) {
        return "signature over the attestation";
    }
    if (path.starts_with(kChartsFolder)) {
        return "a goal over all iterations";
    }
    const std::string_view name = path.substr(path.rfind('/') + 1);
    for (const Described& one : kRunDescriptions) {
        if (one.path == name) {
            return std::string(one.text);
        }
    }
    if (const auto iteration = iterationOfFileName(name)) {
        return "iteration " + std::to_string(*iteration);
    }
    return "output of the engine";
}

const std::vector<std::string>& requiredFiles()
{
    static const std::vector<std::string> required = [] {
        std::vector<std::string> paths{std::string(kChecksumsFile)};
        for (const Described& one : kDocuments) {
            paths.emplace_back(one.path);
        }
        for (const Metric metric : goalMetrics()) {
            paths.push_back(chartPath(specOf(metric)));
        }
        std::sort(paths.begin(), paths.end());
        return paths;
    }();
    return required;
}

} // namespace soak
