// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_watch.h"

#include "core/base/clock.h"
#include "core/io/artifacts.h"
#include "ui/session/shown_activity.h"

#include <algorithm>

namespace soak::ui
{
namespace
{

QString qtPath(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

} // namespace

RunWatch::RunWatch(Session& session, Options options, QObject* parent)
    : QObject(parent), m_session(session)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(options.settle);
    m_rescan.setInterval(options.rescan);
    connect(&m_settle, &QTimer::timeout, this, &RunWatch::look);
    connect(&m_rescan, &QTimer::timeout, this, &RunWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (!m_settle.isActive()) { // the first sign counts: a busy writer must not hold us off
            m_settle.start();
        }
    });
    connect(&session, &Session::opened, this, &RunWatch::follow);
    connect(&session, &Session::closed, this, [this](const QString& identity) {
        m_stamps.remove(identity);
        QStringList folders;
        for (const OpenRun& open : m_session.runs()) {
            folders << qtPath(open.folder);
        }
        for (const QString& watched : m_watcher.directories()) {
            if (!folders.contains(watched)) {
                m_watcher.removePath(watched);
            }
        }
        Q_EMIT stateChanged();
    });
    m_rescan.start();
}

void RunWatch::follow(const QString& identity)
{
    const OpenRun* open = m_session.find(identity);
    if (open == nullptr) {
        return;
    }
    const QString folder = qtPath(open->folder);
    if (!m_watcher.directories().contains(folder)) {
        m_watcher.addPath(folder);
    }
    m_settle.start(); // what came while it was loaded
    Q_EMIT stateChanged();
}

void RunWatch::rescan()
{
    m_stamps.clear();
    for (const OpenRun& open : m_session.runs()) {
        m_session.reload(open.identity);
    }
}

RunWatch::Stamp RunWatch::stampOf(const fs::path& folder)
{
    Stamp stamp;
    const Result<std::vector<std::string>> names = listFolder(folder);
    if (!names) {
        return stamp;
    }
    stamp.exists = true;
    std::error_code ignored;
    stamp.changedNs = fs::last_write_time(folder, ignored).time_since_epoch().count();
    stamp.summaries = static_cast<std::size_t>(std::ranges::count_if(
        *names, [](const std::string& name) { return iterationOfFileName(name).has_value(); }));
    stamp.hasEnd = std::ranges::find(*names, kRunEndFile) != names->end();
    stamp.activity = shownActivity(runActivity(folder, SystemClock().wall()).activity);
    return stamp;
}

void RunWatch::look()
{
    if (m_isLooking) {
        m_isAsked = true;
        return;
    }
    std::vector<std::pair<QString, fs::path>> folders;
    for (const OpenRun& open : m_session.runs()) {
        if (open.activity != RunActivity::Replaced) {
            folders.emplace_back(open.identity, open.folder);
        }
    }
    if (folders.empty()) {
        return;
    }
    m_isLooking = true;
    m_session.jobs().run(
        tr("Look for changes"),
        [folders](const std::stop_token& stop, const Progress&) {
            std::vector<std::pair<QString, Stamp>> stamps;
            for (const auto& [identity, folder] : folders) {
                if (!stop.stop_requested()) {
                    stamps.emplace_back(identity, stampOf(folder));
                }
            }
            return stamps;
        },
        this,
        [this](const std::vector<std::pair<QString, Stamp>>& stamps) {
            m_isLooking = false;
            for (const auto& [identity, stamp] : stamps) {
                judge(identity, stamp);
            }
            if (std::exchange(m_isAsked, false)) {
                m_settle.start();
            }
        });
}

void RunWatch::judge(const QString& identity, const Stamp& now)
{
    const OpenRun* open = m_session.find(identity);
    if (open == nullptr) {
        return;
    }
    if (!now.exists) {
        m_session.setActivity(identity, RunActivity::Vanished);
        return;
    }
    const bool hasGrown =
        now.summaries != open->run->summaryFiles.size() + open->run->unreadable.size() ||
        now.hasEnd != open->run->end.has_value();
    const auto before = m_stamps.constFind(identity);
    const bool isOther = before != m_stamps.constEnd() && before->changedNs != now.changedNs;
    m_stamps.insert(identity, now);
    if ((hasGrown && open->run->info) || isOther) {
        m_session.reload(identity);
    } else if (open->activity != RunActivity::Replaced) {
        m_session.setActivity(identity, now.activity);
    }
}

} // namespace soak::ui
