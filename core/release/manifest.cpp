// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/manifest.h"

#include "core/release/gzip_stream.h"
#include "core/release/json_access.h"
#include "core/report/json_text.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::string_view kManifestSchema = "soak-bundle-manifest/1";
constexpr std::string_view kTool = "soak-workbench";

Json filesJson(const BundleFiles& files)
{
    Json list = Json::array();
    for (const BundleFile& file : files) {
        if (isListedInManifest(file.path)) {
            list.push_back({{"path", file.path},
                            {"sha256", hexText(file.sha256)},
                            {"size", file.size},
                            {"description", describeFile(file.path)}});
        }
    }
    return list;
}

Result<BundleFile> fileOf(const Json& entry)
{
    BundleFile file;
    SOAK_TRY(file.path, textMember(entry, "path", kManifestFile));
    SOAK_TRY(file.size, countMember(entry, "size", kManifestFile));
    SOAK_TRY(file.sha256, hashMember(entry, "sha256", kManifestFile));
    return file;
}

} // namespace

bool isListedInManifest(std::string_view path)
{
    return path != kManifestFile && path != kAttestationFile && path != kSignatureFile &&
           path != kChecksumsFile;
}

std::string manifestJson(const Judgement& judgement, const BundleFacts& facts,
                         const BundleFiles& files)
{
    const SoakRun& run = *judgement.run;
    Json json{{"schema", kManifestSchema},
              {"bundle",
               {{"name", facts.name},
                {"version", jsonOrNull(facts.labels.version)},
                {"utc", jsonOrNull(facts.context.timestamp)},
                {"tool", {{"name", kTool}, {"version", facts.context.toolVersion}}}}},
              {"compression",
               {{"program", "zlib"}, {"version", facts.labels.zlibVersion}, {"level", kGzipLevel}}},
              {"result", keyOf(facts.result)},
              {"blockers", facts.blockers},
              {"run_id", run.info ? Json(run.info->runId) : Json()},
              {"verdict", keyOf(judgement.verdict)},
              {"overrides_state_hash", jsonOrNull(facts.stateHash)},
              {"files", filesJson(files)}};
    return jsonText(json);
}

Result<Manifest> parseManifest(std::string_view text)
{
    Manifest manifest;
    SOAK_TRY(const Json json,
             strictObjectWithList(
                 text, kManifestFile, "files", [&manifest](const Json& entry) -> Status {
                     SOAK_TRY(BundleFile file, fileOf(entry));
                     return addAscending(manifest.files, std::move(file), kManifestFile);
                 }));
    SOAK_TRY(const std::string schema, textMember(json, "schema", kManifestFile));
    if (schema != kManifestSchema) {
        return Error{Errc::Integrity, "the schema is not " + std::string(kManifestSchema),
                     std::string(kManifestFile)};
    }
    SOAK_TRY(const Json* bundle, memberOf(json, "bundle", kManifestFile));
    SOAK_TRY(const Json* tool, memberOf(*bundle, "tool", kManifestFile));
    SOAK_TRY(const Json* compression, memberOf(json, "compression", kManifestFile));
    SOAK_TRY(manifest.name, textMember(*bundle, "name", kManifestFile));
    SOAK_TRY(manifest.labels.version, optionalText(*bundle, "version", kManifestFile));
    SOAK_TRY(manifest.labels.zlibVersion, textMember(*compression, "version", kManifestFile));
    SOAK_TRY(manifest.utc, optionalText(*bundle, "utc", kManifestFile));
    SOAK_TRY(manifest.toolVersion, textMember(*tool, "version", kManifestFile));
    SOAK_TRY(manifest.verdict, textMember(json, "verdict", kManifestFile));
    SOAK_TRY(manifest.runId, optionalText(json, "run_id", kManifestFile));
    SOAK_TRY(manifest.stateHash, optionalText(json, "overrides_state_hash", kManifestFile));
    SOAK_TRY(const std::string result, textMember(json, "result", kManifestFile));
    const auto known = bundleResultFromKey(result);
    if (!known) {
        return Error{Errc::Integrity, "the result is neither READY nor PARTIAL",
                     std::string(kManifestFile)};
    }
    manifest.result = *known;
    return manifest;
}

} // namespace soak
