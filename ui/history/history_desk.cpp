// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_desk.h"

#include "core/history/import_runs.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"

#include <array>

namespace soak::ui
{

namespace
{

Result<HistoryFacts> askedFrom(const HistoryPlace& place, const HistoryWish& wish,
                               const RunQuery& query, EpochMs now)
{
    HistoryFacts facts;
    if (place == HistoryPlace()) {
        return Error{Errc::NotFound, "no place is known for a history", ""};
    }
    SOAK_TRY(HistoryStore store, HistoryStore::open(place, HistoryAccess::Read));
    HistoryAsk ask;
    ask.query = query;
    SOAK_TRY(ask.sort, historySort(wish.sort.toStdString()));
    ask.limit = wish.limit;
    SOAK_TRY(facts.page, historyPage(store, ask, now));
    SOAK_TRY(std::vector<KpiOfRun> points, kpiByRun(store, wish.metric, query, now));
    facts.kpi = kpiHistory(wish.metric, std::move(points));
    return facts;
}

} // namespace

HistoryFacts readHistory(const HistoryPlace& place, const HistoryWish& wish, EpochMs now)
{
    const ParsedQuery parsed = parseRunQuery(wish.filter.toStdString());
    HistoryFacts facts;
    if (parsed.problem) {
        facts.problem = parsed.problem;
    } else if (auto asked = askedFrom(place, wish, parsed.query, now)) {
        facts = std::move(*asked);
    } else {
        facts.error = asked.error();
    }
    facts.wish = wish;
    facts.shown = wish;
    return facts;
}

HistoryDesk::HistoryDesk(Session& session, HistoryPlace place, QObject* parent)
    : QObject(parent), m_session(session), m_place(std::move(place))
{
}

void HistoryDesk::ask(const HistoryWish& wish)
{
    if (wish != m_wish || !m_facts) {
        m_wish = wish;
        readAgain();
    }
}

void HistoryDesk::readAgain()
{
    if (m_job != 0) {
        m_isStale = true;
        return;
    }
    m_isStale = false;
    m_job = m_session.jobs().run(
        tr("Read the history"),
        [place = m_place, wish = m_wish](const std::stop_token&, const Progress&) {
            return readHistory(place, wish, SystemClock().wall());
        },
        this,
        [this](HistoryFacts facts) {
            m_job = 0;
            if (m_isStale) {
                readAgain();
                return;
            }
            if (facts.problem && m_facts) { // what was found before stays
                facts.shown = m_facts->shown;
                facts.page = m_facts->page;
                facts.kpi = m_facts->kpi;
            }
            m_facts = std::make_shared<const HistoryFacts>(std::move(facts));
            if (const auto& error = m_facts->error; error && error->code != Errc::NotFound) {
                m_session.addProblem({tr("Cannot read the history"), *error});
            }
            Q_EMIT changed();
            readSaid();
        });
    Q_EMIT changed();
}

void HistoryDesk::readAgainIfShown()
{
    if (m_facts) {
        readAgain();
    }
}

// Told at once, and kept under Problems: what a person typed is not lost without a word.
void HistoryDesk::fail(const QString& title, const Error& error)
{
    m_session.addProblem({title, error});
    Q_EMIT told(QStringLiteral("%1: %2").arg(title, coreText(error.message)));
}

void HistoryDesk::say(const std::vector<SaidRun>& runs, const Saying& saying)
{
    m_author = QString::fromStdString(saying.by);
    Q_EMIT authorChanged(m_author);
    m_session.jobs().run(
        tr("Write into the history"),
        [place = m_place, runs, saying](const std::stop_token&, const Progress&) {
            return sayAbout(place, runs, saying, SystemClock().wall());
        },
        this, [this](const Status& status) { endSaying(status); });
}

void HistoryDesk::takeBack(const std::vector<SaidRun>& runs, WordKind kind, const QString& text)
{
    m_session.jobs().run(
        tr("Write into the history"),
        [place = m_place, runs, kind, word = text.toStdString()](const std::stop_token&,
                                                                 const Progress&) {
            return takeBackFrom(place, runs, kind, word);
        },
        this, [this](const Status& status) { endSaying(status); });
}

void HistoryDesk::endSaying(const Status& status)
{
    // What was typed wrong is said where it was typed.
    if (!status && status.error().code != Errc::Usage) {
        fail(tr("Cannot write into the history"), status.error());
    }
    Q_EMIT sayingEnded(status);
    readAgain(); // what stands there may be other now, whoever wrote it
}

void HistoryDesk::lookAt(const std::string& lineage)
{
    if (lineage != m_lineage) {
        m_lineage = lineage;
        m_said = {};
        readSaid();
    }
}

void HistoryDesk::readSaid()
{
    if (m_isSaidRead || m_lineage.empty()) {
        m_isSaidStale = m_isSaidRead;
        return;
    }
    m_isSaidRead = true;
    m_isSaidStale = false;
    m_session.jobs().run(
        tr("Read what was said"),
        [place = m_place, lineage = m_lineage](const std::stop_token&, const Progress&) {
            return saidAbout(place, lineage);
        },
        this,
        [this](Result<HistoryWords> said) {
            m_isSaidRead = false;
            if (m_isSaidStale) {
                readSaid();
            } else if (said && *said != m_said) { // an error is that of the page
                m_said = std::move(*said);
                Q_EMIT saidChanged();
            }
        });
}

void HistoryDesk::import(const QString& folder)
{
    constexpr unsigned kReaders = 2;
    m_session.jobs().run(
        tr("Import runs"),
        [place = m_place, base = fs::path(folder.toStdString())](
            const std::stop_token& stop, const Progress& progress) -> Result<ImportReport> {
            SOAK_TRY(HistoryStore store, HistoryStore::open(place, HistoryAccess::Write));
            const std::array bases{base};
            ImportOptions options;
            options.threads = kReaders;
            return importRuns(store, bases, options, SystemClock(), stop, progress);
        },
        this,
        [this](Result<ImportReport> report) {
            if (report) {
                Q_EMIT told(
                    tr("Imported: %1 new, %2 changed, %3 as they were, %4 unreadable.")
                        .arg(report->count(StoredAs::New))
                        .arg(report->count(StoredAs::NewVersion) + report->count(StoredAs::Grown))
                        .arg(report->count(StoredAs::Unchanged))
                        .arg(report->count(StoredAs::Unreadable)));
            } else if (report.error().code != Errc::Cancelled) {
                fail(tr("Cannot import into the history"), report.error());
            }
            readAgain();
        });
}

} // namespace soak::ui
