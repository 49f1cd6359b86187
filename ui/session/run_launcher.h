// SPDX-License-Identifier: GPL-3.0-or-later
// Starts, stops and resumes `soak run`. The runner is a process of its own session: the window may
// fall and no iteration is lost. What it makes is watched like any other folder (RunWatch). GUI
// thread only.
#pragma once

#include "ui/session/run_options.h"
#include "ui/session/session.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace soak::ui
{

class RunLauncher final : public QObject
{
    Q_OBJECT

public:
    // `program` is `soak`, see soakProgram().
    RunLauncher(Session& session, QString program, QObject* parent = nullptr);

    // Asks the program for its options: optionsKnown(), or a problem of the session.
    void askOptions();

    [[nodiscard]] const std::vector<RunOption>& options() const { return m_options; }

    struct Wish {
        QStringList arguments; // of `soak run`, without --out
        QStringList command;   // of engine command
        fs::path folder;       // the run directory
    };

    // Errors: Environment (the program is not there or does not start).
    Status start(const Wish& wish);
    // Goes on with a run whose writer is gone; `command` again for engine command, which RUN.json
    // does not keep.
    Status resume(const fs::path& folder, const QStringList& command);
    // Asks the writer of the folder to end after what it writes (SIGINT); in a job.
    void stop(const fs::path& folder);

    [[nodiscard]] const QString& program() const { return m_program; }

    // A folder for a new run in `base`, named by the wall clock: RUN_<ms>.
    static fs::path newFolder(const fs::path& base);

Q_SIGNALS:
    void optionsKnown();
    void started(const QString& folder);

private:
    Status launch(const QStringList& arguments, const fs::path& folder);
    void look();

    struct Launch {
        fs::path folder;
        fs::path log;
        qint64 pid = 0;
        bool hasRunFile = false;
    };

    Session& m_session;
    QString m_program;
    std::vector<RunOption> m_options;
    std::vector<Launch> m_launches; // until their first file is there, or their end
    QTimer m_look;
    bool m_isLooking = false;
};

// `soak` beside this program, else the one on the PATH; "" when there is none.
QString soakProgram();

} // namespace soak::ui
