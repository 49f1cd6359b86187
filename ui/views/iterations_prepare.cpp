// SPDX-License-Identifier: GPL-3.0-or-later
// What a run needs before its charts can be drawn: of a long one all of it comes from jobs.
#include "core/analysis/events.h"
#include "core/analysis/market_load.h"
#include "core/analysis/run_changes.h"
#include "ui/charts/chart_stack.h"
#include "ui/charts/series.h"
#include "ui/session/freed_elsewhere.h"
#include "ui/views/iterations_view.h"

#include <algorithm>
#include <utility>

namespace soak::ui
{
namespace
{

// Above so many rows nothing walks through all of them on the GUI thread.
constexpr std::size_t kMostRowsPrepared = 20'000;

// One long series, made in a job.
struct MadeSeries {
    QString sceneId;
    SeriesCache::Entry entry;
    std::shared_ptr<const ParameterBuffer> parameter; // nullptr: it is a metric's
};

MadeSeries makeSeries(const QString& sceneId, const std::shared_ptr<const Judgement>& judgement)
{
    MadeSeries made;
    made.sceneId = sceneId;
    const IterationTable& table = judgement->run->table;
    if (const auto path = parameterOf(sceneId)) {
        made.parameter = makeParameterBuffer(judgement, parameterName(*path));
        SeriesCache::extend(made.entry, table.iterations(),
                            {made.parameter->values, made.parameter->presence});
    } else if (const auto metric = metricOf(sceneId)) {
        SeriesCache::extend(made.entry, table.iterations(), table.column(*metric));
    }
    return made;
}

} // namespace

bool IterationsView::isPrepared(const OpenRun& run)
{
    Prepared& known = m_prepared[run.identity];
    if (known.judgement.lock() != run.judgement) {
        // The events of the shorter run stay in sight until those of the longer one are there.
        known.judgement = run.judgement;
        known.isAsked = false;
    }
    if (run.run->table.rowCount() <= kMostRowsPrepared) {
        if (!known.isAsked) {
            known.events = std::make_shared<const std::vector<RunEvent>>(runEvents(*run.judgement));
            known.marks = std::make_shared<const ChartMarks>(
                marksOf(*run.run, *run.judgement, known.events.get()));
        }
        known.isAsked = true;
        known.isReady = true;
        return true;
    }
    QStringList wanted = unprepared(run);
    if (!known.isAsked) {
        // A longer run has further values of parameters, which nothing adds one by one.
        for (const QString& id : charts()) {
            if (parameterOf(id) && !wanted.contains(id) && !known.asked.contains(id)) {
                wanted += id;
            }
        }
    }
    if (!known.isAsked || !wanted.isEmpty()) {
        known.isAsked = true;
        known.asked += wanted;
        prepareLong(run, wanted);
    }
    return known.isReady;
}

// Change points cost more than a frame whatever the length, and those of a run that grows are
// others with every iteration: they come when it has ended.
void IterationsView::findLevels(const OpenRun& run)
{
    static constexpr Millis kBudget{1000};
    Prepared& known = m_prepared[run.identity];
    const bool isGrowing =
        run.activity == RunActivity::Running || run.activity == RunActivity::Stalled;
    if (isGrowing || known.levelsAsked.lock() == run.judgement) {
        return;
    }
    known.levelsAsked = run.judgement;
    known.levels = nullptr;
    m_context.session.jobs().run(
        tr("Look for change points in %1").arg(m_context.session.nameOf(run.identity)),
        [judgement = run.judgement](const std::stop_token& stop, const Progress&) {
            const SystemClock clock;
            const Millis start = clock.monotonic();
            const auto isTimeUp = [&] {
                return stop.stop_requested() || clock.monotonic() - start > kBudget;
            };
            const std::vector<EffectiveDelta> deltas = verifiedDeltas(judgement->verification);
            auto levels = std::make_shared<std::vector<KpiChanges>>();
            for (const Metric metric : goalMetrics()) {
                levels->push_back(kpiChanges(*judgement->run, metric, deltas, isTimeUp));
            }
            return std::shared_ptr<const std::vector<KpiChanges>>(std::move(levels));
        },
        this,
        [this, identity = run.identity,
         of = run.judgement](std::shared_ptr<const std::vector<KpiChanges>> levels) {
            const auto entry = m_prepared.find(identity);
            if (entry != m_prepared.end() && entry->levelsAsked.lock() == of) {
                entry->levels = std::move(levels);
                later();
            }
        });
}

// The series of shown charts that nobody has made yet, nor works on.
QStringList IterationsView::unprepared(const OpenRun& run) const
{
    QStringList ids = charts();
    if (m_context.session.workspace().layout().isMarketOpen) {
        for (const Metric metric : marketMetrics()) {
            ids += metricSceneId(metric);
        }
    }
    const QStringList asked = m_prepared.value(run.identity).asked;
    ids.erase(std::remove_if(ids.begin(), ids.end(),
                             [&](const QString& id) {
                                 return asked.contains(id) || m_cache->has(run.identity, id);
                             }),
              ids.end());
    ids.removeDuplicates();
    return ids;
}

// A chart waits until each of its long series is there.
bool IterationsView::canShow(const QString& sceneId, std::span<const RunLine> lines) const
{
    if (lines.empty() && m_isPreparing) {
        return false;
    }
    return std::ranges::all_of(lines, [&](const RunLine& line) {
        return line.run->table.rowCount() <= kMostRowsPrepared ||
               m_cache->has(line.identity, sceneId);
    });
}

void IterationsView::prepareLong(const OpenRun& run, const QStringList& sceneIds)
{
    struct Made {
        Events events;
        std::shared_ptr<const ChartMarks> marks;
        std::vector<MadeSeries> series;
    };

    m_context.session.jobs().run(
        tr("Prepare the charts of %1").arg(m_context.session.nameOf(run.identity)),
        [judgement = run.judgement, sceneIds](const std::stop_token& stop, const Progress&) {
            Made made;
            for (const QString& id : sceneIds) {
                if (stop.stop_requested()) {
                    return made;
                }
                made.series.push_back(makeSeries(id, judgement));
            }
            made.events = freedElsewhere(
                std::make_shared<const std::vector<RunEvent>>(runEvents(*judgement)));
            made.marks = freedElsewhere(std::make_shared<const ChartMarks>(
                marksOf(*judgement->run, *judgement, made.events.get())));
            return made;
        },
        this,
        [this, identity = run.identity, sceneIds](Made made) {
            const auto entry = m_prepared.find(identity);
            if (entry == m_prepared.end()) {
                return;
            }
            for (const QString& id : sceneIds) {
                entry->asked.removeAll(id);
            }
            if (!made.events) {
                return;
            }
            for (MadeSeries& series : made.series) {
                if (series.parameter) {
                    m_cache->putParameter(identity, series.sceneId, series.parameter);
                }
                if (!m_cache->has(identity, series.sceneId)) {
                    m_cache->put(identity, series.sceneId, std::move(series.entry));
                }
            }
            entry->events = std::move(made.events);
            entry->marks = std::move(made.marks);
            entry->isReady = true;
            later();
        });
}

} // namespace soak::ui
