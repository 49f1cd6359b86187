// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_finder.h"

#include "core/history/folder_index.h"
#include "core/history/store_index.h"

#include <algorithm>
#include <utility>

namespace soak::ui
{
namespace
{

bool isWithin(const fs::path& folder, const fs::path& base)
{
    const auto [end, ignored] =
        std::mismatch(base.begin(), base.end(), folder.begin(), folder.end());
    return end == base.end();
}

const std::string& folderOf(const FoundRow& row)
{
    return row->folder;
}

bool isToBeJudged(const RunRow& row)
{
    return !row.figures && row.whyUnreadable.empty() && row.files > 0;
}

std::vector<FoundRow> shared(std::vector<RunRow> rows)
{
    std::vector<FoundRow> found;
    found.reserve(rows.size());
    for (RunRow& row : rows) {
        found.emplace_back(std::move(row));
    }
    return found;
}

struct Listed {
    std::vector<FoundRow> rows;
    bool isRemembered = false;  // the rows are the history's
    std::optional<Error> error; // of the history
};

struct Reconciled {
    std::vector<FoundRow> rows;
    bool isChanged = false;
};

// A base that is gone takes nothing from the others.
std::vector<RunRow> listedFolders(const std::vector<fs::path>& bases, const std::stop_token& stop,
                                  const Progress& progress)
{
    std::vector<RunRow> rows;
    const EpochMs now = SystemClock().wall();
    for (const fs::path& base : bases) {
        Result<std::vector<RunRow>> found = FolderIndex({base}).list(now, stop, progress);
        if (found) {
            rows.insert(rows.end(), std::make_move_iterator(found->begin()),
                        std::make_move_iterator(found->end()));
        }
    }
    return rows;
}

Result<std::vector<RunRow>> remembered(const HistoryPlace& place,
                                       const std::vector<fs::path>& bases,
                                       const std::stop_token& stop, const Progress& progress)
{
    SOAK_TRY(const StoreIndex index, StoreIndex::open(place, bases));
    return index.list(SystemClock().wall(), stop, progress);
}

// What is remembered; where that is nothing, what lies in the folders.
Listed listed(const std::vector<fs::path>& bases, const std::optional<HistoryPlace>& history,
              const std::stop_token& stop, const Progress& progress)
{
    Listed found;
    if (history && !bases.empty()) {
        if (auto rows = remembered(*history, bases, stop, progress)) {
            found.rows = shared(std::move(*rows));
        } else if (rows.error().code != Errc::Cancelled) {
            found.error = rows.error();
        }
    }
    found.isRemembered = !found.rows.empty();
    if (!found.isRemembered) {
        found.rows = shared(listedFolders(bases, stop, progress));
    }
    return found;
}

} // namespace

RunFinder::RunFinder(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &RunFinder::look);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &RunFinder::look);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &RunFinder::reconcile);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (!m_settle.isActive()) {
            m_settle.start();
        }
    });
}

// A base that is not there yet is watched from the next look on. One that is a run itself is
// RunWatch's: it changes with each iteration.
void RunFinder::watch()
{
    for (const fs::path& base : m_bases) {
        const bool isRun = std::ranges::any_of(
            m_rows, [&](const FoundRow& row) { return row->folder == base.string(); });
        const QString path = QString::fromStdString(base.string());
        if (!isRun && !m_watcher.directories().contains(path)) {
            m_watcher.addPath(path);
        }
    }
}

void RunFinder::addBase(const fs::path& folder)
{
    if (folder.empty() || std::ranges::any_of(m_bases, [&](const fs::path& base) {
            return isWithin(folder, base);
        })) {
        return;
    }
    std::erase_if(m_bases, [&](const fs::path& base) { return isWithin(base, folder); });
    m_bases.push_back(folder);
    m_soon.start();
}

void RunFinder::setHistory(HistoryPlace place)
{
    m_history = std::move(place);
}

void RunFinder::lookNow()
{
    m_soon.stop();
    if (!m_bases.empty()) {
        look();
    }
}

