// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/verify_bundle.h"

#include "core/base/escape.h"
#include "core/io/artifacts.h"
#include "core/release/attestation.h"
#include "core/release/bundle_archive.h"
#include "core/release/bundle_folder.h"
#include "core/release/checksums.h"
#include "core/release/derived_checks.h"
#include "core/release/gzip_stream.h"
#include "core/release/listed_files.h"
#include "core/release/ssh_signature.h"
#include "core/release/staging.h"

#include <algorithm>

namespace soak
{

namespace
{

bool isInChecksums(std::string_view path)
{
    return path != kChecksumsFile;
}

Result<std::string> asText(std::string_view text)
{
    return std::string(text);
}

class BundleVerifier final
{
public:
    BundleVerifier(const fs::path& bundle, const VerifyBundleOptions& options, StagingFolder& files,
                   const fs::path& tools, std::stop_token stop, const Progress& progress)
        : m_bundle(bundle), m_options(options), m_content(files), m_tools(tools),
          m_stop(std::move(stop)), m_progress(progress)
    {
    }

    Result<BundleVerification> verify()
    {
        SOAK_TRY(const bool isOpen, open());
        if (!isOpen) {
            notCheckedFrom(CheckId::Packing, "the bundle cannot be opened safely");
            return m_result;
        }
        // Read before the row that packing is: it needs the time and the zlib of the manifest.
        auto manifest = parsed<Manifest>(kManifestFile, parseManifest);
        auto attestation = parsed<Attestation>(kAttestationFile, parseAttestation);
        m_result.snapshot = parsed<std::string>(kSnapshotFile, asText).value_or("");
        SOAK_CHECK(checkPacking(manifest));
        checkFiles();
        checkChecksums();
        checkManifest(manifest);
        checkAttestation(attestation);
        SOAK_CHECK(checkSignatureRows());
        if (!manifest || !attestation || areFilesWrong()) {
            notCheckedFrom(CheckId::Chain, "the files are not those that the bundle was made of");
            return m_result;
        }
        DerivedInput input{m_content.path(), m_files, *manifest, *attestation, m_root};
        SOAK_TRY(DerivedOutcome derived, derivedChecks(input, m_stop, m_progress));
        m_result.checks.insert(m_result.checks.end(), derived.checks.begin(), derived.checks.end());
        m_result.soakedCommit = std::move(derived.soakedCommit);
        return m_result;
    }

private:
    void add(CheckId id, CheckState state, std::string_view file, std::string reason)
    {
        m_result.checks.push_back({id, state, std::string(file), std::move(reason)});
    }

    void notCheckedFrom(CheckId first, const std::string& reason)
    {
        for (auto id = static_cast<int>(first); id <= static_cast<int>(CheckId::Documents); ++id) {
            if (const auto check = static_cast<CheckId>(id); check != CheckId::Decision) {
                add(check, CheckState::NotChecked, "", reason);
            }
        }
    }

    bool areFilesWrong() const
    {
        return std::any_of(m_result.checks.begin(), m_result.checks.end(),
                           [](const BundleCheck& check) {
                               return check.state == CheckState::Failed &&
                                      check.id != CheckId::Packing && check.id < CheckId::Signature;
                           });
    }

    // Whether the content lies in m_content; else the row says why not.
    Result<bool> open()
    {
        std::error_code error;
        return fs::is_directory(m_bundle, error) ? openFolder() : openArchive();
    }

    Result<bool> openFolder()
    {
        SOAK_TRY(FolderCopy copy, copyBundleFolder(m_bundle, m_content, m_stop));
        m_files = std::move(copy.files);
        for (const Error& refused : copy.refused) {
            add(CheckId::Container, CheckState::Failed, refused.where, refused.message);
        }
        if (copy.refused.empty()) {
            add(CheckId::Container, CheckState::Ok, "", "a folder of plain files");
        }
        return true;
    }

    Result<bool> openArchive()
    {
        auto plan = inspectArchive(m_bundle, m_stop);
        const Status unpacked =
            plan ? unpackArchive(m_bundle, m_content, m_stop) : Status(plan.error());
        if (!unpacked) {
            const Error& error = unpacked.error();
            if (error.code != Errc::Integrity && error.code != Errc::TooLarge) {
                return error;
            }
            add(CheckId::Container, CheckState::Failed, error.where, error.message);
            return false;
        }
        m_files = plan->files;
        m_root = plan->rootName;
        m_plan = std::move(*plan);
        add(CheckId::Container, CheckState::Ok, "",
            std::to_string(m_files.size()) + " plain files in one folder, in order");
        return true;
    }

    // A file of the bundle through its parser. Errors: Integrity.
    template <typename T>
    Result<T> parsed(std::string_view path, Result<T> (*parse)(std::string_view)) const
    {
        if (findFile(m_files, path) == nullptr) {
            return Error{Errc::Integrity, "is missing", std::string(path)};
        }
        SOAK_TRY(const std::string text, readFile(m_content.path() / path));
        return parse(text);
    }

