// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/release_desk.h"

#include "core/analysis/recorded_profile.h"
#include "core/release/bundle_facts.h"
#include "core/release/git_tool.h"
#include "ui/session/freed_elsewhere.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"

#include <chrono>
#include <filesystem>

namespace soak::ui
{
namespace
{

constexpr std::chrono::milliseconds kKeepAfter{300};

fs::path temporaryFolder()
{
    std::error_code error;
    const fs::path folder = fs::temp_directory_path(error);
    return error ? fs::path("/tmp") : folder;
}

} // namespace

// What a job sees of a run.
struct ReleaseDesk::Looked {
    std::string state;
    std::vector<EvidenceRow> evidence;
    std::optional<RecordedDecision> decision;
    std::optional<ReleaseDraft> draft;
    BundleFiles files; // that a bundle would have
    QString trouble;   // the decision or the repository cannot be read
};

ReleaseDesk::ReleaseDesk(const ViewContext& context, Options options, QObject* parent)
    : QObject(parent), m_context(context), m_options(std::move(options))
{
    if (m_options.scratch.empty()) {
        m_options.scratch = temporaryFolder();
    }
    if (m_options.clock == nullptr) {
        m_options.clock = &m_systemClock;
    }
    m_keep.setSingleShot(true);
    m_keep.setInterval(kKeepAfter);
    connect(&m_keep, &QTimer::timeout, this, &ReleaseDesk::keepDraft);
    connect(&context.session, &Session::closed, this, [this](const QString& identity) {
        if (identity == m_identity) {
            letGo();
        }
    });
}

// The program ends: nobody waits for this.
ReleaseDesk::~ReleaseDesk()
{
    if (m_isDraftDue && !m_options.drafts.empty() && isBegun()) {
        static_cast<void>(saveDraft(m_options.drafts, draft()));
    }
}

void ReleaseDesk::follow()
{
    const OpenRun* open = m_context.primary();
    if (open == nullptr) {
        letGo();
        return;
    }
    if (open->run == m_run) {
        return;
    }
    const bool isOther = open->identity != m_identity;
    if (isOther) {
        keepDraft();
        forget();
    }
    takeUp(*open, isOther);
}

// A closed run is kept by nobody.
void ReleaseDesk::letGo()
{
    if (m_run != nullptr) {
        keepDraft();
        forget();
        Q_EMIT changed();
    }
}

void ReleaseDesk::takeUp(const OpenRun& open, bool wantsDraft)
{
    m_run = open.run;
    m_folder = open.folder;
    m_identity = open.identity;
    m_progress.plan.run = m_folder;
    lookAt(wantsDraft);
}

bool ReleaseDesk::isOfBundle() const
{
    const OpenRun* open = m_context.primary();
    return open != nullptr && !open->bundle.isEmpty();
}

void ReleaseDesk::forget()
{
    stop();
    m_run.reset();
    m_identity.clear();
    m_state.clear();
    m_progress = {};
    freeElsewhere(m_outlook);
    m_step = ReleaseStep::Evidence;
    m_wish = {ReleaseChoice::Ship, m_author, {}};
    m_decision.reset();
    m_preflight.reset();
    freeElsewhere(m_built);
    m_key.reset();
    freeElsewhere(m_files); // of a long run, a hundred thousand
    m_trouble.clear();
    m_isRunChanged = false;
    m_isDraftDue = false;
    ++m_look;
}

// A what-if of the window is no evidence: the run is judged by what was recorded with it.
void ReleaseDesk::lookAt(bool wantsDraft)
{
    const OpenRun* open = m_context.primary();
    if (open == nullptr) {
        return;
    }
    const auto judgement = isWhatIf(*open) ? nullptr : open->judgement;
    const int number = ++m_look;
    m_context.session.jobs().run(
        tr("Evidence for a release"),
        [run = m_run, folder = m_folder, judgement, wantsDraft, drafts = m_options.drafts,
         scratch = m_options.scratch,
         repository = m_progress.plan.repository](const std::stop_token& stop, const Progress&) {
            Looked looked;
            looked.state = runStateHash(*run);
            if (wantsDraft && !drafts.empty()) {
                looked.draft = loadDraft(drafts, run->identity());
            }
            EvidenceSources sources;
            if (auto decision = loadDecision(folder, *run)) {
                sources.decision = *decision;
                looked.decision = std::move(*decision);
            } else {
                looked.trouble = toQString(describe(decision.error()));
            }
            if (auto files = bundleContents(folder, *run, {false, looked.decision.has_value()})) {
                looked.files = std::move(*files);
            } else {
                looked.trouble = coreText(describe(files.error()));
            }
            const auto where = looked.draft ? looked.draft->plan.repository : repository;
            if (where) {
                if (auto head = headCommit(*where, scratch, stop)) {
                    sources.head = std::move(*head);
                } else {
                    looked.trouble = coreText(describe(head.error()));
                }
            }
            looked.evidence =
                judgement != nullptr
                    ? evidenceOf(*judgement, sources)
                    : evidenceOf(judge(run, recordedProfileOf(*run).profile), sources);
            return looked;
        },
        this,
        [this, number](Looked looked) {
            if (number == m_look) {
                take(std::move(looked));
            }
        });
    Q_EMIT changed();
}

void ReleaseDesk::take(Looked looked)
{
    const bool isAnother = !m_state.empty() && looked.state != m_state;
    if (looked.draft) {
        takeDraft(*looked.draft, looked.state);
    } else if (isAnother && isBegun()) {
        backToEvidence();
    }
    m_state = std::move(looked.state);
    m_progress.evidence = std::move(looked.evidence);
    m_decision = std::move(looked.decision);
    m_progress.decision = m_decision && m_decision->isOfThisState
                              ? std::optional(m_decision->decision.choice)
                              : std::nullopt;
    m_files = std::move(looked.files);
    m_trouble = looked.trouble;
    tell();
    if (m_step > furthestStep(m_outlook)) { // what was decided may be taken back
        m_step = furthestStep(m_outlook);
        Q_EMIT changed();
    }
    if (m_progress.plan.signingKey && !m_key) {
        lookAtKey();
    }
}

// What was built in another window is not known to be what is there now: the draft goes on before
// it.
void ReleaseDesk::takeDraft(const ReleaseDraft& draft, const std::string& state)
{
    m_progress.plan = draft.plan;
    m_progress.plan.run = m_folder;
    m_wish = draft.decision;
    m_step = std::min(draft.step, ReleaseStep::DryRun);
    if (draft.runState != state) {
        backToEvidence();
    } else if (m_step == ReleaseStep::DryRun) {
        QTimer::singleShot(0, this, &ReleaseDesk::lookAhead);
    }
}

void ReleaseDesk::backToEvidence()
{
    undoBuild();
    m_step = ReleaseStep::Evidence;
    m_isRunChanged = true;
}

void ReleaseDesk::undoBuild()
{
    m_preflight.reset();
    m_built.reset();
    m_progress.dryRun.reset();
    m_progress.isBuilt = false;
    m_progress.isSigned = false;
    m_progress.verification.reset();
    m_progress.tag.reset();
}

void ReleaseDesk::goTo(ReleaseStep step)
{
    const ReleaseStep wanted = std::min(step, furthestStep(m_outlook));
    if (wanted == m_step) {
        return;
    }
    m_isRunChanged = m_isRunChanged && wanted == ReleaseStep::Evidence;
    m_step = wanted;
    m_trouble.clear();
    tell();
    if (m_step == ReleaseStep::DryRun && !m_progress.isBuilt) {
        lookAhead();
    }
}

void ReleaseDesk::edit(const std::function<void(ReleasePlan&)>& change)
{
    ReleasePlan plan = m_progress.plan;
    change(plan);
    if (plan == m_progress.plan) {
        return;
    }
    std::swap(plan, m_progress.plan);
    const ReleasePlan& now = m_progress.plan;
    if (now.version != plan.version || now.out != plan.out || now.isPartial != plan.isPartial ||
        now.replaces != plan.replaces) {
        undoBuild();
    }
    if (now.signingKey != plan.signingKey || now.isUnsigned != plan.isUnsigned) {
        m_progress.isSigned = false;
        m_progress.verification.reset();
    }
    if (now.allowedSigners != plan.allowedSigners) {
        m_progress.verification.reset();
    }
    m_progress.tag.reset();
    if (!m_progress.isBuilt) {
        m_progress.dryRun.reset();
    }
    tell();
    if (now.repository != plan.repository) {
        lookAt(false);
    }
    if (now.signingKey != plan.signingKey) {
        m_key.reset();
        lookAtKey();
    }
}

void ReleaseDesk::setWish(const DecisionWish& wish)
{
    if (m_wish.choice == wish.choice && m_wish.by == wish.by && m_wish.why == wish.why) {
        return;
    }
    m_wish = wish;
    tell();
}

void ReleaseDesk::setAuthor(const QString& author)
{
    m_author = author.toStdString();
    if (m_wish.by.empty()) {
        m_wish.by = m_author;
    }
}

void ReleaseDesk::stop()
{
    if (m_job != 0) {
        m_context.session.jobs().stop(m_job);
    }
}

void ReleaseDesk::startOver()
{
    if (!m_options.drafts.empty() && m_run != nullptr) {
        m_context.session.jobs().run(
            tr("Forget the draft of the release"),
            [folder = m_options.drafts, identity = m_run->identity()](
                const std::stop_token&, const Progress&) { return dropDraft(folder, identity); },
            this, [](const Status&) {});
    }
    m_keep.stop();
    forget();
    // Without the draft, which a job may not have removed yet.
    if (const OpenRun* open = m_context.primary()) {
        takeUp(*open, false);
    }
}

void ReleaseDesk::tell()
{
    m_outlook = outlookOf(m_progress);
    m_isDraftDue = true;
    m_keep.start();
    Q_EMIT changed();
}

void ReleaseDesk::fail(const Error& error)
{
    m_trouble = error.code == Errc::Cancelled ? tr("Stopped.") : coreText(describe(error));
    tell();
}

bool ReleaseDesk::isBegun() const
{
    const ReleasePlan& plan = m_progress.plan;
    return m_run != nullptr && !m_state.empty() &&
           (m_step != ReleaseStep::Evidence || !plan.version.empty() || !plan.out.empty() ||
            plan.repository || plan.isPartial || !m_wish.why.empty());
}

ReleaseDraft ReleaseDesk::draft() const
{
    return {m_run->identity(), m_state, m_step, m_progress.plan, m_wish};
}

void ReleaseDesk::keepDraft()
{
    m_keep.stop();
    if (!m_isDraftDue || m_options.drafts.empty() || !isBegun()) {
        return;
    }
    m_isDraftDue = false;
    m_context.session.jobs().run(
        tr("Keep the draft of the release"),
        [folder = m_options.drafts, draft = draft()](const std::stop_token&, const Progress&) {
            return saveDraft(folder, draft);
        },
        this,
        [this](const Status& status) {
            if (!status) {
                m_context.session.addProblem(
                    {tr("Cannot keep the draft of the release"), status.error()});
            }
        });
}

} // namespace soak::ui
