// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/make_bundle.h"

#include "core/analysis/recorded_profile.h"
#include "core/base/hash_stream.h"
#include "core/io/load_run.h"
#include "core/release/bundle_archive.h"
#include "core/release/gzip_stream.h"
#include "core/release/render_bundle.h"
#include "core/release/run_copy.h"
#include "core/release/soaked_commit.h"
#include "core/release/ssh_signature.h"
#include "core/release/staging.h"

#include <fcntl.h>
#include <stdio.h> // NOLINT: renameat2
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

namespace soak
{

namespace
{

constexpr unsigned kReadThreads = 2;
constexpr std::string_view kPackedRunFile = "run.deflate"; // in the staging folder, not published

Error isThereAlready(const fs::path& path)
{
    return Error{Errc::Locked, "there is one already; --force replaces it", pathText(path)};
}

// `to` must not exist, also when somebody makes it at this moment.
Status moveInto(const fs::path& from, const fs::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return Done{};
    }
    if (errno == EEXIST) {
        return isThereAlready(to);
    }
    if (errno == EINVAL && ::rename(from.c_str(), to.c_str()) == 0) { // the file system has no such
        return Done{};
    }
    return Error{Errc::NotWritable, "cannot rename: " + errnoText(errno), pathText(to)};
}

void sortFiles(BundleFiles& files)
{
    std::sort(files.begin(), files.end(),
              [](const BundleFile& a, const BundleFile& b) { return a.path < b.path; });
}

BundleFiles contentsOf(const std::vector<RunCopyEntry>& plan, const ContentsOptions& options)
{
    BundleFiles files;
    for (const RunCopyEntry& entry : plan) {
        files.push_back({entry.path, 0, {}});
    }
    for (const std::string& path : requiredFiles()) {
        files.push_back({path, 0, {}});
    }
    if (options.isSigned) {
        files.push_back({std::string(kSignatureFile), 0, {}});
    }
    if (options.isDecided) {
        files.push_back({std::string(kDecisionFile), 0, {}});
    }
    sortFiles(files);
    return files;
}

class BundleMaker final
{
public:
    BundleMaker(const BundleRequest& request, std::stop_token stop, const Progress& progress)
        : m_request(request), m_stop(std::move(stop)), m_progress(progress)
    {
    }

    Result<BundleOutcome> make()
    {
        SOAK_TRY(const Judgement first, judgeRun(m_request.run));
        SOAK_TRY(m_decision, decisionAbout(*first.run));
        take(first);
        m_outcome.isRefused = !m_request.allowPartial && !m_outcome.facts.blockers.empty();
        SOAK_TRY(m_plan, runCopyPlan(m_request.run, *first.run));
        if (m_request.dryRun) {
            m_outcome.files =
                contentsOf(m_plan, {m_request.signingKey.has_value(), m_decision.has_value()});
            return m_outcome;
        }
        if (m_outcome.isRefused) {
            return m_outcome;
        }
        SOAK_CHECK(refuseExisting());
        SOAK_CHECK(makeFolders(m_request.out));
        SOAK_TRY(StagingFolder staging, StagingFolder::create(m_request.out, m_outcome.facts.name));
        SOAK_CHECK(build(staging, first));
        SOAK_CHECK(publish(staging));
        m_outcome.isWritten = true;
        return m_outcome;
    }

private:
    Result<Judgement> judgeRun(const fs::path& folder) const
    {
        SOAK_TRY(auto run, loadRun(folder, {.threads = kReadThreads}, m_stop, m_progress));
        const GateProfile profile =
            m_request.profile ? *m_request.profile : recordedProfileOf(*run).profile;
        return judge(std::move(run), profile);
    }

    // What was decided about another state of the run was not decided about this one.
    Result<std::optional<ReleaseDecision>> decisionAbout(const SoakRun& run) const
    {
        SOAK_TRY(const auto recorded, loadDecision(m_request.run, run));
        if (!recorded) {
            return std::optional<ReleaseDecision>();
        }
        if (!recorded->isOfThisState) {
            return Error{Errc::BadInput, "the run has changed since this was decided; decide again",
                         pathText(decisionPath(m_request.run, run))};
        }
        return std::optional(recorded->decision);
    }

    void take(const Judgement& judgement)
    {
        m_outcome.facts =
            factsOf(judgement, {.version = m_request.version, .zlibVersion = zlibVersionText()},
                    m_decision);
        m_outcome.verdict = judgement.verdict;
        m_outcome.soakedCommit = soakedCommit(*judgement.run);
        m_outcome.folder = m_request.out / m_outcome.facts.name;
        m_outcome.archive = m_request.out / (m_outcome.facts.name + std::string(kArchiveSuffix));
        m_outcome.isSigned = m_request.signingKey.has_value();
    }

    Status refuseExisting() const
    {
        for (const fs::path& path : {m_outcome.folder, m_outcome.archive}) {
            if (!m_request.force && isThere(path)) {
                return isThereAlready(path);
            }
        }
        return Done{};
    }

