// SPDX-License-Identifier: GPL-3.0-or-later
// What is compared with what, and how: the choices of the person, and what the core says to them.
// Views come and go (with the language); this stays. GUI thread only.
#pragma once

#include "ui/compare/compare_choices.h"
#include "ui/session/view_context.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>

namespace soak::ui
{

class CompareDesk final : public QObject
{
    Q_OBJECT

public:
    explicit CompareDesk(const ViewContext& context, QObject* parent = nullptr);

    // The runs that are drawn and open: the baseline, the candidate, then the others in the order
    // they were added.
    [[nodiscard]] QStringList runs() const;
    // The starred run, else the one that is looked at; "" = none.
    [[nodiscard]] QString baseline() const;
    // Which of the others is held against it; "" = there is no other.
    [[nodiscard]] QString candidate() const;

    [[nodiscard]] bool isPair() const { return !candidate().isEmpty(); }

    void setCandidate(const QString& identity);
    void stepCandidate(int step);       // to the next of the others, round the end
    void starCandidate();               // it becomes the baseline; can be undone
    void star(const QString& identity); // that one; "" = none

    [[nodiscard]] const CompareChoice& choice() const { return m_choice; }

    // Kept in the workspace; can be undone.
    void choose(const CompareChoice& choice);

    // The part of the view; kept, and no edit.
    [[nodiscard]] ComparePage page() const;
    void choosePage(ComparePage page);

    // By how much a run is moved along the axis; of this alignment alone.
    [[nodiscard]] int offsetOf(const QString& identity) const;
    void setOffset(const QString& identity, int offset);

    [[nodiscard]] bool hasOffsets() const { return !m_offsets.isEmpty(); }

    void clearOffsets();

    // The compared iterations with such values are picked in every view; nullopt: none. The core
    // looks for them in a job.
    void pickWithin(Metric metric, const std::optional<PlotRange>& values);
    // All compared iterations of these runs, of those of facts().
    void pickRuns(const std::vector<std::size_t>& runs, const QString& what);

    // Somebody shows what is asked for: before, nothing is worked out.
    void follow();
    void rest(); // nobody looks any more

    // As last worked out; nullptr: not yet. May be of runs that were drawn a moment ago.
    [[nodiscard]] const ChartsRef& charts() const { return m_charts; }

    [[nodiscard]] const FactsRef& facts() const { return m_facts; }

    // Whether both are of the runs and the choice as they are now.
    [[nodiscard]] bool isUpToDate() const;
    // The facts alone: they are of values, and may be there before the charts.
    [[nodiscard]] bool areFactsUpToDate() const;

    // "A", "B" of the first two; else the name.
    [[nodiscard]] QString labelOf(const QString& identity) const;

Q_SIGNALS:
    void changed(); // runs or choices: what is worked out follows
    void chartsReady();
    void factsReady();
    void pageChanged();

private:
    void takeChoice();
    [[nodiscard]] std::vector<ComparedInput> inputs() const;
    void later();
    void workOut();
    void workOutCharts(const std::vector<ComparedInput>& runs);
    void workOutFacts(std::vector<ComparedInput> runs);
    void letGo(const QString& identity);
    void pickBy(const QString& what,
                std::function<std::vector<int>(const ComparedInput&, std::size_t run)> of);

    ViewContext m_context;
    CompareChoice m_choice;
    QString m_candidate;
    QHash<QString, int> m_offsets;
    ChartsRef m_charts;
    FactsRef m_facts;
    QTimer m_later;
    int m_chartsJob = 0; // 0 = none
    int m_factsJob = 0;
    int m_pickJob = 0;
    int m_pickRound = 0; // what is late is not picked
    bool m_isFollowed = false;
};

} // namespace soak::ui
