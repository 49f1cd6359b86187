// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_desk.h"

#include "ui/session/freed_elsewhere.h"
#include "ui/theme/numbers.h"

#include <algorithm>

namespace soak::ui
{
namespace
{

// The facts are of values alone: where a run stands on the axis is nothing to them.
bool isSameRuns(const std::vector<ComparedInput>& a, const std::vector<ComparedInput>& b)
{
    return std::ranges::equal(a, b, [](const ComparedInput& one, const ComparedInput& other) {
        return one.identity == other.identity && one.name == other.name &&
               one.judgement == other.judgement && one.arm == other.arm;
    });
}

} // namespace

CompareDesk::CompareDesk(const ViewContext& context, QObject* parent)
    : QObject(parent), m_context(context)
{
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &CompareDesk::workOut);
    const Selection& selection = context.selection;
    connect(&selection, &Selection::primaryChanged, this, [this] {
        // Who looks at another run of the list holds it against the baseline.
        const QString& primary = m_context.selection.primary();
        if (primary != baseline()) {
            m_candidate = primary;
        }
        later();
    });
    connect(&selection, &Selection::shownChanged, this, &CompareDesk::later);
    connect(&selection, &Selection::baselineChanged, this, &CompareDesk::later);
    const auto changed = [this](const QString& identity) {
        if (runs().contains(identity)) {
            later();
        }
    };
    connect(&context.session, &Session::opened, this, changed);
    connect(&context.session, &Session::changed, this, changed);
    connect(&context.session, &Session::closed, this, &CompareDesk::letGo);
    const Workspace& workspace = context.session.workspace();
    connect(&workspace, &Workspace::changed, this, changed);
    connect(&workspace, &Workspace::layoutChanged, this, &CompareDesk::takeChoice);
    connect(&workspace, &Workspace::comparePageChanged, this, &CompareDesk::pageChanged);
    takeChoice();
}

// A closed run is not kept by what was worked out of it.
void CompareDesk::letGo(const QString& identity)
{
    m_offsets.remove(identity);
    m_charts.reset();
    m_facts.reset();
    if (m_isFollowed) {
        later();
    } else {
        Q_EMIT changed(); // who shows it lets go, too
    }
}

QString CompareDesk::baseline() const
{
    const QString& starred = m_context.selection.baseline();
    return m_context.session.find(starred) != nullptr ? starred : m_context.selection.primary();
}

QString CompareDesk::candidate() const
{
    const QString first = baseline();
    const QStringList& shown = m_context.selection.shown();
    const auto isOther = [&](const QString& one) {
        return one != first && m_context.session.find(one) != nullptr;
    };
    if (shown.contains(m_candidate) && isOther(m_candidate)) {
        return m_candidate;
    }
    const auto found = std::ranges::find_if(shown, isOther);
    return found == shown.end() ? QString() : *found;
}

QStringList CompareDesk::runs() const
{
    QStringList all;
    const auto add = [&](const QString& identity) {
        if (!identity.isEmpty() && !all.contains(identity) &&
            m_context.session.find(identity) != nullptr) {
            all << identity;
        }
    };
    add(baseline());
    add(candidate());
    for (const QString& identity : m_context.selection.shown()) {
        add(identity);
    }
    return all;
}

QString CompareDesk::labelOf(const QString& identity) const
{
    return identity == baseline()    ? QStringLiteral("A")
           : identity == candidate() ? QStringLiteral("B")
                                     : m_context.session.nameOf(identity);
}

void CompareDesk::setCandidate(const QString& identity)
{
    if (identity == candidate() || identity == baseline()) {
        return;
    }
    m_candidate = identity;
    // The rest of the window follows where the baseline is another run.
    if (!m_context.selection.baseline().isEmpty()) {
        m_context.selection.setPrimary(identity);
    }
    later();
}

void CompareDesk::stepCandidate(int step)
{
    QStringList others;
    for (const QString& identity : m_context.selection.shown()) {
        if (identity != baseline() && m_context.session.find(identity) != nullptr) {
            others << identity;
        }
    }
    if (others.size() < 2) {
        return;
    }
    const qsizetype at = others.indexOf(candidate());
    setCandidate(others.at((at + step + others.size()) % others.size()));
}

void CompareDesk::starCandidate()
{
    if (isPair()) {
        star(candidate());
    }
}

// What was the baseline is held against the new one.
void CompareDesk::star(const QString& identity)
{
    Selection& selection = m_context.selection;
    const QString before = selection.baseline();
    const QString first = baseline();
    const QString second = candidate();
    if (identity == before) {
        return;
    }
    const QString text = identity.isEmpty()
                             ? tr("No baseline")
                             : tr("Baseline: %1").arg(m_context.session.nameOf(identity));
    m_context.session.workspace().edit(
        text,
        [this, &selection, identity, first] {
            m_candidate = first;
            selection.setBaseline(identity);
        },
        [this, &selection, before, second] {
            m_candidate = second;
            selection.setBaseline(before);
        });
}

