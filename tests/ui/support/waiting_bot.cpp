// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/waiting_bot.h"

#include "core/base/file.h"
#include "core/base/lock_file.h"
#include "core/io/artifacts.h"
#include "tests/support/temp_dir.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace soak::ui
{
namespace
{

fs::path pathOf(const QString& path)
{
    return fs::path(path.toStdString());
}

} // namespace

WaitingBot::WaitingBot(const TempDir& home) : m_home(home)
{
    home.write("bot.sh", "while [ ! -e " + home.path().string() +
                             "/go_$SOAK_ITERATION ]; do sleep 0.02; done\n"
                             "p95=300 net=3.0\n"
                             "[ \"$SOAK_ITERATION\" -ge 6 ] && p95=900 net=-90\n"
                             "echo \"{\\\"totals\\\": {\\\"net_bps\\\": $net, "
                             "\\\"risk_ratio\\\": 0.3, \\\"p95_latency_ms\\\": $p95, "
                             "\\\"maker_fills\\\": 9, \\\"taker_fills\\\": 1}}\" > "
                             "\"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\"\n");
    qputenv("SOAK_SLEEP_SECONDS", "0"); // between iterations
}

QString WaitingBot::command() const
{
    return QStringLiteral("/bin/sh ") + QString::fromStdString((m_home / "bot.sh").string());
}

void WaitingBot::let(int iteration) const
{
    m_home.write("go_" + std::to_string(iteration), "go");
}

void WaitingBot::letAll(int iterations) const
{
    for (int iteration = 1; iteration <= iterations; ++iteration) {
        let(iteration);
    }
}

QString contentOf(const QString& folder)
{
    QStringList files;
    QDirIterator every(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (every.hasNext()) {
        QFile file(every.next());
        if (file.open(QIODevice::ReadOnly)) {
            files << QDir(folder).relativeFilePath(file.fileName()) + QLatin1Char('\n') +
                         QString::fromUtf8(file.readAll());
        }
    }
    files.sort();
    return files.join(QLatin1Char('\n'));
}

int summariesIn(const QString& folder)
{
    return static_cast<int>(
        QDir(folder).entryList({QStringLiteral("ITER_SUMMARY_*.json")}, QDir::Files).size());
}

bool hasLock(const QString& folder)
{
    return fs::exists(pathOf(folder) / kLockFile);
}

bool isEnded(const QString& folder)
{
    return fs::exists(pathOf(folder) / kRunEndFile);
}

qint64 writerOf(const QString& folder)
{
    return lockHolder(pathOf(folder) / kLockFile).value_or(0);
}

} // namespace soak::ui
