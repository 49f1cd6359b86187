// SPDX-License-Identifier: GPL-3.0-or-later
// The release of the primary run as it is being made: what is known, what is wished for, and the
// jobs that do it. Views come and go (with the language); this stays, and keeps a draft on disk.
// GUI thread only.
#pragma once

#include "core/release/release_draft.h"
#include "core/release/release_steps.h"
#include "ui/session/view_context.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace soak::ui
{

class ReleaseDesk final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        fs::path drafts = {};         // folder of the drafts; empty: none are kept
        fs::path scratch = {};        // for private folders
        const Clock* clock = nullptr; // nullptr = that of the system
    };

    ReleaseDesk(const ViewContext& context, Options options, QObject* parent = nullptr);
    ~ReleaseDesk() override; // a draft that is not on disk yet is written

    // Takes up the primary run, or looks at it again where it has changed.
    void follow();

    [[nodiscard]] bool hasRun() const { return m_run != nullptr; }

    [[nodiscard]] const std::shared_ptr<const SoakRun>& run() const { return m_run; }

    [[nodiscard]] const ReleaseProgress& progress() const { return m_progress; }

    [[nodiscard]] const ReleaseOutlook& outlook() const { return m_outlook; }

    [[nodiscard]] ReleaseStep step() const { return m_step; }

    [[nodiscard]] const DecisionWish& wish() const { return m_wish; }

    [[nodiscard]] const std::optional<RecordedDecision>& decision() const { return m_decision; }

    [[nodiscard]] const std::optional<Preflight>& preflight() const { return m_preflight; }

    [[nodiscard]] const std::optional<BundleOutcome>& built() const { return m_built; }

    [[nodiscard]] const std::optional<KeyFacts>& key() const { return m_key; }

    // All files of the bundle: of the built one with sizes; empty: not listed yet.
    [[nodiscard]] const BundleFiles& files() const { return m_built ? m_built->files : m_files; }

    // What went wrong, or what the person should know; "" = nothing.
    [[nodiscard]] const QString& trouble() const { return m_trouble; }

    [[nodiscard]] bool isRunChanged() const { return m_isRunChanged; }

    // Whether the run lies in a bundle, beside which no decision is written.
    [[nodiscard]] bool isOfBundle() const;

    // 0: nothing is being done.
    [[nodiscard]] int job() const { return m_job; }

    void goTo(ReleaseStep step); // as far as the steps before it are done
    void edit(const std::function<void(ReleasePlan&)>& change);
    void setWish(const DecisionWish& wish);
    void setAuthor(const QString& author); // of decisions, until somebody types another
    void decide();
    void lookAhead(); // the dry run
    void build();
    void sign(); // builds it again with a signature, then verifies
    void verify();
    void tag(bool isDryRun);
    void stop();
    void startOver();

Q_SIGNALS:
    void changed();

private:
    struct Looked;

    void take(Looked looked);
    void takeUp(const OpenRun& open, bool wantsDraft);
    void takeDraft(const ReleaseDraft& draft, const std::string& state);
    void lookAt(bool wantsDraft);
    void lookAtKey();
    void forget();
    void letGo();
    void undoBuild();
    void backToEvidence();
    void tell(); // recomputes and says so; the draft is written soon
    void fail(const Error& error);
    [[nodiscard]] ReleaseDraft draft() const;
    [[nodiscard]] bool isBegun() const;
    void keepDraft();

    template <typename Work, typename Then>
    void work(const QString& title, Work work, Then then);

    ViewContext m_context;
    Options m_options;
    SystemClock m_systemClock;
    std::shared_ptr<const SoakRun> m_run;
    fs::path m_folder;
    QString m_identity;
    std::string m_state; // runStateHash when it was last looked at; "" = not yet
    ReleaseProgress m_progress;
    ReleaseOutlook m_outlook;
    ReleaseStep m_step = ReleaseStep::Evidence;
    DecisionWish m_wish{ReleaseChoice::Ship, {}, {}};
    std::string m_author;
    std::optional<RecordedDecision> m_decision;
    std::optional<Preflight> m_preflight;
    std::optional<BundleOutcome> m_built;
    std::optional<KeyFacts> m_key;
    BundleFiles m_files;
    QString m_trouble;
    bool m_isRunChanged = false;
    bool m_isDraftDue = false;
    int m_job = 0;
    int m_look = 0; // number of the newest look
    QTimer m_keep;
};

} // namespace soak::ui
