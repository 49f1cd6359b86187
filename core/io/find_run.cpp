// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/find_run.h"

#include "core/base/text.h"
#include "core/io/artifacts.h"

#include <algorithm>

namespace soak
{

namespace
{

enum class Content { None, RunFileOnly, Iterations };

Content contentOf(const fs::path& folder)
{
    const auto names = listFolder(folder);
    if (!names) {
        return Content::None;
    }
    const bool hasIterations = std::any_of(names->begin(), names->end(), [](const auto& name) {
        return iterationOfFileName(name).has_value();
    });
    if (hasIterations) {
        return Content::Iterations;
    }
    const bool hasRunFile = std::find(names->begin(), names->end(), kRunFile) != names->end();
    return hasRunFile ? Content::RunFileOnly : Content::None;
}

// Newest first: by number, which for equal lengths is the order of the digits.
std::vector<fs::path> isolatedFolders(const fs::path& folder)
{
    std::vector<std::string> names;
    for (std::string& name : listFolder(folder).value_or({})) {
        if (isIsolatedFolderName(name)) {
            names.push_back(std::move(name));
        }
    }
    std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() > b.size() : a > b;
    });
    std::vector<fs::path> paths;
    for (const std::string& name : names) {
        paths.push_back(folder / name);
    }
    return paths;
}

// A given <X>/soak/latest that does not exist is <X> (Defect73).
fs::path startFor(const fs::path& given)
{
    std::error_code ignored;
    const fs::path clean = given.has_filename() ? given : given.parent_path();
    const bool isAlias = clean.filename() == "latest" && clean.parent_path().filename() == "soak";
    if (isAlias && !fs::exists(clean, ignored)) {
        const fs::path base = clean.parent_path().parent_path();
        return base.empty() ? fs::path(".") : base;
    }
    return given;
}

// A release bundle holds its run beside the attestation over it (docs/bundle.md).
constexpr std::string_view kRunInBundle = "run";
constexpr std::string_view kAttestationOfBundle = "attestation.json";

bool isBundle(const fs::path& folder)
{
    std::error_code ignored;
    return fs::is_regular_file(folder / kAttestationOfBundle, ignored) &&
           contentOf(folder / kRunInBundle) != Content::None;
}

} // namespace

Result<fs::path> findRun(const fs::path& given)
{
    const fs::path start = startFor(given);
    std::error_code ignored;
    if (fs::is_regular_file(start, ignored)) {
        return Error{Errc::NotFound,
                     "is a file, not a run; the archive of a bundle is unpacked first: tar xzf",
                     pathText(given)};
    }
    if (!fs::is_directory(start, ignored)) {
        return Error{Errc::NotFound, "no such folder", pathText(given)};
    }
    if (isBundle(start)) {
        return start / kRunInBundle;
    }
    const fs::path base = start / "artifacts" / "soak" / "latest";
    std::vector<fs::path> places{start / "soak" / "latest", start / "latest", base,
                                 base / "soak" / "latest", start};
    for (fs::path& isolated : isolatedFolders(start)) {
        places.push_back(std::move(isolated));
    }
    const fs::path* withRunFile = nullptr;
    std::vector<std::string> looked;
    for (const fs::path& place : places) {
        const Content content = contentOf(place);
        if (content == Content::Iterations) {
            return place;
        }
        if (content == Content::RunFileOnly && withRunFile == nullptr) {
            withRunFile = &place;
        }
        looked.push_back(pathText(place));
    }
    if (withRunFile != nullptr) {
        return *withRunFile;
    }
    return Error{Errc::NotFound,
                 "no run: there is no ITER_SUMMARY_<k>.json in " + join(looked, ", "),
                 pathText(given)};
}

} // namespace soak
