// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/unpacked_bundle.h"

#include "core/base/escape.h"
#include "core/release/bundle_archive.h"
#include "core/release/bundle_layout.h"

namespace soak
{

Result<UnpackedBundle> UnpackedBundle::open(const fs::path& bundle, const fs::path& scratch,
                                            std::stop_token stop)
{
    std::error_code error;
    std::optional<StagingFolder> copy;
    fs::path run = bundle / kRunFolder;
    if (!fs::is_directory(bundle, error)) {
        SOAK_CHECK(inspectArchive(bundle, stop)); // nothing is written of what is not safe
        SOAK_TRY(StagingFolder made, StagingFolder::create(scratch, "soak-open"));
        SOAK_CHECK(unpackArchive(bundle, made, std::move(stop)));
        run = made.path() / kRunFolder;
        copy.emplace(std::move(made));
    }
    if (!fs::is_directory(run, error)) {
        return Error{Errc::NotFound, "there is no run in the bundle", pathText(bundle)};
    }
    return UnpackedBundle(std::move(copy), std::move(run));
}

} // namespace soak
