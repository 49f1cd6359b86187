// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/session.h"

#include "core/analysis/recorded_profile.h"
#include "core/base/lock_file.h"
#include "core/io/artifacts.h"
#include "core/io/find_run.h"
#include "core/io/load_run.h"
#include "ui/theme/colours.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace soak::ui
{
namespace
{

constexpr unsigned kLoadThreads = 2;

Result<OpenRun> loadJudged(const fs::path& path, const std::stop_token& stop,
                           const Progress& progress)
{
    SOAK_TRY(const fs::path folder, findRun(path));
    OpenRun open;
    open.folder = folder;
    SOAK_TRY(open.run, loadRun(folder, {.threads = kLoadThreads}, stop, progress));
    open.identity = QString::fromStdString(open.run->identity());
    open.judgement =
        std::make_shared<const Judgement>(judge(open.run, recordedProfileOf(*open.run).profile));
    if (open.run->info && !open.run->end) {
        open.activity =
            lockHolder(folder / kLockFile) ? RunActivity::Running : RunActivity::WriterDead;
    }
    return open;
}

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

Session::Session(Jobs& jobs, QObject* parent) : QObject(parent), m_jobs(jobs) {}

void Session::open(const fs::path& path)
{
    const QString shown = QString::fromStdString(path.string());
    Q_EMIT opening(shown);
    m_jobs.run(
        tr("Open %1").arg(shown),
        [path](const std::stop_token& stop, const Progress& progress) {
            return loadJudged(path, stop, progress);
        },
        this,
        [this, shown](Result<OpenRun> loaded) {
            if (loaded) {
                accept(std::move(*loaded));
            } else if (loaded.error().code != Errc::Cancelled) {
                addProblem({tr("Cannot open %1").arg(shown), loaded.error()});
            }
        });
}

void Session::accept(OpenRun loaded)
{
    const auto found = std::ranges::find(m_runs, loaded.identity, &OpenRun::identity);
    const QString identity = loaded.identity;
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
    }
}

void Session::reload(const QString& identity)
{
    if (const OpenRun* open = find(identity)) {
        this->open(open->folder);
    }
}

void Session::close(const QString& identity)
{
    if (std::erase_if(m_runs, [&](const OpenRun& open) { return open.identity == identity; }) > 0) {
        m_colours.remove(identity);
        Q_EMIT closed(identity);
    }
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
    if (open->run->info) {
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
    m_problems.push_back(std::move(problem));
    Q_EMIT problemsChanged();
}

void Session::dismissProblem(std::size_t index)
{
    if (index < m_problems.size()) {
        m_problems.erase(m_problems.begin() + static_cast<std::ptrdiff_t>(index));
        Q_EMIT problemsChanged();
    }
}

} // namespace soak::ui
