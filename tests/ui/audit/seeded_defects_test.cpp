// SPDX-License-Identifier: GPL-3.0-or-later
// One planted defect of each kind, and the audit that names it.
#include "tests/ui/audit/audit.h"
#include "tests/ui/charts/chart_samples.h"
#include "tests/ui/support/open_runs.h"
#include "ui/charts/chart_stack.h"
#include "ui/views/guard_lane_chart.h"
#include "ui/views/override_heat_map.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/verdict_chip.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>
#include <QVBoxLayout>
#include <gtest/gtest.h>

#include <algorithm>

namespace soak::ui
{
namespace
{

class SeededDefect : public testing::Test
{
protected:
    SeededDefect()
    {
        m_theme.choose(ThemeChoice::Light);
        m_window.resize(600, 400);
    }

    template <typename W, typename... Arguments>
    W* add(const QRect& place, Arguments&&... arguments)
    {
        auto* widget = new W(std::forward<Arguments>(arguments)..., &m_window);
        widget->setGeometry(place);
        return widget;
    }

    Defects found(Script script = Script::Any)
    {
        m_window.show();
        QCoreApplication::processEvents();
        return audit(m_window, script);
    }

    // Exactly one kind, and the widget by its class.
    void expectOnly(DefectKind kind, const char* widget, Script script = Script::Any)
    {
        const Defects defects = found(script);
        ASSERT_FALSE(defects.empty());
        for (const Defect& defect : defects) {
            EXPECT_EQ(defect.kind, kind)
                << kindName(defect.kind).toStdString() << ": " << defect.what.toStdString();
            EXPECT_TRUE(defect.widget.section(QLatin1Char('/'), -1).contains(QLatin1String(widget)))
                << defect.widget.toStdString();
        }
    }

    void expectNothing(Script script = Script::Any)
    {
        for (const Defect& defect : found(script)) {
            ADD_FAILURE() << kindName(defect.kind).toStdString() << ", "
                          << defect.widget.toStdString() << ": " << defect.what.toStdString();
        }
    }

    Theme m_theme;
    QWidget m_window;
};

const QRect kPlace(10, 10, 200, 24);
const QRect kNarrow(10, 10, 30, 24);

SceneRef sceneOfTen()
{
    const RunLine line = longLine(10, Metric::P95LatencyMs, wave);
    return metricScene({&line, 1}, Metric::P95LatencyMs);
}

// Takes the strength out of what lies below it.
class Veil final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter(this).fillRect(rect(), QColor(255, 255, 255, 200));
    }
};

} // namespace

TEST_F(SeededDefect, AWindowWithoutOneIsClean)
{
    add<QLabel>(kPlace, QStringLiteral("p95 latency"));
    add<QPushButton>(QRect(10, 50, 120, 30), QStringLiteral("Start"));
    expectNothing();
}

TEST_F(SeededDefect, ALabelTooNarrowForItsText)
{
    add<QLabel>(kNarrow, QStringLiteral("p95 latency, ms"));
    expectOnly(DefectKind::CutText, "QLabel");
}

TEST_F(SeededDefect, AButtonTooNarrowForItsText)
{
    add<QPushButton>(kNarrow, QStringLiteral("Copy the summary"));
    expectOnly(DefectKind::CutText, "QPushButton");
}

TEST_F(SeededDefect, ALabelTooLowForItsText)
{
    add<QLabel>(QRect(10, 10, 200, 7), QStringLiteral("p95 latency, ms"));
    expectOnly(DefectKind::CutText, "QLabel");
}

TEST_F(SeededDefect, AnElidedTextNeedsATooltipThatTellsIt)
{
    auto* table = add<QTableWidget>(QRect(0, 0, 300, 200), 1, 1);
    table->setColumnWidth(0, 60);
    auto* item = new QTableWidgetItem(QStringLiteral("replace_rate_per_minute"));
    table->setItem(0, 0, item);
    expectOnly(DefectKind::CutText, "QWidget");
    item->setToolTip(QStringLiteral("quoting.min_interval_ms"));
    expectOnly(DefectKind::CutText, "QWidget");
    item->setToolTip(QStringLiteral("quoting.replace_rate_per_minute"));
    expectNothing();
}

TEST_F(SeededDefect, AnElidedLabelTellsItself)
{
    add<ElidedLabel>(QRect(10, 10, 60, 24), QStringLiteral("the newest iteration"));
    expectNothing();
}

