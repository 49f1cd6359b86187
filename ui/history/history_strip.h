// SPDX-License-Identifier: GPL-3.0-or-later
// Beside a comparison: one KPI over the remembered runs that were made alike, so that a difference
// is seen against what is usual from run to run. Takes no room while nothing is remembered.
#pragma once

#include "core/history/history_store.h"
#include "core/model/kpi.h"
#include "ui/history/kpi_chart.h"
#include "ui/session/view_context.h"

#include <QWidget>

namespace soak::ui
{

class HistoryStrip final : public QWidget
{
    Q_OBJECT

public:
    HistoryStrip(const ViewContext& context, HistoryPlace place, QWidget* parent = nullptr);

    // `run`: the identity of the open run that is ringed; the runs of its engine are shown. Read in
    // a job.
    void showRun(Metric metric, const QString& run);
    void readAgain();

    [[nodiscard]] KpiChart* chart() const { return m_chart; }

private:
    struct Wish {
        Metric metric = Metric::NetBps;
        std::string engine;             // "" = of any
        std::optional<EpochMs> started; // of the run that is ringed
        bool operator==(const Wish&) const = default;
    };

    void take(const Wish& wish, KpiHistory history);

    ViewContext m_context;
    HistoryPlace m_place;
    Wish m_wish;
    KpiChart* m_chart = nullptr;
    int m_job = 0;
};

} // namespace soak::ui
