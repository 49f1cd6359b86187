// SPDX-License-Identifier: GPL-3.0-or-later
// A bot for the engine `command` that waits for a file in each iteration, so that a test says how
// far a run is. From iteration 6 on it loses money, late.
#pragma once

#include <QString>

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

    [[nodiscard]] QString command() const; // as typed on a command line
    void let(int iteration) const;         // this iteration may end
    void letAll(int iterations) const;

private:
    const TempDir& m_home;
};

// The names and bytes of everything in `folder`, to compare two.
QString contentOf(const QString& folder);
int summariesIn(const QString& folder);
bool hasLock(const QString& folder);
bool isEnded(const QString& folder);    // RUN_END.json is there
qint64 writerOf(const QString& folder); // process id; 0 = nobody

} // namespace soak::ui
