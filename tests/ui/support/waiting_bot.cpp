// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/waiting_bot.h"

#include "core/base/file.h"
#include "core/base/lock_file.h"
#include "core/base/process.h"
#include "core/io/artifacts.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/person.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

namespace soak::ui
{
namespace
{

fs::path pathOf(const QString& path)
{
    return fs::path(path.toStdString());
}

QHash<QString, QByteArray> filesOf(const QString& folder)
{
    QHash<QString, QByteArray> files;
    QDirIterator every(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (every.hasNext()) {
        QFile file(every.next());
        const bool isOpen = file.open(QIODevice::ReadOnly);
        EXPECT_TRUE(isOpen) << file.fileName().toStdString();
        files.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    EXPECT_FALSE(files.isEmpty()) << folder.toStdString();
    return files;
}

} // namespace

WaitingBot::WaitingBot(const TempDir& home) : m_home(home)
{
    const std::string folder = home.path().string();
    home.write("bot.sh",
               "while [ ! -e " + folder +
                   "/go_$SOAK_ITERATION ]; do\n"
                   "sleep 0.02\n"
                   "[ -e " +
                   folder +
                   "/bot.sh ] || exit 1\n" // the home is gone, and the test with it
                   "done\n"
                   "p95=300 net=3.0\n"
                   "[ \"$SOAK_ITERATION\" -ge 6 ] && p95=900 net=-90\n"
                   "echo \"{\\\"elapsed_ms\\\": 1000, \\\"totals\\\": {\\\"net_bps\\\": $net, "
                   "\\\"risk_ratio\\\": 0.3, \\\"p95_latency_ms\\\": $p95, "
                   "\\\"maker_fills\\\": 9, \\\"taker_fills\\\": 1}}\" > "
                   "\"$SOAK_OUTPUT_DIR/EDGE_REPORT.json\"\n");
    qputenv("SOAK_SLEEP_SECONDS", "0"); // between iterations
}

WaitingBot::~WaitingBot()
{
    QDirIterator locks(QString::fromStdString(m_home.path().string()),
                       {QString::fromUtf8(kLockFile)}, QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (locks.hasNext()) {
        const auto writer = static_cast<pid_t>(lockHolder(pathOf(locks.next())).value_or(0));
        if (writer <= 0 || writer == ::getpid()) {
            continue;
        }
        ::kill(writer, SIGINT);
        if (!until([&] { return !isProcessAlive(writer); })) {
            ::kill(writer, SIGKILL);
            ADD_FAILURE() << "the writer " << writer << " does not end when it is asked to";
        }
    }
}

StartOfRuns::StartOfRuns(const char* seconds)
{
    qputenv("SOURCE_DATE_EPOCH", seconds);
}

StartOfRuns::~StartOfRuns()
{
    qunsetenv("SOURCE_DATE_EPOCH");
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

QStringList differingFiles(const QString& a, const QString& b)
{
    const QHash<QString, QByteArray> left = filesOf(a);
    const QHash<QString, QByteArray> right = filesOf(b);
    QStringList names;
    for (const QString& name : left.keys() + right.keys()) {
        const bool isAlike =
            left.contains(name) && right.contains(name) && left[name] == right[name];
        if (!isAlike && !names.contains(name)) {
            names << name;
        }
    }
    names.sort();
    return names;
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

bool isWriterAlive(qint64 pid)
{
    return isProcessAlive(static_cast<pid_t>(pid));
}

} // namespace soak::ui
