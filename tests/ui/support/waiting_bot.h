// SPDX-License-Identifier: GPL-3.0-or-later
// A bot for the engine `command` that waits for a file in each iteration, so that a test says how
// far a run is. From iteration 6 on it loses money, late.
#pragma once

#include <QString>
#include <QStringList>

namespace soak
{
class TempDir;
}

namespace soak::ui
{

class WaitingBot final
{
public:
    // Its files lie in `home`, which outlives it.
    explicit WaitingBot(const TempDir& home);
    // Ends every writer of a run in the home, so that a failed test leaves none.
    ~WaitingBot();
    WaitingBot(const WaitingBot&) = delete;
    WaitingBot& operator=(const WaitingBot&) = delete;

    [[nodiscard]] QString command() const; // as typed on a command line
    void let(int iteration) const;         // this iteration may end
    void letAll(int iterations) const;

private:
    const TempDir& m_home;
};

// When the runs that are started meanwhile begin, in seconds since 1970.
class StartOfRuns final
{
public:
    explicit StartOfRuns(const char* seconds);
    ~StartOfRuns();
    StartOfRuns(const StartOfRuns&) = delete;
    StartOfRuns& operator=(const StartOfRuns&) = delete;
};

// What two folders do not have alike: the names of files that only one has, or of other bytes.
QStringList differingFiles(const QString& a, const QString& b);
int summariesIn(const QString& folder);
bool hasLock(const QString& folder);
bool isEnded(const QString& folder);    // RUN_END.json is there
qint64 writerOf(const QString& folder); // process id; 0 = nobody
bool isWriterAlive(qint64 pid);         // a zombie is not

} // namespace soak::ui
