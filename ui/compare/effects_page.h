// SPDX-License-Identifier: GPL-3.0-or-later
// The KPIs of the compared runs over each other, and beside them what can be known of the
// differences, the overrides that differ, and the distribution of one KPI. Where there is no room
// for both, one of the two is shown.
#pragma once

#include "ui/charts/chart_stack.h"
#include "ui/compare/compare_desk.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;
class QToolButton;

namespace soak::ui
{

class DifferingOverrides;
class DistributionChart;
class ElidedLabel;
class ForestPlot;

class EffectsPage final : public QWidget
{
    Q_OBJECT

public:
    EffectsPage(const ViewContext& context, CompareDesk& desk, QWidget* parent = nullptr);

    void refreshCharts();
    void refreshFacts();

    [[nodiscard]] ChartStack* stack() const { return m_stack; }

    [[nodiscard]] ForestPlot* forest() const { return m_forest; }

    // The KPI whose effect is looked at.
    [[nodiscard]] Metric shownMetric() const;

    // Below the other details.
    void addDetail(QWidget* detail);

    // Whether the details lie behind the charts, and then which of the two is seen.
    [[nodiscard]] bool isFolded() const { return m_isFolded; }

    void showDetails(bool isShown);

    static constexpr int kBothFrom = 900; // px

Q_SIGNALS:
    void parameterActivated(const QString& name);
    void foldChanged();
    void metricChanged(); // or the runs

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fold();
    void connectSelections();
    [[nodiscard]] bool isSameAxis() const; // as the window's: iterations, none of them moved
    void takeCursor();
    void giveCursor();
    void takePicked();
    void givePicked();
    bool dragOffset(ChartPane& pane, QEvent* event);

    ViewContext m_context;
    CompareDesk& m_desk;
    Selection m_own; // of this axis: where it is another one than the window's
    ChartStack* m_stack = nullptr;
    ElidedLabel* m_troubles = nullptr;
    QScrollArea* m_details = nullptr;
    QVBoxLayout* m_column = nullptr; // in it
    QWidget* m_left = nullptr;
    ForestPlot* m_forest = nullptr;
    DifferingOverrides* m_overrides = nullptr;
    DistributionChart* m_distribution = nullptr;
    bool m_isFolded = false;
    bool m_hasDetails = false;
    bool m_isPassing = false; // on from one selection to the other
    ChartsRef m_shown;
    QString m_shownHighlight;
    std::optional<double> m_dragFrom; // pixel at which an offset drag began
    double m_dragStep = 1;            // pixels of a step along the axis then
    int m_dragOffset = 0;
    QString m_dragged;
};

} // namespace soak::ui
