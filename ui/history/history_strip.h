// SPDX-License-Identifier: GPL-3.0-or-later
// Beside a comparison: one KPI over the remembered runs that were made alike, so that a difference
// is seen against what is usual from run to run. Takes no room while nothing is remembered.
#pragma once

#include "core/history/history_store.h"
#include "core/model/kpi.h"
#include "ui/history/kpi_chart.h"
#include "ui/session/view_context.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <utility>
#include <vector>

class QToolButton;

namespace soak::ui
{

class HistoryStrip final : public QWidget
{
    Q_OBJECT

public:
    HistoryStrip(const ViewContext& context, HistoryPlace place, QWidget* parent = nullptr);

    // `candidate`: the identity of the open run that is ringed; the runs of its engine are shown.
    // `baseline`: whether others were made as it was is told. Read in a job.
    void showRun(Metric metric, const QString& candidate, const QString& baseline);
    void readAgain();

    [[nodiscard]] KpiChart* chart() const { return m_chart; }

    // "The configuration of A is that of 6 other runs in the history: compare with them, too"; ""
    // when there is none.
    [[nodiscard]] QString alikeText() const;

Q_SIGNALS:
    void compareRequested(const QStringList& folders); // of the runs that were made as A

private:
    struct Wish {
        Metric metric = Metric::NetBps;
        std::string engine;             // "" = of any
        std::optional<EpochMs> started; // of the run that is ringed
        QString baseline;               // its identity: a closed run is not kept
        bool operator==(const Wish&) const = default;
    };

    struct Found {
        KpiHistory kpi;
        std::vector<std::pair<QString, QString>> alike; // identity and folder, newest first
    };

    [[nodiscard]] static Found read(const HistoryPlace& place, const Wish& wish,
                                    const SoakRun* baseline);
    void take(const Wish& wish, Found found);

    ViewContext m_context;
    HistoryPlace m_place;
    Wish m_wish;
    KpiChart* m_chart = nullptr;
    QToolButton* m_alike = nullptr;
    QStringList m_folders; // of the runs that were made as A
    int m_job = 0;
};

} // namespace soak::ui