TEST_F(SeededDefect, AChipTooNarrowForItsWord)
{
    auto* chip = add<VerdictChip>(QRect(10, 10, 44, 20), m_theme);
    chip->setVerdict(Meaning::Pass, QStringLiteral("PASS"));
    chip->setFixedSize(44, 20);
    expectOnly(DefectKind::CutText, "VerdictChip");
}

TEST_F(SeededDefect, ATabBarTooNarrowForItsTabs)
{
    auto* tabs = add<QTabBar>(QRect(0, 0, 90, 30));
    for (const char* word : {"Overview", "Iterations", "Overrides"}) {
        tabs->addTab(QString::fromLatin1(word));
    }
    expectOnly(DefectKind::CutText, "QTabBar");
}

namespace
{

class TwoTexts final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.drawText(QPointF(10, 20), QStringLiteral("iteration 33"));
        painter.drawText(QPointF(40, 20), QStringLiteral("iteration 34"));
    }
};

} // namespace

TEST_F(SeededDefect, TwoTextsOfAPainterThatRunIntoEachOther)
{
    add<TwoTexts>(kPlace);
    const Defects defects = found();
    EXPECT_TRUE(std::ranges::any_of(
        defects, [](const Defect& one) { return one.kind == DefectKind::OverlaidText; }));
}

TEST_F(SeededDefect, TwoSiblingsThatOverlap)
{
    add<QLabel>(kPlace, QStringLiteral("left"));
    auto* other = add<QLabel>(kPlace.translated(150, 0), QStringLiteral("right"));
    expectOnly(DefectKind::Overlap, "QLabel");
    other->setProperty("overlay", true);
    expectNothing();
}

TEST_F(SeededDefect, AChildThatReachesOutOfItsParent)
{
    auto* parent = add<QWidget>(kPlace);
    auto* child = new QLabel(QStringLiteral("x"), parent);
    child->setGeometry(100, 0, 140, 20);
    expectOnly(DefectKind::Overlap, "QLabel");
}

TEST_F(SeededDefect, TextOfLowContrast)
{
    auto* label = add<QLabel>(kPlace, QStringLiteral("p95 latency"));
    label->setStyleSheet(QStringLiteral("color: #b0b6bc"));
    expectOnly(DefectKind::LowContrast, "QLabel");
}

TEST_F(SeededDefect, AChartAsItShouldBeIsClean)
{
    auto* pane = add<ChartPane>(QRect(0, 0, 600, 200), m_theme);
    pane->setScene(sceneOfTen());
    expectNothing();
}

TEST_F(SeededDefect, LabelsOfAChartThatReachOutOfIt)
{
    auto* pane = add<ChartPane>(QRect(0, 0, 600, 200), m_theme);
    pane->setScene(sceneOfTen());
    pane->setPlotEdges(4, 550); // no room for the numbers left of the plot
    expectOnly(DefectKind::ChartLabel, "ChartPane");
}

TEST_F(SeededDefect, LabelsOfAChartOnTheEdgeOfItsPlot)
{
    auto* pane = add<ChartPane>(QRect(0, 0, 600, 30), m_theme); // lower than a plot may be
    pane->setScene(sceneOfTen());
    const Defects defects = found();
    EXPECT_TRUE(std::ranges::any_of(
        defects, [](const Defect& one) { return one.kind == DefectKind::ChartLabel; }));
}

// Words for an empty plot, though there is a line: they stand where it runs.
TEST_F(SeededDefect, ALabelOfAChartThatALineRunsThrough)
{
    ChartScene scene = *sceneOfTen();
    scene.thresholds = {{150, GateOp::AtLeast, {}}, {270, GateOp::AtMost, {}}};
    scene.emptyText = QStringLiteral("p95_latency_ms is not recorded");
    scene.series.front().extent.reset();
    auto* pane = add<ChartPane>(QRect(0, 0, 600, 200), m_theme);
    pane->setScene(std::make_shared<const ChartScene>(scene));
    expectOnly(DefectKind::CrossedLabel, "ChartPane");
    scene.series.clear();
    pane->setScene(std::make_shared<const ChartScene>(scene));
    expectNothing();
}

TEST_F(SeededDefect, APlotWithoutALineAndWithoutWords)
{
    auto* pane = add<ChartPane>(QRect(0, 0, 600, 200), m_theme);
    pane->setScene(sceneOfTen());
    pane->setRange({40.5, 60.5});
    expectOnly(DefectKind::EmptyPlot, "ChartPane");
}

