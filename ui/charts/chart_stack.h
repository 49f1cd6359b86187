// SPDX-License-Identifier: GPL-3.0-or-later
// Charts, event lanes and overview with the same left and right plot edge and one x axis, all of
// them showing one Selection.
#pragma once

#include "ui/charts/chart_pane.h"
#include "ui/charts/event_lanes.h"
#include "ui/charts/overview_strip.h"
#include "ui/session/selection.h"

#include <QMenu>
#include <QWidget>

#include <array>
#include <vector>

class QGridLayout;
class QScrollArea;

namespace soak::ui
{

class GroupHeader;

// Small charts below the others, under a heading that opens and closes them.
struct ChartGroup {
    QString title; // "" = there is no group
    QString detail;
    bool isOpen = false;
    std::vector<SceneRef> scenes; // while it is open
};

class ChartStack final : public QWidget
{
    Q_OBJECT

public:
    ChartStack(Selection& selection, const Theme& theme, QWidget* parent = nullptr);

    // In the order shown. A chart whose id was shown already stays as it is otherwise.
    void setScenes(const std::vector<SceneRef>& scenes, const ChartGroup& group = {});
    void setLanes(const LaneSceneRef& lanes);
    // Everything there is along x, of all runs.
    void setDomain(PlotRange domain);
    // 1: all charts under each other. 2: two columns, lanes and overview under each.
    void setColumns(int columns);

    [[nodiscard]] int columns() const { return m_columns; }

    // Lanes of events and the overview of the whole run under the charts.
    void setLanesShown(bool isShown);

    [[nodiscard]] bool hasLanes() const { return m_hasLanes; }

    // Those of the group last.
    [[nodiscard]] const std::vector<ChartPane*>& panes() const { return m_panes; }

    [[nodiscard]] GroupHeader* groupHeader() const { return m_header; }

    [[nodiscard]] EventLanes* lanes(std::size_t column = 0) const { return m_lanes[column]; }

    [[nodiscard]] OverviewStrip* overview(std::size_t column = 0) const
    {
        return m_overviews[column];
    }

    // What is shown, half an iteration beyond both ends.
    [[nodiscard]] PlotRange shownRange() const;
    void showAll();
    void revealPane(const QString& id); // scrolls to it and gives it the focus

Q_SIGNALS:
    void noteRequested(int iteration);
    void laneMenuMade(QMenu* menu, int iteration); // of a place in the lanes: more can be added
    void activated(const QString& id);             // an event: "delta:27", "guard:18"
    void removeRequested(const QString& id);       // of a scene
    void groupToggled(bool isOpen);
    void thresholdRequested(const QString& gate, double value);
    void menuRequested(soak::ui::ChartPane* pane, QPoint globalAt);
    void copyRequested(soak::ui::ChartPane* pane); // nullptr: all of them

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static constexpr std::size_t kMostColumns = 2;

    ChartPane* makePane();
    void connectStrip(std::size_t column);
    void showGroup(const ChartGroup& group);
    void arrange();
    void placePanes(std::size_t first, std::size_t count, int row);
    void align();
    [[nodiscard]] bool isScrolled() const;
    void request(PlotRange range, bool isContinued);
    void point(int iteration, bool isClick);
    void showSelection();
    void showPicked();
    void showHighlight();
    void showRange();
    void moveCursor(std::optional<int> iteration);
    void stepCursor(int step);
    void stepEvent(int step);
    void stepPane(int step);
    void zoomAtCursor(double factor);
    bool handleKey(const QKeyEvent& event);
    bool handleControlKey(int key);
    void toggleMark(bool isA);
    [[nodiscard]] const ChartScene* first() const;
    [[nodiscard]] ChartPane* focusedPane() const;

    Selection& m_selection;
    const Theme& m_theme;
    PlotRange m_domain;
    int m_columns = 1;
    bool m_hasLanes = true;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_area = nullptr; // holds the panes
    QGridLayout* m_grid = nullptr;
    GroupHeader* m_header = nullptr;
    std::vector<ChartPane*> m_panes;
    std::size_t m_large = 0; // so many of them are not of the group
    std::array<EventLanes*, kMostColumns> m_lanes{};
    std::array<OverviewStrip*, kMostColumns> m_overviews{};
    bool m_isAligning = false;
};

} // namespace soak::ui
