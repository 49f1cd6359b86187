// SPDX-License-Identifier: GPL-3.0-or-later
// What the guards saw and held: signals, debounced states and their timers, freezes.
#pragma once

#include "core/analysis/explain.h"
#include "ui/session/view_context.h"
#include "ui/views/guard_lane_list.h"

#include <QWidget>

class QStackedLayout;

namespace soak::ui
{

class ElidedLabel;
class EmptyState;
class GuardLaneChart;

class GuardsView final : public QWidget
{
    Q_OBJECT

public:
    explicit GuardsView(const ViewContext& context, QWidget* parent = nullptr);

Q_SIGNALS:
    // Somebody followed a link; the window knows where it leads.
    void linkActivated(const soak::TextLink& link);
    void eventActivated(int iteration, const QString& subject); // an edge of a lane

private:
    void build();
    void showRun();
    void showLanes(std::vector<Lane> lanes, std::vector<int> edges, const SoakRun& run);
    void showReadout();

    ViewContext m_context;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    ElidedLabel* m_note = nullptr;
    ElidedLabel* m_readout = nullptr;
    GuardLaneChart* m_chart = nullptr;
    std::shared_ptr<const Judgement> m_shown; // whose lanes are shown or being made
    bool m_isMaking = false;
};

} // namespace soak::ui
