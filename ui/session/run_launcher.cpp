// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_launcher.h"

#include "core/base/clock.h"
#include "core/base/lock_file.h"
#include "core/base/process.h"
#include "core/io/artifacts.h"
#include "ui/session/qt_path.h"
#include "ui/theme/numbers.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace soak::ui
{
namespace
{

constexpr int kLookEveryMs = 200;
constexpr int kOptionsTimeMs = 10'000;

// Where the words of a runner go that has not made its folder yet.
fs::path logOf(const fs::path& folder)
{
    return folder.parent_path() / ("." + folder.filename().string() + ".log");
}

Status interruptWriter(const fs::path& folder)
{
    const std::optional<pid_t> pid = lockHolder(folder / kLockFile);
    if (!pid) {
        return Error{Errc::NotFound, "nobody writes this run now", pathText(folder)};
    }
    if (::kill(*pid, SIGINT) != 0) {
        return Error{Errc::Environment, "cannot stop the writer: " + errnoText(errno),
                     pathText(folder)};
    }
    return Done{};
}

struct Look {
    bool hasRunFile = false;
    bool isAlive = false;
    std::string words; // of a runner that ended without a file
};

std::string lastLine(std::string text)
{
    while (!text.empty() && text.back() == '\n') {
        text.pop_back();
    }
    const std::size_t at = text.rfind('\n');
    return at == std::string::npos ? text : text.substr(at + 1);
}

} // namespace

RunLauncher::RunLauncher(Session& session, QString program, QObject* parent)
    : QObject(parent), m_session(session), m_program(std::move(program))
{
    m_look.setInterval(kLookEveryMs);
    connect(&m_look, &QTimer::timeout, this, &RunLauncher::look);
}

void RunLauncher::askOptions()
{
    auto* process = new QProcess(this);
    connect(process, &QProcess::finished, this, [this, process] {
        process->deleteLater();
        Result<std::vector<RunOption>> options = parseRunOptions(process->readAllStandardOutput());
        if (options) {
            m_options = std::move(*options);
            Q_EMIT optionsKnown();
        } else {
            m_session.addProblem({tr("The options of `soak run` are not known"), options.error()});
        }
    });
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            process->deleteLater();
            m_session.addProblem({tr("The options of `soak run` are not known"),
                                  {Errc::Environment, process->errorString().toStdString(),
                                   m_program.toStdString()}});
        }
    });
    QTimer::singleShot(kOptionsTimeMs, process, &QProcess::kill);
    process->start(m_program,
                   {QStringLiteral("config"), QStringLiteral("schema"), QStringLiteral("--json")});
}

Status RunLauncher::start(const Wish& wish)
{
    QStringList words{QStringLiteral("run")};
    words << wish.arguments << QStringLiteral("--out") << qtPath(wish.folder);
    if (!wish.command.isEmpty()) {
        words << QStringLiteral("--") << wish.command;
    }
    return launch(words, wish.folder);
}

Status RunLauncher::resume(const fs::path& folder, const QStringList& command)
{
    QStringList words{QStringLiteral("run"), QStringLiteral("--resume"), QStringLiteral("--out"),
                      qtPath(folder)};
    if (!command.isEmpty()) {
        words << QStringLiteral("--engine") << QStringLiteral("command") << QStringLiteral("--")
              << command;
    }
    return launch(words, folder);
}

Status RunLauncher::launch(const QStringList& arguments, const fs::path& folder)
{
    if (m_program.isEmpty()) {
        return Error{Errc::Environment, "the program `soak` is neither beside this one nor on PATH",
                     ""};
    }
    SOAK_CHECK(makeFolders(folder.parent_path()));
    // Qt gives the child a session of its own (setsid), so that it outlives us.
    QProcess process;
    process.setProgram(m_program);
    process.setArguments(arguments);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(qtPath(logOf(folder)));
    qint64 pid = 0;
    if (!process.startDetached(&pid)) {
        return Error{Errc::Environment, process.errorString().toStdString(),
                     m_program.toStdString()};
    }
    m_launches.push_back({folder, logOf(folder), pid, false});
    m_look.start();
    Q_EMIT started(qtPath(folder));
    return Done{};
}

void RunLauncher::stop(const fs::path& folder)
{
    m_session.jobs().run(
        tr("Stop the run"),
        [folder](const std::stop_token&, const Progress&) { return interruptWriter(folder); }, this,
        [this, folder](const Status& status) {
            if (!status) {
                m_session.addProblem({tr("Cannot stop %1").arg(qtPath(folder)), status.error()});
            }
        });
}

// The first file of a run is its RUN.json. A runner that ends without one has something to say.
void RunLauncher::look()
{
    if (m_launches.empty()) {
        m_look.stop();
        return;
    }
    if (m_isLooking) {
        return;
    }
    m_isLooking = true;
    m_session.jobs().run(
        tr("Wait for the run"),
        [launch = m_launches.front()](const std::stop_token&, const Progress&) {
            std::error_code ignored;
            Look seen;
            seen.isAlive = isProcessAlive(static_cast<pid_t>(launch.pid));
            seen.hasRunFile = fs::exists(launch.folder / summaryFileName(1), ignored);
            if (!seen.hasRunFile && !seen.isAlive) {
                seen.words = lastLine(readFile(launch.log).value_or({}));
            }
            if (seen.hasRunFile || !seen.isAlive) {
                fs::remove(launch.log, ignored);
            }
            return seen;
        },
        this,
        [this](const Look& seen) {
            m_isLooking = false;
            const Launch launch = m_launches.front();
            if (seen.hasRunFile) {
                m_session.open(launch.folder);
            } else if (!seen.isAlive) {
                m_session.addProblem(
                    {tr("The run did not begin"),
                     {Errc::Environment,
                      seen.words.empty() ? "the runner ended without a word" : seen.words,
                      pathText(launch.folder)}});
            }
            if (seen.hasRunFile || !seen.isAlive) {
                m_launches.erase(m_launches.begin());
            } else {
                std::rotate(m_launches.begin(), m_launches.begin() + 1, m_launches.end());
            }
        });
}

fs::path RunLauncher::newFolder(const fs::path& base)
{
    return base / ("RUN_" + std::to_string(SystemClock().wall()));
}

QString soakProgram()
{
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/soak");
    return QFileInfo(beside).isExecutable()
               ? beside
               : QStandardPaths::findExecutable(QStringLiteral("soak"));
}

} // namespace soak::ui
