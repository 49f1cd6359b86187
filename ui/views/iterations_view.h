// SPDX-License-Identifier: GPL-3.0-or-later
// The KPIs over the iterations, with what was changed and what was held.
#pragma once

#include "core/analysis/explain.h"
#include "core/report/plot.h"
#include "ui/session/view_context.h"

#include <QHash>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <span>
#include <vector>

class QLabel;
class QStackedLayout;
class QTableView;
class QToolButton;

namespace soak
{
struct KpiChanges;
struct RunEvent;
} // namespace soak

namespace soak::ui
{

class ChartPicker;
class ChartStack;
class IterationsModel;
class SeriesCache;
struct ChartChoice;
struct ChartGroup;
struct ChartMarks;
struct Explanation;
struct RunLine;

// Ids of scenes: of all metrics and parameters.
bool isChartId(const QString& sceneId);
std::optional<Metric> metricOf(const QString& sceneId);     // nullopt: it is a parameter's
std::optional<QString> parameterOf(const QString& sceneId); // its path; nullopt: it is a metric's

class IterationsView final : public QWidget
{
    Q_OBJECT

public:
    explicit IterationsView(const ViewContext& context, QWidget* parent = nullptr);
    ~IterationsView() override;

    // Shows its chart, made when it is not there yet, and gives it the focus.
    void addMetric(soak::Metric metric);
    void addParameter(const QString& path); // dotted, or the parameter's name
    void removeChart(const QString& sceneId);

    // Ids of scenes, as the workspace has them: what is done to charts can be undone there.
    [[nodiscard]] QStringList charts() const;
    void resetCharts(); // the four KPIs

    void setColumns(int columns);
    void showMarket(bool isShown); // the group Market and load
    void showTable(bool isTable);
    [[nodiscard]] bool isTable() const;

    ChartStack* stack() { return m_stack; }

Q_SIGNALS:
    // Somebody followed a link; the window knows where it leads.
    void linkActivated(const soak::TextLink& link);
    void noteRequested(int iteration);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Events = std::shared_ptr<const std::vector<RunEvent>>;

    // What was made of a judgement, until there is another.
    struct Prepared {
        std::weak_ptr<const Judgement> judgement;
        Events events;
        std::shared_ptr<const ChartMarks> marks;    // of those events
        std::weak_ptr<const Judgement> levelsAsked; // the judgement that they are of
        std::shared_ptr<const std::vector<KpiChanges>> levels;
        bool isAsked = false;
        bool isReady = false;   // its events are there, and its first long series in the cache
        QStringList asked = {}; // long series that a job works on
    };

    // iterations_explain.cpp
    void addExplainer();
    [[nodiscard]] std::optional<Explanation> explanation(const QWidget* focus) const;

    // iterations_controls.cpp
    void makeControls();
    void retranslate();
    void rebuildTable();
    void showEmpty();
    void updateTools();
    void tableMoved();
    void cursorMoved();

    // iterations_layout.cpp
    void edit(const QString& text, const QStringList& sceneIds);
    void addChart(const QString& sceneId);
    void applyLayout();
    [[nodiscard]] ChartGroup marketGroup(std::span<const RunLine> lines);
    [[nodiscard]] std::vector<ChartChoice> choices() const;
    void pick();
    void follow(const QString& eventId);
    void stepChange(int step);

    // iterations_prepare.cpp
    [[nodiscard]] bool isPrepared(const OpenRun& run); // else it will be
    void findLevels(const OpenRun& run);
    [[nodiscard]] QStringList unprepared(const OpenRun& run) const;
    void prepareLong(const OpenRun& run, const QStringList& sceneIds);
    [[nodiscard]] bool canShow(const QString& sceneId, std::span<const RunLine> lines) const;

    // iterations_view.cpp
    void connectContext();
    void later(); // rebuilds at the next turn of the loop, or when seen again
    void letGo();
    void rebuild();
    void reveal(const QString& sceneId);
    void followRightEdge(PlotRange domain);
    [[nodiscard]] std::vector<RunLine> lines();

    ViewContext m_context;
    ChartStack* m_stack = nullptr;
    QTableView* m_table = nullptr;
    IterationsModel* m_model = nullptr;
    ChartPicker* m_picker = nullptr;
    QLabel* m_empty = nullptr;
    QLabel* m_rangeText = nullptr;
    QToolButton* m_add = nullptr;
    QToolButton* m_grid = nullptr;
    QToolButton* m_asTable = nullptr;
    QStackedLayout* m_pages = nullptr;
    QTimer m_later;
    QHash<QString, Prepared> m_prepared;
    QString m_toReveal; // a chart that is not there yet
    QString m_shownPrimary;
    std::optional<int> m_lastIteration; // of the primary run, as shown
    std::shared_ptr<SeriesCache> m_cache;
    bool m_isPreparing = false; // a run is shown that is not ready to be drawn
    bool m_isDirty = true;
    bool m_isTable = false;
};

} // namespace soak::ui
