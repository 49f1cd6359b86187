// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/release/release_support.h"

#include "core/base/process.h"
#include "core/base/text.h"
#include "core/model/preset.h"
#include "core/release/checksums.h"
#include "core/release/gzip_stream.h"
#include "core/release/ssh_signature.h"
#include "core/runner/run_soak.h"
#include "tests/support/in_memory.h"

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <cstdlib>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr EpochMs kStart = 1760000000000;

void overwrite(const fs::path& path, const std::string& text)
{
    const Status written = writeFileAtomically(path, text);
    ASSERT_TRUE(written) << describe(written.error());
}

BundleFiles filesIn(const fs::path& folder)
{
    BundleFiles files;
    for (const auto& [path, bytes] : contentsOf(folder)) {
        files.push_back({path, bytes.size(), sha256(bytes)});
    }
    return files;
}

void forgeManifest(const fs::path& folder)
{
    Json json = Json::parse(bytesOf(folder / kManifestFile));
    Json list = Json::array();
    for (const BundleFile& file : filesIn(folder)) {
        if (isListedInManifest(file.path)) {
            list.push_back({{"path", file.path},
                            {"sha256", hexText(file.sha256)},
                            {"size", file.size},
                            {"description", describeFile(file.path)}});
        }
    }
    json["files"] = std::move(list);
    overwrite(folder / kManifestFile, json.dump(2) + "\n");
}

void forgeAttestation(const fs::path& folder)
{
    Json json = Json::parse(bytesOf(folder / kAttestationFile));
    Json list = Json::array();
    for (const BundleFile& file : filesIn(folder)) {
        if (file.path != kAttestationFile && file.path != kSignatureFile &&
            file.path != kChecksumsFile) {
            list.push_back({{"name", file.path}, {"digest", {{"sha256", hexText(file.sha256)}}}});
        }
    }
    json["subject"] = std::move(list);
    overwrite(folder / kAttestationFile, json.dump(2) + "\n");
}

} // namespace

fs::path mockRun(const fs::path& folder, int iterations)
{
    RunRequest request;
    request.base = folder;
    request.info.engine = "mock";
    request.info.iterations = iterations;
    request.info.autoTune = true;
    request.info.sleepSeconds = 300;
    request.info.initialOverrides = findBuiltinProfile("best_cell")->overrides;
    const VirtualClock clock(kStart);
    const auto result = runSoak(request, clock, {}, {});
    EXPECT_TRUE(result) << describe(result.error());
    return folder / "soak" / "latest";
}

BundleOutcome bundleOf(const fs::path& run, const fs::path& out,
                       const std::function<void(BundleRequest&)>& edit)
{
    BundleRequest request;
    request.run = run;
    request.out = out;
    if (edit) {
        edit(request);
    }
    const auto outcome = makeBundle(request);
    EXPECT_TRUE(outcome) << describe(outcome.error());
    return outcome ? *outcome : BundleOutcome{};
}

BundleVerification verificationOf(const fs::path& bundle, VerifyBundleOptions options)
{
    const TempDir scratch;
    options.scratch = scratch.path();
    const auto verification = verifyBundle(bundle, options);
    EXPECT_TRUE(verification) << describe(verification.error());
    EXPECT_TRUE(fs::is_empty(scratch.path())) << "verify left something behind";
    return verification ? *verification : BundleVerification{};
}

std::vector<std::string> complaintsOf(const BundleVerification& verification)
{
    std::vector<std::string> rows;
    for (const BundleCheck& check : verification.checks) {
        if (check.state != CheckState::Ok) {
            rows.push_back(std::string(keyOf(check.id)) + " " + std::string(keyOf(check.state)) +
                           " " + check.file + ": " + check.reason);
        }
    }
    return rows;
}

bool hasFailed(const BundleVerification& verification, CheckId id)
{
    for (const BundleCheck& check : verification.checks) {
        if (check.id == id && check.state == CheckState::Failed) {
            return true;
        }
    }
    return false;
}

CheckState stateOf(const BundleVerification& verification, CheckId id)
{
    for (const BundleCheck& check : verification.checks) {
        if (check.id == id) {
            return check.state;
        }
    }
    ADD_FAILURE() << "no row of " << keyOf(id);
    return CheckState::NotChecked;
}

std::map<std::string, std::string> contentsOf(const fs::path& folder)
{
    std::map<std::string, std::string> contents;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            contents[entry.path().lexically_relative(folder).native()] = bytesOf(entry.path());
        }
    }
    return contents;
}

void forge(const fs::path& folder, const std::string& path,
           const std::function<void(std::string&)>& edit, const fs::path& key)
{
    std::string text = bytesOf(folder / path);
    const std::string before = text;
    edit(text);
    ASSERT_NE(text, before) << "the edit changed nothing in " << path;
    overwrite(folder / path, text);
    forgeManifest(folder);
    forgeAttestation(folder);
    fs::remove(folder / kSignatureFile);
    if (!key.empty()) {
        const TempDir scratch;
        const auto signature = signText(bytesOf(folder / kAttestationFile), key, scratch.path());
        ASSERT_TRUE(signature) << describe(signature.error());
        overwrite(folder / kSignatureFile, *signature);
    }
    fs::remove(folder / kChecksumsFile);
    overwrite(folder / kChecksumsFile, checksumsText(filesIn(folder)));
}

void packFolder(const fs::path& folder, const std::string& rootName, std::int64_t mtime,
                const fs::path& archive)
{
    std::string bytes;
    const Status packed =
        packBundle(folder, {rootName, mtime, filesIn(folder)}, [&bytes](std::string_view piece) {
            bytes += piece;
            return Status(Done{});
        });
    ASSERT_TRUE(packed) << describe(packed.error());
    overwrite(archive, bytes);
}

fs::path makeKey(const fs::path& folder, const std::string& name)
{
    ProcessPlan plan;
    plan.argv = {"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", folder / name};
    const auto outcome = runProcess(plan, {});
    EXPECT_TRUE(outcome && outcome->exitCode == 0) << "ssh-keygen makes no key";
    return folder / name;
}

std::string allowedLine(const fs::path& key, const std::string& principal,
                        const std::string& options)
{
    fs::path publicKey = key;
    publicKey += ".pub";
    return principal + " " + options + (options.empty() ? "" : " ") + bytesOf(publicKey);
}

std::string tarOf(const std::vector<RawEntry>& entries)
{
    std::string tar;
    for (const RawEntry& entry : entries) {
        const TarHeader made = tarHeader(entry.path, entry.data.size(), 0);
        std::string header(made.data(), made.size());
        if (entry.edit) {
            entry.edit(header);
            header.replace(148, 8, "        ");
            unsigned sum = 0;
            for (const char c : header) {
                sum += static_cast<unsigned char>(c);
            }
            std::string digits(6, '0');
            for (std::size_t i = 6; i-- > 0; sum /= 8) {
                digits[i] = static_cast<char>('0' + sum % 8);
            }
            header.replace(148, 8, digits + std::string("\0 ", 2));
        }
        tar += header + entry.data + std::string(tarPadding(entry.data.size()));
    }
    return tar + std::string(tarEnd());
}

std::string gzipOf(const std::string& content)
{
    std::string bytes;
    GzipWriter writer([&bytes](std::string_view piece) {
        bytes += piece;
        return Status(Done{});
    });
    EXPECT_TRUE(writer.write(content));
    EXPECT_TRUE(writer.finish());
    return bytes;
}

} // namespace soak
