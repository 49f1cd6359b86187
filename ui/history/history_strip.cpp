// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_strip.h"

#include "core/history/history_store.h"

#include <QVBoxLayout>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr std::size_t kFewestRuns = 2; // of one there is nothing usual
constexpr int kStripHeight = 124;

// Empty when there is no history, or none that can be read: the view of the history says why.
KpiHistory madeAlike(const HistoryPlace& place, Metric metric, const std::string& engine)
{
    if (place == HistoryPlace()) {
        return {};
    }
    Result<HistoryStore> store = HistoryStore::open(place, HistoryAccess::Read);
    if (!store) {
        return {};
    }
    RunQuery query;
    if (!engine.empty()) {
        query = parseRunQuery("engine:" + engine).query;
    }
    auto points = kpiByRun(*store, metric, query, SystemClock().wall());
    return points ? kpiHistory(metric, std::move(*points)) : KpiHistory{};
}

} // namespace

HistoryStrip::HistoryStrip(const ViewContext& context, HistoryPlace place, QWidget* parent)
    : QWidget(parent), m_context(context), m_place(std::move(place))
{
    m_chart = new KpiChart(context.theme, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chart);
    setFixedHeight(kStripHeight);
    hide();
}

void HistoryStrip::showRun(Metric metric, const QString& run)
{
    Wish wish;
    wish.metric = metric;
    if (const OpenRun* open = m_context.session.find(run)) {
        if (const std::optional<RunInfo>& info = open->run->info) {
            wish.engine = info->engine;
            wish.started = info->startedMs;
        }
    }
    if (wish != m_wish) {
        m_wish = wish;
        readAgain();
    }
}

void HistoryStrip::readAgain()
{
    Jobs& jobs = m_context.session.jobs();
    jobs.stop(m_job);
    m_job = jobs.run(
        tr("Read the history"),
        [place = m_place, wish = m_wish](const std::stop_token&, const Progress&) {
            return madeAlike(place, wish.metric, wish.engine);
        },
        this, [this, wish = m_wish](KpiHistory history) { take(wish, std::move(history)); });
}

void HistoryStrip::take(const Wish& wish, KpiHistory history)
{
    if (wish != m_wish) {
        return; // another one is on its way
    }
    const auto values = std::ranges::count_if(
        history.runs, [](const KpiOfRun& run) { return run.lastN.has_value(); });
    setVisible(static_cast<std::size_t>(values) >= kFewestRuns);
    std::optional<std::int64_t> current;
    for (const KpiOfRun& run : history.runs) {
        if (run.startedMs == wish.started) {
            current = run.number;
        }
    }
    m_chart->setHistory(std::make_shared<const KpiHistory>(std::move(history)));
    m_chart->setCurrent(current);
}

} // namespace soak::ui
