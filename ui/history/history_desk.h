// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the history and what came back, and what people say about its runs; read and
// written in jobs. GUI thread only.
#pragma once

#include "core/history/history_page.h"
#include "core/history/kpi_history.h"
#include "core/history/run_query.h"
#include "ui/history/run_words.h"
#include "ui/session/view_context.h"

#include <QObject>

#include <memory>
#include <optional>

namespace soak::ui
{

struct HistoryWish {
    QString filter;
    QString sort = QStringLiteral("started"); // a word of historySort()
    Metric metric = Metric::P95LatencyMs;
    std::size_t limit = 1000;
    bool operator==(const HistoryWish&) const = default;
};

struct HistoryFacts {
    HistoryWish wish;
    HistoryWish shown; // what `page` is of: the wish, unless its filter is wrong
    HistoryPage page;
    KpiHistory kpi;                      // of all runs that the filter keeps
    std::optional<QueryProblem> problem; // of the filter: the rest is what was found before
    std::optional<Error> error;          // nothing could be read; NotFound: there is no history yet
};

using HistoryFactsRef = std::shared_ptr<const HistoryFacts>;

// Opens the history, asks, and closes it. For a worker.
HistoryFacts readHistory(const HistoryPlace& place, const HistoryWish& wish, EpochMs now);

class HistoryDesk final : public QObject
{
    Q_OBJECT

public:
    HistoryDesk(Session& session, HistoryPlace place, QObject* parent = nullptr);

    [[nodiscard]] const HistoryPlace& place() const { return m_place; }

    [[nodiscard]] const HistoryWish& wish() const { return m_wish; }

    // nullptr: nothing was read yet.
    [[nodiscard]] const HistoryFactsRef& facts() const { return m_facts; }

    [[nodiscard]] bool isReading() const { return m_job != 0; }

    void ask(const HistoryWish& wish);
    void readAgain();
    void readAgainIfShown(); // only when somebody has asked before
    // The runs in and below `folder` enter the history.
    void import(const QString& folder);

    // By whom things are said, until somebody types another name.
    void setAuthor(const QString& author) { m_author = author; }

    [[nodiscard]] const QString& author() const { return m_author; }

    // Both end with sayingEnded(); then what is shown is read again.
    void say(const std::vector<SaidRun>& runs, const Saying& saying);
    void takeBack(const std::vector<SaidRun>& runs, WordKind kind, const QString& text);

    // The run that the person looks at, by its lineage; "" = none. Then saidChanged().
    void lookAt(const std::string& lineage);

    // All that was said about it; nothing until it was read.
    [[nodiscard]] const HistoryWords& said() const { return m_said; }

Q_SIGNALS:
    void changed();                 // facts() or isReading()
    void told(const QString& text); // for the person
    void sayingEnded(const soak::Status& status);
    void saidChanged();
    void authorChanged(const QString& author);

private:
    void endSaying(const Status& status);
    void fail(const QString& title, const Error& error);
    void readSaid();

    Session& m_session;
    HistoryPlace m_place;
    HistoryWish m_wish;
    HistoryFactsRef m_facts;
    int m_job = 0;
    bool m_isStale = false; // asked again while it was read
    QString m_author;
    std::string m_lineage; // of the run that is looked at
    HistoryWords m_said;
    bool m_isSaidRead = false;
    bool m_isSaidStale = false;
};

} // namespace soak::ui
