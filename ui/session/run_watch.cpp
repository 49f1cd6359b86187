// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_watch.h"

#include "core/base/clock.h"
#include "core/io/artifacts.h"
#include "ui/session/qt_path.h"
#include "ui/session/shown_activity.h"

#include <algorithm>

namespace soak::ui
{
RunWatch::RunWatch(Session& session, Options options, QObject* parent)
    : QObject(parent), m_session(session), m_longestRest(options.settle)
{
    m_settle.setSingleShot(true);
    m_settle.setTimerType(Qt::PreciseTimer);
    m_rescan.setInterval(options.rescan);
    connect(&m_settle, &QTimer::timeout, this, &RunWatch::look);
    connect(&m_rescan, &QTimer::timeout, this, &RunWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &RunWatch::sign);
    connect(&session.jobs(), &Jobs::finished, this, [this](int id) {
        if (m_reloads.remove(id)) {
            endIfDone();
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
    m_toWatch << qtPath(open->folder);
    m_session.turns().ask(&m_watcher, [this] { watchNext(); });
}

// One in a turn: the kernel marks each file of a folder that it knows.
void RunWatch::watchNext()
{
    const QString folder = m_toWatch.takeFirst();
    const bool isOpen = std::ranges::any_of(
        m_session.runs(), [&](const OpenRun& open) { return qtPath(open.folder) == folder; });
    if (isOpen && !m_watcher.directories().contains(folder)) {
        m_watcher.addPath(folder);
    }
    if (!m_toWatch.isEmpty()) {
        m_session.turns().ask(&m_watcher, [this] { watchNext(); });
    }
    sign(); // what came while it was loaded
    Q_EMIT stateChanged();
}

// The first sign counts: a busy writer must not hold us off.
void RunWatch::sign()
{
    if (m_isLooking) {
        m_isAsked = true;
    } else if (!m_settle.isActive()) {
        const qint64 rested = m_ended.isValid() ? m_ended.elapsed() : m_restMs;
        m_settle.start(static_cast<int>(std::max<qint64>(0, m_restMs - rested)));
    }
}

void RunWatch::endIfDone()
{
    constexpr qint64 kCheapMs = 8;
    constexpr qint64 kRestPerLook = 10;
    if (m_isStamping || !m_reloads.isEmpty() || !m_isLooking) {
        return;
    }
    const qint64 took = m_begun.elapsed();
    m_restMs = took <= kCheapMs ? 0 : std::min<qint64>(kRestPerLook * took, m_longestRest.count());
    m_ended.start();
    m_isLooking = false;
    if (std::exchange(m_isAsked, false)) {
        sign();
    }
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
    stamp.isBeingWritten = std::ranges::any_of(*names, [](const std::string& name) {
        return name.starts_with('.') && name.find(".tmp.") != std::string::npos;
    });
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
    m_isStamping = true;
    m_begun.start();
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
            for (const auto& [identity, stamp] : stamps) {
                judge(identity, stamp);
            }
            m_isStamping = false;
            endIfDone();
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
    // A file without its name gets it in a moment, and that is another sign.
    const bool isEarly = isOther && !hasGrown && now.isBeingWritten;
    if (!isEarly) {
        m_stamps.insert(identity, now);
    }
    if ((hasGrown && open->run->info) || (isOther && !isEarly)) {
        if (const int job = m_session.reload(identity); job != 0) {
            m_reloads.insert(job);
        }
    } else if (open->activity != RunActivity::Replaced) {
        m_session.setActivity(identity, now.activity);
    }
}

} // namespace soak::ui
