// SPDX-License-Identifier: GPL-3.0-or-later
// Watches the folders of the open runs and loads again what grew. Directories are watched, not
// files, whose watch an atomic replacement would end; a rescan is the net where the system tells
// nothing (limits, network file systems). GUI thread only; folders are looked at in jobs.
//
// A small run is looked at as soon as its folder changes, so that a point is painted a few
// milliseconds after its file was closed. A look that takes long is followed by a rest of ten times
// its length, so that a busy writer of a long run does not keep us busy too.
#pragma once

#include "ui/session/session.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>

namespace soak::ui
{

class RunWatch final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        std::chrono::milliseconds settle{300}; // the longest rest after a look
        std::chrono::milliseconds rescan{5'000};
    };

    RunWatch(Session& session, Options options, QObject* parent = nullptr);

    // Looks now (F5): every open run, finished or not.
    void rescan();

    [[nodiscard]] bool isWatching() const { return !m_watcher.directories().isEmpty(); }

Q_SIGNALS:
    void stateChanged();

private:
    struct Stamp {
        bool exists = false;
        qint64 changedNs = 0;      // mtime of the folder
        std::size_t summaries = 0; // iteration files in it
        RunActivity activity = RunActivity::Finished;
        bool hasEnd = false;
        bool isBeingWritten = false; // a file that has not its name yet
        bool operator==(const Stamp&) const = default;
    };

    static Stamp stampOf(const fs::path& folder);
    void follow(const QString& identity);
    void watchNext();
    void sign(); // something may have changed
    void look();
    void endIfDone();
    void judge(const QString& identity, const Stamp& now);

    Session& m_session;
    std::chrono::milliseconds m_longestRest;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QTimer m_rescan;
    QHash<QString, Stamp> m_stamps;
    QStringList m_toWatch;     // folders of runs that were opened just now
    QSet<int> m_reloads;       // jobs of this look
    QElapsedTimer m_begun;     // this look
    QElapsedTimer m_ended;     // the last one
    qint64 m_restMs = 0;       // after it
    bool m_isStamping = false; // its first job runs
    bool m_isLooking = false;
    bool m_isAsked = false; // to look again when the job has ended
};

} // namespace soak::ui
