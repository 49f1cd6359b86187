// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk of a release does in jobs.
#include "core/release/verify_bundle.h"
#include "ui/release/release_desk.h"
#include "ui/theme/numbers.h"

namespace soak::ui
{

// One at a time; its result is for the run that it was begun for.
template <typename Work, typename Then>
void ReleaseDesk::work(const QString& title, Work work, Then then)
{
    if (m_job != 0 || m_run == nullptr) {
        return;
    }
    m_trouble.clear();
    m_job = m_context.session.jobs().run(
        title, std::move(work), this,
        [this, identity = m_identity, then = std::move(then)](auto result) {
            m_job = 0;
            if (identity != m_identity) {
                Q_EMIT changed();
            } else if (result) {
                then(std::move(*result));
                tell();
            } else {
                fail(result.error());
            }
        });
    Q_EMIT changed();
}

void ReleaseDesk::decide()
{
    work(
        tr("Record the decision"),
        [folder = m_folder, run = m_run, wish = m_wish,
         clock = m_options.clock](const std::stop_token&, const Progress&) {
            return recordDecision(folder, *run, wish, *clock);
        },
        [this](ReleaseDecision decision) {
            m_decision = RecordedDecision{std::move(decision), true};
            m_progress.decision = m_decision->decision.choice;
            undoBuild();
            lookAt(false);
        });
}

void ReleaseDesk::lookAhead()
{
    work(
        tr("Dry run of the release"),
        [plan = m_progress.plan, scratch = m_options.scratch](const std::stop_token& stop,
                                                              const Progress& progress) {
            return soak::preflight(plan, scratch, stop, progress);
        },
        [this](Preflight result) {
            m_progress.dryRun = result.problems;
            m_preflight = std::move(result);
        });
}

void ReleaseDesk::build()
{
    BundleRequest request = bundleRequestOf(m_progress.plan);
    request.signingKey.reset(); // a step of its own
    work(
        tr("Build the bundle"),
        [request](const std::stop_token& stop, const Progress& progress) {
            return makeBundle(request, stop, progress);
        },
        [this](BundleOutcome outcome) {
            m_progress.isBuilt = outcome.isWritten;
            m_progress.isSigned = false;
            m_built = std::move(outcome);
        });
}

// The same run gives the same bytes: what is built again is what was built, with its signature.
void ReleaseDesk::sign()
{
    BundleRequest request = bundleRequestOf(m_progress.plan);
    request.force = true; // it replaces the one that this desk has built
    work(
        tr("Sign the bundle"),
        [request](const std::stop_token& stop, const Progress& progress) {
            return makeBundle(request, stop, progress);
        },
        [this](BundleOutcome outcome) {
            m_progress.isSigned = outcome.isWritten && outcome.isSigned;
            m_built = std::move(outcome);
            verify();
        });
}

void ReleaseDesk::verify()
{
    if (!m_built) {
        return;
    }
    VerifyBundleOptions options;
    options.allowedSigners = m_progress.plan.allowedSigners;
    options.scratch = m_options.scratch;
    work(
        tr("Verify the bundle from disk"),
        [archive = m_built->archive, options](const std::stop_token& stop,
                                              const Progress& progress) {
            return verifyBundle(archive, options, stop, progress);
        },
        [this](BundleVerification verification) {
            m_progress.verification = std::move(verification);
        });
}

void ReleaseDesk::tag(bool isDryRun)
{
    if (!m_built || !m_progress.verification) {
        return;
    }
    TagRequest request = tagRequestOf(m_progress.plan, m_built->archive, m_options.scratch);
    request.dryRun = isDryRun;
    work(
        isDryRun ? tr("Dry run of the tag") : tr("Create the tag"),
        [request, verification = *m_progress.verification](const std::stop_token& stop,
                                                           const Progress&) {
            return makeTag(request, verification, verification.soakedCommit, stop);
        },
        [this](TagOutcome outcome) { m_progress.tag = std::move(outcome); });
}

void ReleaseDesk::lookAtKey()
{
    if (!m_progress.plan.signingKey) {
        return;
    }
    m_context.session.jobs().run(
        tr("Look at the key"),
        [key = *m_progress.plan.signingKey, scratch = m_options.scratch](
            const std::stop_token& stop, const Progress&) { return keyFacts(key, scratch, stop); },
        this,
        [this, key = m_progress.plan.signingKey](Result<KeyFacts> facts) {
            if (key != m_progress.plan.signingKey) {
                return; // another one by now
            }
            if (facts) {
                m_key = std::move(*facts);
                Q_EMIT changed();
            } else {
                fail(facts.error());
            }
        });
}

} // namespace soak::ui