void CompareDesk::choose(const CompareChoice& choice)
{
    if (choice == m_choice) {
        return;
    }
    Workspace& workspace = m_context.session.workspace();
    ChartLayout layout = workspace.layout();
    layout.compare = keptChoice(choice, layout.compare);
    workspace.setLayout(choiceEdit(m_choice, choice), layout);
}

// As the workspace has it now: chosen, undone, or opened again.
void CompareDesk::takeChoice()
{
    const CompareChoice choice = choiceFrom(m_context.session.workspace().layout().compare);
    if (choice == m_choice) {
        return;
    }
    // Iterations and seconds are not the same unit.
    if (isTime(choice.alignment) != isTime(m_choice.alignment)) {
        m_offsets.clear();
    }
    m_choice = choice;
    later();
}

ComparePage CompareDesk::page() const
{
    return comparePageFrom(m_context.session.workspace().comparePage());
}

void CompareDesk::choosePage(ComparePage page)
{
    if (page != this->page()) {
        m_context.session.workspace().setComparePage(keyOf(page));
    }
}

int CompareDesk::offsetOf(const QString& identity) const
{
    return m_offsets.value(identity, 0);
}

void CompareDesk::setOffset(const QString& identity, int offset)
{
    if (offset == offsetOf(identity)) {
        return;
    }
    if (offset == 0) {
        m_offsets.remove(identity);
    } else {
        m_offsets[identity] = offset;
    }
    later();
}

void CompareDesk::clearOffsets()
{
    if (!m_offsets.isEmpty()) {
        m_offsets.clear();
        later();
    }
}

std::vector<ComparedInput> CompareDesk::inputs() const
{
    std::vector<ComparedInput> all;
    for (const QString& identity : runs()) {
        const OpenRun& open = *m_context.session.find(identity);
        const QString& arm = m_context.session.workspace().marksOf(identity).arm;
        all.push_back({identity, m_context.session.nameOf(identity).toStdString(), open.run,
                       open.judgement, offsetOf(identity), armFrom(arm)});
    }
    return all;
}

void CompareDesk::follow()
{
    m_isFollowed = true;
    workOut();
}

// What nobody sees is not worked out for each iteration of a run that grows.
void CompareDesk::rest()
{
    m_isFollowed = false;
    m_later.stop();
}

void CompareDesk::later()
{
    if (m_isFollowed) {
        m_later.start();
    }
}

bool CompareDesk::isUpToDate() const
{
    const std::vector<ComparedInput> all = inputs();
    return m_charts && m_charts->runs == all && m_charts->choice == m_choice && areFactsUpToDate();
}

bool CompareDesk::areFactsUpToDate() const
{
    return m_facts && isSameRuns(m_facts->runs, inputs()) &&
           m_facts->choice.window == m_choice.window;
}

// Of what was asked for meanwhile only the last is worked out.
void CompareDesk::workOut()
{
    m_later.stop();
    const std::vector<ComparedInput> all = inputs();
    if (all.empty()) {
        m_charts.reset();
        m_facts.reset();
    }
    Q_EMIT changed();
    if (all.empty()) {
        return;
    }
    if (m_charts == nullptr || !(m_charts->runs == all) || !(m_charts->choice == m_choice)) {
        workOutCharts(all);
    }
    if (m_facts == nullptr || !isSameRuns(m_facts->runs, all) ||
        m_facts->choice.window != m_choice.window) {
        workOutFacts(all);
    }
}

void CompareDesk::workOutCharts(const std::vector<ComparedInput>& runs)
{
    Jobs& jobs = m_context.session.jobs();
    jobs.stop(m_chartsJob);
    m_chartsJob = jobs.run(
        tr("Lay %n run(s) over each other", nullptr, static_cast<int>(runs.size())),
        [runs, choice = m_choice](const std::stop_token& stop, const Progress&) {
            ChartsRef charts = chartsOf(runs, choice, stop);
            return charts ? freedElsewhere(std::move(charts)) : nullptr;
        },
        this,
        [this](ChartsRef charts) {
            if (charts && charts->choice == m_choice && charts->runs == inputs()) {
                m_chartsJob = 0;
                m_charts = std::move(charts);
                Q_EMIT chartsReady();
            }
        });
}

void CompareDesk::workOutFacts(std::vector<ComparedInput> runs)
{
    Jobs& jobs = m_context.session.jobs();
    jobs.stop(m_factsJob);
    const auto count = static_cast<int>(runs.size());
    m_factsJob = jobs.run(
        tr("Compare %n run(s)", nullptr, count),
        [runs = std::move(runs), choice = m_choice](const std::stop_token& stop, const Progress&) {
            FactsRef facts = factsOf(runs, choice, stop);
            return facts ? freedElsewhere(std::move(facts)) : nullptr;
        },
        this,
        [this](FactsRef facts) {
            if (facts && facts->choice.window == m_choice.window &&
                isSameRuns(facts->runs, inputs())) {
                m_factsJob = 0;
                m_facts = std::move(facts);
                Q_EMIT factsReady();
            }
        });
}

} // namespace soak::ui