    Status checkPacking(const Result<Manifest>& manifest)
    {
        if (!m_plan) {
            add(CheckId::Packing, CheckState::NotChecked, "", "a folder was not packed");
            return Done{};
        }
        if (!manifest) {
            add(CheckId::Packing, CheckState::NotChecked, kManifestFile,
                "the manifest, which says how it was packed, cannot be read");
            return Done{};
        }
        const auto utc = manifest->utc ? parseUtc(*manifest->utc) : std::nullopt;
        if (m_plan->mtime != std::max<EpochMs>(utc.value_or(0) / kMsPerSecond, 0)) {
            add(CheckId::Packing, CheckState::Failed, "",
                "the time of the files in the archive is not that of the run");
            return Done{};
        }
        if (manifest->labels.zlibVersion != zlibVersionText()) {
            add(CheckId::Packing, CheckState::Ok, "",
                "packed with zlib " + escapeTerminal(manifest->labels.zlibVersion) + ", here is " +
                    zlibVersionText() +
                    ", so the compressed bytes were not compared; gzip header, tar headers, "
                    "order, padding and checksums are as the writer makes them");
            return Done{};
        }
        SOAK_TRY(const bool isSame, packsToSameBytes(m_content.path(), *m_plan, m_bundle, m_stop));
        add(CheckId::Packing, isSame ? CheckState::Ok : CheckState::Failed, "",
            isSame ? "packed again, byte for byte the same"
                   : "packed again, the archive has other bytes");
        return Done{};
    }

    void checkFiles()
    {
        addRows(m_result.checks, missingFiles(m_files), CheckId::Files,
                "all that a bundle needs are there, and no other");
    }

    void checkChecksums()
    {
        auto sums = parsed<BundleFiles>(kChecksumsFile, parseChecksums);
        if (!sums) {
            add(CheckId::Checksums, CheckState::Failed, kChecksumsFile, sums.error().message);
            return;
        }
        addRows(m_result.checks,
                compareWithList(
                    {CheckId::Checksums, kChecksumsFile, std::move(*sums), false, isInChecksums},
                    m_files),
                CheckId::Checksums, "all files but itself are as it says");
    }

    void checkManifest(const Result<Manifest>& manifest)
    {
        if (!manifest) {
            add(CheckId::Manifest, CheckState::Failed, kManifestFile, manifest.error().message);
            return;
        }
        m_result.manifest = *manifest;
        addRows(m_result.checks,
                compareWithList(
                    {CheckId::Manifest, kManifestFile, manifest->files, true, isListedInManifest},
                    m_files),
                CheckId::Manifest,
                std::to_string(manifest->files.size()) + " files have its sizes and hashes");
    }

    void checkAttestation(const Result<Attestation>& attestation)
    {
        if (!attestation) {
            add(CheckId::Attestation, CheckState::Failed, kAttestationFile,
                attestation.error().message);
            return;
        }
        addRows(m_result.checks,
                compareWithList({CheckId::Attestation, kAttestationFile, attestation->subjects,
                                 false, isSubject},
                                m_files),
                CheckId::Attestation,
                "its " + std::to_string(attestation->subjects.size()) +
                    " subjects are the files of the bundle");
    }

    Status checkSignatureRows()
    {
        m_result.isSigned = findFile(m_files, kSignatureFile) != nullptr;
        if (!m_result.isSigned) {
            const bool isWanted = m_options.requireSignature || m_options.allowedSigners;
            add(CheckId::Signature, isWanted ? CheckState::Failed : CheckState::NotChecked, "",
                "unsigned: there is no " + std::string(kSignatureFile));
            add(CheckId::Signer, CheckState::NotChecked, "", "unsigned");
            return Done{};
        }
        if (findFile(m_files, kAttestationFile) == nullptr) {
            add(CheckId::Signature, CheckState::Failed, kAttestationFile,
                "what was signed is missing");
            add(CheckId::Signer, CheckState::NotChecked, "", "the signature does not hold");
            return Done{};
        }
        SOAK_TRY(const std::string text, readFile(m_content.path() / kAttestationFile));
        SOAK_TRY(const std::string signature, readFile(m_content.path() / kSignatureFile));
        SOAK_TRY(const SignatureOutcome outcome,
                 checkSignature(text, signature, m_options.allowedSigners, m_tools, m_stop));
        addSignatureRows(outcome);
        return Done{};
    }

    void addSignatureRows(const SignatureOutcome& outcome)
    {
        if (!outcome.isValid) {
            add(CheckId::Signature, CheckState::Failed, kSignatureFile,
                "bad signature: " + outcome.reason);
            add(CheckId::Signer, CheckState::NotChecked, "", "the signature does not hold");
            return;
        }
        m_result.signer = outcome.key;
        add(CheckId::Signature, CheckState::Ok, kSignatureFile,
            "made over the attestation with " + outcome.key);
        if (!m_options.allowedSigners) {
            add(CheckId::Signer, CheckState::NotChecked, "",
                "no list of allowed signers was given: this may be anybody's key");
        } else if (outcome.isListed) {
            m_result.signer += " of " + outcome.principal;
            add(CheckId::Signer, CheckState::Ok, kSignatureFile,
                "the key is on your list, of " + outcome.principal);
        } else {
            add(CheckId::Signer, CheckState::Failed, kSignatureFile,
                "signed by a key that is not on your list: " + outcome.key + " (" +
                    outcome.listReason + ")");
        }
    }

    const fs::path& m_bundle;
    const VerifyBundleOptions& m_options;
    StagingFolder& m_content;
    const fs::path& m_tools;
    std::stop_token m_stop;
    const Progress& m_progress;
    BundleVerification m_result;
    BundleFiles m_files;
    std::optional<std::string> m_root;
    std::optional<ArchivePlan> m_plan;
};

} // namespace

Result<BundleVerification> verifyBundle(const fs::path& bundle, const VerifyBundleOptions& options,
                                        std::stop_token stop, const Progress& progress)
{
    SOAK_TRY(StagingFolder content, StagingFolder::create(options.scratch, "soak-verify"));
    SOAK_TRY(const StagingFolder tools, StagingFolder::create(options.scratch, "soak-verify-keys"));
    return BundleVerifier(bundle, options, content, tools.path(), std::move(stop), progress)
        .verify();
}

} // namespace soak
