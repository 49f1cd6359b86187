// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/session.h"

#include "core/analysis/recorded_profile.h"
#include "core/io/find_run.h"
#include "core/io/load_run.h"

#include <algorithm>

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
        open.activity = RunActivity::WriterDead;
    }
    return open;
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
        Q_EMIT closed(identity);
    }
}

const OpenRun* Session::find(const QString& identity) const
{
    const auto found = std::ranges::find(m_runs, identity, &OpenRun::identity);
    return found == m_runs.end() ? nullptr : &*found;
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
