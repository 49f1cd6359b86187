// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/session.h"

#include "core/analysis/recorded_profile.h"
#include "core/base/clock.h"
#include "core/base/escape.h"
#include "core/io/find_run.h"
#include "core/io/run_follower.h"
#include "core/model/run_identity.h"
#include "core/release/bundle_layout.h"
#include "ui/session/freed_elsewhere.h"
#include "ui/session/qt_path.h"
#include "ui/session/shown_activity.h"
#include "ui/theme/colours.h"

#include <QCryptographicHash>
#include <QTimer>

#include <algorithm>
#include <array>
#include <mutex>

namespace soak::ui
{
namespace
{

constexpr unsigned kLoadThreads = 2;

// What a run without an id is called by: the first folder upwards that says something.
QString folderName(const fs::path& folder)
{
    constexpr std::array<std::string_view, 3> kEverywhere{"latest", "soak", "artifacts"};
    fs::path named = folder;
    while (named.has_parent_path() && named.has_relative_path() &&
           std::ranges::find(kEverywhere, named.filename().string()) != kEverywhere.end()) {
        named = named.parent_path();
    }
    const fs::path& name = named.has_filename() ? named : folder;
    return QString::fromStdString(pathText(name.filename()));
}

} // namespace

// What was read of a folder, so that only what is new is read again. Jobs take turns.
struct Session::Followed {
    explicit Followed(const fs::path& path)
        : folder(path), follower(path, {.threads = kLoadThreads})
    {
    }