TEST_F(SeededDefect, AChartOfLowContrast)
{
    auto* pane = add<ChartPane>(QRect(0, 0, 600, 200), m_theme);
    pane->setScene(sceneOfTen());
    auto* veil = new Veil(pane);
    veil->setGeometry(pane->rect());
    const Defects defects = found();
    const auto isLine = [](const Defect& one) {
        return one.kind == DefectKind::LowContrast && one.what.contains(QStringLiteral("not 3"));
    };
    const auto isText = [](const Defect& one) {
        return one.kind == DefectKind::LowContrast && one.what.contains(QStringLiteral("not 4.5"));
    };
    EXPECT_TRUE(std::ranges::any_of(defects, isLine));
    EXPECT_TRUE(std::ranges::any_of(defects, isText));
}

TEST_F(SeededDefect, PlotsOfAColumnThatDoNotBeginTogether)
{
    Selection selection;
    auto* stack = add<ChartStack>(QRect(0, 0, 600, 400), selection, m_theme);
    stack->setScenes({sceneOfTen()});
    stack->setDomain({0.5, 10.5});
    expectNothing();
    ChartPane* pane = stack->panes().front();
    pane->setPlotEdges(pane->plotRect().left() + 3, pane->plotRect().right());
    expectOnly(DefectKind::UnevenEdges, "ChartPane");
}

TEST_F(SeededDefect, GuardLanesWithoutRoomOrStrengthOrTranslation)
{
    OpenRuns runs;
    Lane lane;
    lane.kind = LaneKind::Timer;
    lane.title = QStringLiteral("latency hard, timer");
    lane.scale = QStringLiteral("2.5 / 4 s");
    auto* chart = add<GuardLaneChart>(QRect(0, 0, 600, 200), runs.context);
    chart->setLanes({lane}, {}, 1, 10);
    expectNothing();
    expectOnly(DefectKind::Untranslated, "GuardLaneChart", Script::Russian);
    chart->resize(150, 200);
    expectOnly(DefectKind::ChartLabel, "GuardLaneChart");
    chart->resize(600, 200);
    auto* veil = new Veil(chart);
    veil->setGeometry(chart->rect());
    veil->show();
    expectOnly(DefectKind::LowContrast, "GuardLaneChart");
}

TEST_F(SeededDefect, AHeatMapWithoutRoomOrStrength)
{
    OpenRuns runs;
    auto* map = add<OverrideHeatMap>(QRect(0, 0, 400, 60), runs.context);
    map->setRun(aRun().proposing(3, {{"min_interval_ms", {5}}}).shared());
    expectNothing();
    map->resize(400, 24);
    expectOnly(DefectKind::ChartLabel, "OverrideHeatMap");
    map->resize(400, 60);
    auto* veil = new Veil(map);
    veil->setGeometry(map->rect());
    veil->show();
    expectOnly(DefectKind::LowContrast, "OverrideHeatMap");
}

TEST_F(SeededDefect, RussianTextWithoutCyrillic)
{
    auto* label = add<QLabel>(kPlace, QStringLiteral("p95 latency, iteration 33"));
    expectOnly(DefectKind::Untranslated, "QLabel", Script::Russian);
    label->setText(QStringLiteral("\u0438\u0442\u0435\u0440\u0430\u0446\u0438\u044f 33"));
    expectNothing(Script::Russian);
    label->setToolTip(QStringLiteral("the newest iteration"));
    expectOnly(DefectKind::Untranslated, "QLabel", Script::Russian);
}

TEST(ForeignWords, NamesFilesAndKeysAreNone)
{
    for (const char* text : {"min_interval_ms", "ITER_SUMMARY_3.json", "nightly-36", "Ctrl+K",
                             "--engine", "a/b/c", "quoting.tail_age_ms", "RUN", "p95", "ms"}) {
        EXPECT_TRUE(foreignWords(QString::fromLatin1(text)).isEmpty()) << text;
    }
    EXPECT_EQ(foreignWords(QStringLiteral("target \u2265 0.83, margin +0.02")),
              (QStringList{QStringLiteral("target"), QStringLiteral("margin")}));
}

TEST(ForeignWords, CommandsAreNoneWholeOrCut)
{
    EXPECT_EQ(foreignWords(QStringLiteral("say `soak history rebuild DIR` again")),
              (QStringList{QStringLiteral("say"), QStringLiteral("again")}));
    EXPECT_TRUE(foreignWords(QStringLiteral("`soak history reb\u2026")).isEmpty());
    EXPECT_TRUE(foreignWords(QStringLiteral("soak history import DIR")).isEmpty());
}

} // namespace soak::ui