    // What is judged is what was copied: a run that is still written may have moved on.
    Status build(StagingFolder& staging, const Judgement& first)
    {
        const std::string root = m_outcome.facts.name;
        SOAK_TRY(PackedRun packed,
                 PackedRun::begin(root, m_outcome.facts.mtime, staging.path() / kPackedRunFile));
        SOAK_TRY(const BundleFiles runFiles,
                 copyRunFiles(m_plan, root, staging, m_stop, m_progress, &packed));
        SOAK_TRY(const Judgement judgement, isCopyOf(runFiles, *first.run)
                                                ? Result<Judgement>(first)
                                                : judgeRun(staging.path() / root / kRunFolder));
        if (bundleNameOf(*judgement.run) != root) {
            return Error{Errc::BadInput, "became another run while it was copied",
                         pathText(m_request.run)};
        }
        if (m_decision && m_decision->runState != runStateHash(*judgement.run)) {
            return Error{Errc::BadInput, "changed while it was copied; decide again",
                         pathText(m_request.run)};
        }
        take(judgement);
        if (!m_request.allowPartial && !m_outcome.facts.blockers.empty()) {
            return Error{Errc::BadInput,
                         "changed while it was copied: " + m_outcome.facts.blockers.front(),
                         pathText(m_request.run)};
        }
        RenderedBundle rendered = renderBundle(judgement, m_outcome.facts, runFiles);
        m_outcome.files = std::move(rendered.files);
        for (const ReportFile& document : rendered.documents) {
            SOAK_CHECK(staging.write(fs::path(root) / document.name, document.text));
            if (document.name == kAttestationFile) {
                SOAK_CHECK(sign(staging, document.text));
            }
        }
        SOAK_CHECK(add(staging, kChecksumsFile, renderChecksums(m_outcome.facts, m_outcome.files)));
        SOAK_CHECK(packed.finish());
        return pack(staging, packed);
    }

    Status sign(StagingFolder& staging, const std::string& attestation)
    {
        if (!m_request.signingKey) {
            return Done{};
        }
        SOAK_TRY(const std::string signature,
                 signText(attestation, *m_request.signingKey, staging.path(), m_stop));
        return add(staging, kSignatureFile, signature);
    }

    Status add(StagingFolder& staging, std::string_view path, const std::string& text)
    {
        SOAK_CHECK(staging.write(fs::path(m_outcome.facts.name) / path, text));
        m_outcome.files.push_back({std::string(path), text.size(), sha256(text)});
        sortFiles(m_outcome.files);
        return Done{};
    }

    Status pack(StagingFolder& staging, const PackedRun& packed)
    {
        const BundleFacts& facts = m_outcome.facts;
        const bool isSameTime = packed.mtime() == facts.mtime; // else the run was judged again
        SOAK_TRY(StagedFile archive, staging.createFile(facts.name + std::string(kArchiveSuffix)));
        Sha256Stream hash;
        const ByteSink sink = [&](std::string_view bytes) {
            hash.add(bytes);
            m_outcome.archiveBytes += bytes.size();
            return archive.write(bytes);
        };
        SOAK_CHECK(packBundle(staging.path() / facts.name,
                              {facts.name, facts.mtime, m_outcome.files}, sink, m_stop,
                              isSameTime ? &packed : nullptr));
        m_outcome.archiveSha256 = hash.finish();
        SOAK_CHECK(archive.finish());
        return staging.sync();
    }

    Status publish(const StagingFolder& staging) const
    {
        const fs::path folder = staging.path() / m_outcome.facts.name;
        const fs::path archive = staging.path() / m_outcome.archive.filename();
        if (m_request.force && isThere(m_outcome.folder)) {
            // The old one then lies in the staging folder, which is removed.
            SOAK_TRY(const Exchange exchanged, exchangePaths(folder, m_outcome.folder));
            static_cast<void>(exchanged);
        } else {
            SOAK_CHECK(moveInto(folder, m_outcome.folder));
        }
        if (!m_request.force) {
            SOAK_CHECK(moveInto(archive, m_outcome.archive));
        } else if (::rename(archive.c_str(), m_outcome.archive.c_str()) != 0) {
            return Error{Errc::NotWritable, "cannot rename: " + errnoText(errno),
                         pathText(m_outcome.archive)};
        }
        return syncFolder(m_request.out);
    }

    const BundleRequest& m_request;
    std::stop_token m_stop;
    const Progress& m_progress;
    BundleOutcome m_outcome;
    std::optional<ReleaseDecision> m_decision;
    std::vector<RunCopyEntry> m_plan;
};

} // namespace

Result<BundleFiles> bundleContents(const fs::path& folder, const SoakRun& run,
                                   const ContentsOptions& options)
{
    SOAK_TRY(const std::vector<RunCopyEntry> plan, runCopyPlan(folder, run));
    return contentsOf(plan, options);
}

Result<BundleOutcome> makeBundle(const BundleRequest& request, std::stop_token stop,
                                 const Progress& progress)
{
    return BundleMaker(request, std::move(stop), progress).make();
}

} // namespace soak
