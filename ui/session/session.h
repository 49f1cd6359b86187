// SPDX-License-Identifier: GPL-3.0-or-later
// What is open: runs as loaded and judged, the base folders they lie in, and what went wrong on the
// way. Loading and judging is done by Jobs. GUI thread only.
#pragma once

#include "core/analysis/judgement.h"
#include "core/base/file.h"
#include "core/base/result.h"
#include "core/model/soak_run.h"
#include "ui/session/jobs.h"
#include "ui/session/turns.h"
#include "ui/session/workspace.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace soak::ui
{

// Where a run stands, as far as its folder shows it.
enum class RunActivity {
    Finished,   // RUN_END.json is there, or it is foreign
    Running,    // its writer lives
    Stalled,    // the writer lives, no file for three median intervals
    WriterDead, // no RUN_END.json, no writer
    Vanished,   // its folder is gone
    Replaced,   // the folder holds another run now; this one stays in memory
};

struct OpenRun {
    QString identity; // SoakRun::identity
    fs::path folder;
    std::shared_ptr<const SoakRun> run;
    std::shared_ptr<const Judgement> judgement; // by the profile recorded with it, or a what-if
    RunActivity activity = RunActivity::Finished;
    std::optional<qint64> lastFileMs = std::nullopt; // when its newest iteration file was written
    QString bundle = {}; // name of the bundle that it lies in, and that stays as it is; "" = none
};

// Whether its judgement is a what-if: by other thresholds than those recorded with it.
bool isWhatIf(const OpenRun& run);

// A refusal of the world to be shown under Problems.
struct Problem {
    QString title; // in the person's language: what was tried
    Error error;
};

class Session final : public QObject
{
    Q_OBJECT

public:
    explicit Session(Jobs& jobs, QObject* parent = nullptr);
    ~Session() override;

    // A run folder, a base, or a file in one. Loads and judges in a job; then opened(identity), or
    // a problem. Opening a run that is open loads it again, and says changed(identity).
    void open(const fs::path& path);
    // Looks at its folder again: what is new is read, what is not is kept.
    // Returns the id of the job; 0 = it is not open.
    int reload(const QString& identity);
    void close(const QString& identity);

    [[nodiscard]] const OpenRun* find(const QString& identity) const; // nullptr = not open

    [[nodiscard]] const std::vector<OpenRun>& runs() const { return m_runs; }

    [[nodiscard]] const std::vector<Problem>& problems() const { return m_problems; }

    void addProblem(Problem problem); // an equal one is there once
    void dismissProblem(std::size_t index);

    Jobs& jobs() { return m_jobs; }

    Turns& turns() { return m_turns; } // of the views that show the runs

    // Names, colours and notes of runs, and the history of edits.
    Workspace& workspace() { return m_workspace; }

    [[nodiscard]] const Workspace& workspace() const { return m_workspace; }

    // What to call a run: its alias, else its id, else the name of its folder. A run that is not
    // open has its alias or nothing.
    [[nodiscard]] QString nameOf(const QString& identity) const;

    // The slot for runColour() and dashOf(), the same every day: the one chosen by the person, else
    // that of the identity's hash, else the next one free among the open runs. Never 0, the ink of
    // the baseline (ViewContext::colourSlot knows which run that is).
    [[nodiscard]] std::size_t colourSlot(const QString& identity) const;

    // A what-if, which can be undone: another threshold of a gate, for this run and this window
    // alone. The run is judged again in a job; then changed(identity).
    void changeThreshold(const QString& identity, const std::string& gate, double threshold);
    // The profile that the run is to be judged by.
    [[nodiscard]] GateProfile profileOf(const OpenRun& run) const;
    // Where the what-if of the run was saved as it is now; empty: nowhere.
    [[nodiscard]] fs::path savedProfileOf(const OpenRun& run) const;
    void saveProfile(const QString& identity, const fs::path& file); // in a job

    // The runs that writers write just now. Folders are looked at by RunWatch.
    void setActivity(const QString& identity, RunActivity activity);

Q_SIGNALS:
    void opening(const QString& path);
    // What was asked for lies in that folder; `opened` or `changed` follows.
    void folderFound(const QString& asked, const QString& folder);
    void opened(const QString& identity);
    void changed(const QString& identity); // a longer or newer value, or another activity
    void closed(const QString& identity);
    void problemsChanged();
    void profileSaved(const QString& file);

private:
    struct Followed;
    struct Loaded;

    using WhatIfs = std::map<QString, GateProfile>; // by identity

    static Result<Loaded> look(const fs::path& path, std::shared_ptr<Followed> followed,
                               const WhatIfs& whatIfs, const std::stop_token& stop,
                               const Progress& progress);
    int load(const fs::path& path, std::shared_ptr<Followed> followed);
    void take(const QString& asked, Loaded loaded);
    void accept(OpenRun loaded);
    void takeColour(const QString& identity);
    void setWhatIf(const QString& identity, const GateProfile& profile);
    void judgeAgain(const OpenRun& run);

    Jobs& m_jobs;
    Turns m_turns;
    Workspace m_workspace;
    WhatIfs m_whatIfs;
    std::map<QString, std::pair<fs::path, GateProfile>> m_savedProfiles;
    QHash<QString, std::size_t> m_colours;
    std::map<fs::path, std::shared_ptr<Followed>> m_followed; // by the folder of open runs
    std::vector<OpenRun> m_runs;
    std::vector<Problem> m_problems;
};

} // namespace soak::ui
