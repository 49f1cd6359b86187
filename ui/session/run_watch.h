// SPDX-License-Identifier: GPL-3.0-or-later
// Watches the folders of the open runs and loads again what grew. Directories are watched, not
// files, whose watch an atomic replacement would end; a rescan is the net where the system tells
// nothing (limits, network file systems). GUI thread only; folders are looked at in jobs.
#pragma once

#include "ui/session/session.h"

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
        std::chrono::milliseconds settle{300}; // after the last sign of a change
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
        bool operator==(const Stamp&) const = default;
    };

    static Stamp stampOf(const fs::path& folder);
    void follow(const QString& identity);
    void look();
    void judge(const QString& identity, const Stamp& now);

    Session& m_session;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QTimer m_rescan;
    QHash<QString, Stamp> m_stamps;
    bool m_isLooking = false;
    bool m_isAsked = false; // to look again when the job has ended
};

} // namespace soak::ui
