// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_strip.h"

#include "core/history/history_store.h"
#include "core/history/same_configuration.h"
#include "ui/theme/numbers.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace soak::ui
{
namespace
{

constexpr std::size_t kFewestRuns = 2; // of one there is nothing usual
constexpr int kStripHeight = 124;

} // namespace

HistoryStrip::HistoryStrip(const ViewContext& context, HistoryPlace place, QWidget* parent)
    : QWidget(parent), m_context(context), m_place(std::move(place))
{
    m_chart = new KpiChart(context.theme, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_alike = new QToolButton(this);
    m_alike->setAutoRaise(true);
    m_alike->setToolTip(
        tr("Opens and draws them. On the command line, soak compare --arm-a takes them as an arm"));
    connect(m_alike, &QToolButton::clicked, this, [this] { Q_EMIT compareRequested(m_folders); });
    column->addWidget(m_alike);
    column->addWidget(m_chart);
    m_chart->setFixedHeight(kStripHeight);
    hide();
}

void HistoryStrip::showRun(Metric metric, const QString& candidate, const QString& baseline)
{
    Wish wish;
    wish.metric = metric;
    if (const OpenRun* open = m_context.session.find(candidate)) {
        if (const std::optional<RunInfo>& info = open->run->info) {
            wish.engine = info->engine;
            wish.started = info->startedMs;
        }
    }
    wish.baseline = baseline;
    if (wish != m_wish) {
        m_wish = wish;
        readAgain();
    }
}

// Nothing when there is no history, or none that can be read: the view of the history says why.
HistoryStrip::Found HistoryStrip::read(const HistoryPlace& place, const Wish& wish,
                                       const SoakRun* baseline)
{
    Found found;
    if (place == HistoryPlace()) {
        return found;
    }
    Result<HistoryStore> store = HistoryStore::open(place, HistoryAccess::Read);
    if (!store) {
        return found;
    }
    RunQuery query;
    if (!wish.engine.empty()) {
        query = parseRunQuery("engine:" + wish.engine).query;
    }
    if (auto points = kpiByRun(*store, wish.metric, query, SystemClock().wall())) {
        found.kpi = kpiHistory(wish.metric, std::move(*points));
    }
    if (baseline != nullptr) {
        if (const auto alike = runsOfConfiguration(*store, *baseline)) {
            for (const HistoryRun& run : *alike) {
                found.alike.emplace_back(toQString(run.row.identity), toQString(run.row.folder));
            }
        }
    }
    return found;
}

void HistoryStrip::readAgain()
{
    Jobs& jobs = m_context.session.jobs();
    jobs.stop(m_job);
    const OpenRun* open = m_context.session.find(m_wish.baseline);
    m_job = jobs.run(
        tr("Read the history"),
        [place = m_place, wish = m_wish, run = open == nullptr ? nullptr : open->run](
            const std::stop_token&, const Progress&) { return read(place, wish, run.get()); },
        this, [this, wish = m_wish](Found found) { take(wish, std::move(found)); });
}

void HistoryStrip::take(const Wish& wish, Found found)
{
    if (wish != m_wish) {
        return; // another one is on its way
    }
    const auto values = std::ranges::count_if(
        found.kpi.runs, [](const KpiOfRun& run) { return run.lastN.has_value(); });
    std::optional<std::int64_t> current;
    for (const KpiOfRun& run : found.kpi.runs) {
        if (run.startedMs == wish.started) {
            current = run.number;
        }
    }
    m_chart->setHistory(std::make_shared<const KpiHistory>(std::move(found.kpi)));
    m_chart->setCurrent(current);
    m_chart->setVisible(static_cast<std::size_t>(values) >= kFewestRuns);
    m_folders.clear();
    for (const auto& [identity, folder] : found.alike) {
        if (!m_context.selection.shown().contains(identity)) {
            m_folders << folder;
        }
    }
    m_alike->setText(alikeText());
    m_alike->setAccessibleName(alikeText());
    m_alike->setVisible(!m_folders.isEmpty());
    setVisible(!m_chart->isHidden() || !m_alike->isHidden());
}

QString HistoryStrip::alikeText() const
{
    return m_folders.isEmpty() ? QString()
                               : tr("Compare with %n other run(s) made as A, too", nullptr,
                                    static_cast<int>(m_folders.size()));
}

} // namespace soak::ui