    fs::path folder;
    std::mutex turn;
    RunFollower follower;
    std::string identity;       // of the run as last seen
    std::string listedIdentity; // when it was first seen: a foreign run that grows keeps it
};

struct Session::Loaded {
    OpenRun open; // without a judgement when nothing changed
    std::shared_ptr<Followed> followed;
    bool isFirst = false;
    bool isPending = false; // a file was half written: to be looked at again
};

Result<Session::Loaded> Session::look(const fs::path& path, std::shared_ptr<Followed> followed,
                                      const WhatIfs& whatIfs, const std::stop_token& stop,
                                      const Progress& progress)
{
    const bool isFirst = followed == nullptr;
    if (isFirst) {
        SOAK_TRY(const fs::path folder, findRun(path));
        followed = freedElsewhere(std::make_shared<Followed>(folder));
    }
    const std::scoped_lock turn(followed->turn);
    const EpochMs now = SystemClock().wall();
    SOAK_TRY(const FollowedRun seen, followed->follower.poll(now, stop, progress));
    Loaded loaded{{}, followed, isFirst, !seen.pending.empty()};
    loaded.open.folder = followed->folder;
    if (const auto bundle = bundleAround(followed->folder)) {
        loaded.open.bundle = qtPath(bundle->filename());
    }
    loaded.open.run = freedElsewhere(seen.run);
    if (followed->identity != seen.run->identity()) {
        followed->identity = seen.run->identity();
        followed->listedIdentity = listedIdentity(*seen.run);
    }
    loaded.open.identity = QString::fromStdString(followed->listedIdentity);
    const ActivityReport report = runActivity(followed->folder, now);
    loaded.open.activity = shownActivity(report.activity);
    loaded.open.lastFileMs = report.lastFileMs;
    if (isFirst || seen.isChanged || seen.isReplaced) {
        const auto whatIf = whatIfs.find(loaded.open.identity);
        loaded.open.judgement = freedElsewhere(std::make_shared<const Judgement>(
            judge(loaded.open.run, whatIf == whatIfs.end() ? recordedProfileOf(*seen.run).profile
                                                           : whatIf->second)));
    }
    return loaded;
}

Session::Session(Jobs& jobs, QObject* parent) : QObject(parent), m_jobs(jobs)
{
    m_workspace.setNames([this](const QString& identity) { return nameOf(identity); });
}

Session::~Session() = default;

void Session::open(const fs::path& path)
{
    Q_EMIT opening(QString::fromStdString(path.string()));
    load(path, nullptr);
}

int Session::load(const fs::path& path, std::shared_ptr<Followed> followed)
{
    const QString shown = QString::fromStdString(path.string());
    return m_jobs.run(
        tr("Open %1").arg(shown),
        [path, followed = std::move(followed), whatIfs = m_whatIfs](const std::stop_token& stop,
                                                                    const Progress& progress) {
            return look(path, followed, whatIfs, stop, progress);
        },
        this,
        [this, shown](Result<Loaded> loaded) {
            if (loaded) {
                take(shown, std::move(*loaded));
            } else if (loaded.error().code != Errc::Cancelled) {
                addProblem({tr("Cannot open %1").arg(shown), loaded.error()});
            }
        });
}

void Session::take(const QString& asked, Loaded loaded)
{
    const QString identity = loaded.open.identity;
    if (!loaded.isFirst && !m_followed.contains(loaded.open.folder)) {
        return; // closed meanwhile
    }
    if (loaded.isPending) {
        QTimer::singleShot(kPartialGraceMs, this, [this, identity] { reload(identity); });
    }
    if (loaded.open.judgement == nullptr) {
        setActivity(identity, loaded.open.activity);
        return;
    }
    m_followed[loaded.open.folder] = loaded.followed;
    if (loaded.isFirst) {
        Q_EMIT folderFound(asked, QString::fromStdString(loaded.open.folder.string()));
    }
    accept(std::move(loaded.open));
}

void Session::accept(OpenRun loaded)
{
    // A foreign run that grew since it was opened is still the same.
    for (const OpenRun& open : m_runs) {
        if (open.folder == loaded.folder && open.run->identity() == loaded.run->identity()) {
            loaded.identity = open.identity;
        }
    }
    const auto found = std::ranges::find(m_runs, loaded.identity, &OpenRun::identity);
    const QString identity = loaded.identity;
    if (found != m_runs.end() && !loaded.bundle.isEmpty() && found->folder != loaded.folder) {
        // The person's own would be hidden by a copy that goes away.
        m_followed.erase(loaded.folder);
        addProblem(
            {tr("The run of the bundle is open already"),
             {Errc::Usage, "the same run is open from its own folder", pathText(found->folder)}});
        return;
    }
    for (OpenRun& open : m_runs) {
        if (open.folder == loaded.folder && open.identity != identity &&
            open.activity != RunActivity::Replaced) {
            open.activity = RunActivity::Replaced;
            Q_EMIT changed(open.identity);
        }
    }
    if (found == m_runs.end()) {
        takeColour(identity);
        m_runs.push_back(std::move(loaded));
        Q_EMIT opened(identity);
    } else {
        *found = std::move(loaded);
        Q_EMIT changed(identity);
        const OpenRun* open = find(identity);
        if (open != nullptr && !(open->judgement->profile == profileOf(*open))) {
            judgeAgain(*open); // another threshold was chosen while it was read
        }
    }
}

int Session::reload(const QString& identity)
{
    const OpenRun* open = find(identity);
    if (open == nullptr) {
        return 0;
    }
    const auto followed = m_followed.find(open->folder);
    return load(open->folder, followed == m_followed.end() ? nullptr : followed->second);
}

void Session::close(const QString& identity)
{
    const OpenRun* open = find(identity);
    if (open == nullptr) {
        return;
    }
    const fs::path folder = open->folder;
    std::erase_if(m_runs, [&](const OpenRun& one) { return one.identity == identity; });
    if (std::ranges::find(m_runs, folder, &OpenRun::folder) == m_runs.end()) {
        m_followed.erase(folder);
    }
    m_colours.remove(identity);
    m_whatIfs.erase(identity);
    m_savedProfiles.erase(identity);
    Q_EMIT closed(identity);
}

const OpenRun* Session::find(const QString& identity) const
{
    const auto found = std::ranges::find(m_runs, identity, &OpenRun::identity);
    return found == m_runs.end() ? nullptr : &*found;
}

QString Session::nameOf(const QString& identity) const
{
    const QString& alias = m_workspace.marksOf(identity).alias;
    const OpenRun* open = find(identity);
    if (!alias.isEmpty() || open == nullptr) {
        return alias;
    }
    // A what-if has the id of the run that it was branched off; its folder says what it is.
    if (open->run->info && open->run->info->branches.empty()) {
        return QString::fromStdString(open->run->info->runId);
    }
    return folderName(open->folder);
}

std::size_t Session::colourSlot(const QString& identity) const
{
    const std::optional<std::size_t> chosen = m_workspace.marksOf(identity).colour;
    return chosen ? *chosen : m_colours.value(identity, 1);
}

void Session::takeColour(const QString& identity)
{
    constexpr std::size_t kHues = kRunColours - 1; // without the ink of the baseline
    if (m_colours.contains(identity)) {
        return;
    }
    const QByteArray digest =
        QCryptographicHash::hash(identity.toUtf8(), QCryptographicHash::Sha256);
    const std::size_t first = static_cast<unsigned char>(digest.front()) % kHues;
    const QList<std::size_t> taken = m_colours.values();
    // Slots of the same hue follow each other by kRunColours, with another dash.
    for (std::size_t round = 0; round <= m_runs.size(); ++round) {
        for (std::size_t step = 0; step < kHues; ++step) {
            const std::size_t slot = round * kRunColours + 1 + (first + step) % kHues;
            if (!taken.contains(slot)) {
                m_colours.insert(identity, slot);
                return;
            }
        }
    }
}

void Session::setActivity(const QString& identity, RunActivity activity)
{
    const auto found = std::ranges::find(m_runs, identity, &OpenRun::identity);
    if (found != m_runs.end() && found->activity != activity) {
        found->activity = activity;
        Q_EMIT changed(identity);
    }
}

void Session::addProblem(Problem problem)
{
    // A folder that is looked at again and again has one problem, not many.
    const bool isKnown = std::ranges::any_of(m_problems, [&](const Problem& known) {
        return known.title == problem.title && known.error == problem.error;
    });
    if (!isKnown) {
        m_problems.push_back(std::move(problem));
        Q_EMIT problemsChanged();
    }
}

void Session::dismissProblem(std::size_t index)
{
    if (index < m_problems.size()) {
        m_problems.erase(m_problems.begin() + static_cast<std::ptrdiff_t>(index));
        Q_EMIT problemsChanged();
    }
}

} // namespace soak::ui
