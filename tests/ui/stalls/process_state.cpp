// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stalls/process_state.h"

#include <QDir>
#include <QFile>
#include <malloc.h>

#include <ctime>

namespace soak::ui
{
namespace
{

std::size_t entriesOf(const QString& folder)
{
    return static_cast<std::size_t>(
        QDir(folder).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

} // namespace

ProcessState processState()
{
    ProcessState state;
    state.threads = entriesOf(QStringLiteral("/proc/self/task"));
    state.files = entriesOf(QStringLiteral("/proc/self/fd"));
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:")) {
                state.residentKb = line.simplified().split(' ').at(1).toULong();
            }
        }
    }
    const struct mallinfo2 heap = mallinfo2();
    state.heapKb = (heap.uordblks + heap.hblkhd) / 1024;
    return state;
}

double processCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace soak::ui
