// SPDX-License-Identifier: GPL-3.0-or-later
// What is brushed in one view is picked in all: CompareDesk's jobs that look for the iterations.
#include "ui/compare/compare_desk.h"
#include "ui/theme/numbers.h"

#include <algorithm>

namespace soak::ui
{

void CompareDesk::pickWithin(Metric metric, const std::optional<PlotRange>& values)
{
    if (!values || !m_facts) {
        pickBy({}, {});
        return;
    }
    pickBy(tr("%1 from %2 to %3")
               .arg(metricTitle(metric), metricText(values->low, metric),
                    metricText(values->high, metric)),
           [facts = m_facts, metric, values = *values](const ComparedInput& one, std::size_t) {
               return iterationsWithin(
                   *one.run, metric,
                   comparedRows(*one.run, facts->choice.window, facts->steadyFrom),
                   {values.low, values.high});
           });
}

void CompareDesk::pickRuns(const std::vector<std::size_t>& runs, const QString& what)
{
    if (what.isEmpty() || !m_facts) {
        pickBy({}, {});
        return;
    }
    pickBy(what, [facts = m_facts, runs](const ComparedInput& one, std::size_t run) {
        if (std::ranges::find(runs, run) == runs.end()) {
            return std::vector<int>();
        }
        const RowSpan rows = comparedRows(*one.run, facts->choice.window, facts->steadyFrom);
        const std::span<const int> all = one.run->table.iterations();
        return std::vector<int>(all.begin() + static_cast<std::ptrdiff_t>(rows.first),
                                all.begin() + static_cast<std::ptrdiff_t>(rows.last));
    });
}

void CompareDesk::pickBy(const QString& what,
                         std::function<std::vector<int>(const ComparedInput&, std::size_t)> of)
{
    Jobs& jobs = m_context.session.jobs();
    jobs.stop(m_pickJob);
    ++m_pickRound;
    if (!of) {
        m_context.selection.pick({});
        return;
    }
    m_pickJob = jobs.run(
        tr("Pick iterations"),
        [facts = m_facts, of = std::move(of), what](const std::stop_token& stop, const Progress&) {
            Picked picked{what, {}};
            for (std::size_t run = 0; run < facts->runs.size() && !stop.stop_requested(); ++run) {
                picked.iterations[facts->runs[run].identity] = of(facts->runs[run], run);
            }
            return picked;
        },
        this,
        [this, round = m_pickRound](Picked picked) {
            if (round == m_pickRound) {
                m_context.selection.pick(std::move(picked));
            }
        });
}

} // namespace soak::ui