void RunFinder::look()
{
    if (m_isLooking) {
        m_isAsked = true;
        return;
    }
    m_isLooking = true;
    m_rest.stop();
    ++m_round;
    m_session.jobs().run(
        tr("List the runs"),
        [bases = m_bases, history = m_history](const std::stop_token& stop,
                                               const Progress& progress) {
            return listed(bases, history, stop, progress);
        },
        this,
        [this](Listed found) {
            m_isLooking = false;
            const bool isFirst = m_rows.empty();
            take(std::move(found.rows));
            if (found.error) {
                m_history.reset();
                Q_EMIT historyFailed(*found.error);
            }
            lookAgainOr(!m_history                      ? &RunFinder::judgeNext
                        : isFirst && found.isRemembered ? &RunFinder::reconcileSoon
                                                        : &RunFinder::reconcile);
        });
}

// Figures that are known stay until there are others.
void RunFinder::take(std::vector<FoundRow> rows)
{
    for (FoundRow& row : rows) {
        if (row->figures) {
            continue;
        }
        const auto known = std::ranges::find(m_rows, row->folder, folderOf);
        if (known != m_rows.end() && (*known)->figures && (*known)->identity == row->identity &&
            (*known)->files == row->files) {
            RunRow judged = *row;
            judged.figures = (*known)->figures;
            row = FoundRow(std::move(judged));
        }
    }
    if (rows != m_rows) {
        m_rows = std::move(rows);
        Q_EMIT rowsChanged();
    }
    watch();
}

void RunFinder::lookAgainOr(void (RunFinder::*next)())
{
    if (std::exchange(m_isAsked, false)) {
        look();
    } else {
        (this->*next)();
    }
}

void RunFinder::reconcileSoon()
{
    m_rest.start();
}

// What came, grew or went since it was remembered.
void RunFinder::reconcile()
{
    m_isLooking = true;
    m_session.jobs().run(
        tr("Remember new runs"),
        [bases = m_bases, place = *m_history](const std::stop_token& stop,
                                              const Progress& progress) -> Result<Reconciled> {
            SOAK_TRY(StoreIndex index, StoreIndex::open(place, bases));
            SOAK_TRY(const ImportReport report, index.reconcile({}, SystemClock(), stop, progress));
            Reconciled found;
            found.isChanged =
                report.count(StoredAs::Unchanged) != report.folders.size() || !report.gone.empty();
            SOAK_TRY(std::vector<RunRow> rows, index.list(SystemClock().wall(), stop, progress));
            found.rows = shared(std::move(rows));
            return found;
        },
        this,
        [this](Result<Reconciled> found) {
            m_isLooking = false;
            if (found) {
                if (!found->rows.empty()) {
                    take(std::move(found->rows));
                }
                if (found->isChanged) {
                    Q_EMIT historyChanged();
                }
            } else if (found.error().code != Errc::Cancelled) {
                m_history.reset();
                Q_EMIT historyFailed(found.error());
            }
            lookAgainOr(&RunFinder::judgeNext);
        });
}

void RunFinder::judgeNext()
{
    std::vector<FoundRow> next;
    for (const FoundRow& row : m_rows) {
        if (isToBeJudged(*row) && next.size() < kBatch) {
            next.push_back(row);
        }
    }
    if (next.empty()) {
        return;
    }
    const int round = m_round;
    m_session.jobs().run(
        tr("Judge the runs"),
        [next = std::move(next)](const std::stop_token& stop, const Progress& progress) {
            const FolderIndex index({});
            std::vector<FoundRow> judged;
            for (const FoundRow& row : next) {
                Result<RunRow> one = index.judged(*row, stop);
                if (!one) {
                    break;
                }
                if (isToBeJudged(*one)) {
                    one->whyUnreadable = "has no figures";
                }
                judged.emplace_back(std::move(*one));
                progress(judged.size(), next.size(), row->name);
            }
            return judged;
        },
        this,
        [this, round](const std::vector<FoundRow>& judged) {
            if (round != m_round || judged.empty()) {
                return; // listed again meanwhile, or stopped
            }
            for (const FoundRow& row : judged) {
                const auto known = std::ranges::find(m_rows, row->folder, folderOf);
                if (known != m_rows.end()) {
                    *known = row;
                }
            }
            Q_EMIT rowsChanged();
            judgeNext();
        });
}

} // namespace soak::ui
