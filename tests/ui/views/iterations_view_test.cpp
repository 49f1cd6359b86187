// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"
#include "ui/charts/chart_stack.h"
#include "ui/theme/numbers.h"
#include "ui/views/iterations_view.h"

#include <QAbstractItemModel>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <gmock/gmock.h>

#include <filesystem>

namespace soak::ui
{
namespace
{

const QString kLatency = QStringLiteral("metric:p95_latency_ms");

class IterationsViewTest : public testing::Test
{
protected:
    IterationsViewTest() { m_theme.choose(ThemeChoice::Light); }

    QString open(const std::filesystem::path& folder)
    {
        QSignalSpy opened(&m_session, &Session::opened);
        m_session.open(folder);
        EXPECT_TRUE(opened.wait()) << m_session.problems().size() << " problems";
        return opened.isEmpty() ? QString() : opened.front().front().toString();
    }

    void show(QSize size = {750, 600})
    {
        m_view.resize(size);
        m_view.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&m_view));
        settle();
    }

    static void settle()
    {
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }

    QStringList panes()
    {
        QStringList ids;
        for (const ChartPane* pane : m_view.stack()->panes()) {
            ids << pane->scene()->id;
        }
        return ids;
    }

    template <typename Widget>
    Widget* named(const QString& name)
    {
        for (Widget* widget : m_view.findChildren<Widget*>()) {
            if (widget->accessibleName().startsWith(name)) {
                return widget;
            }
        }
        return nullptr;
    }

    void shoot(const QString& name)
    {
        const QString folder = qEnvironmentVariable("SOAK_SHOTS");
        if (!folder.isEmpty()) {
            m_view.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
        }
    }

    Jobs m_jobs;
    Session m_session{m_jobs};
    Selection m_selection;
    Theme m_theme;
    IterationsView m_view{{m_session, m_selection, m_theme}};
};

// Iterations `first` to `last` of the fixture, in `folder`.
void copyIterations(const std::filesystem::path& folder, int first, int last)
{
    const auto from = testDataPath("fixtures/reference-36") / "artifacts/soak/latest";
    for (int k = first; k <= last; ++k) {
        const std::string name = "ITER_SUMMARY_" + std::to_string(k) + ".json";
        std::filesystem::copy_file(from / name, folder / name);
    }
}

} // namespace

TEST_F(IterationsViewTest, ShowsTheFourGoalsOfThePrimaryRun)
{
    m_selection.setPrimary(open(testDataPath("fixtures/reference-36")));
    show();
    EXPECT_EQ(panes(), (QStringList{kLatency, QStringLiteral("metric:risk_ratio"),
                                    QStringLiteral("metric:net_bps"),
                                    QStringLiteral("metric:maker_taker_ratio")}));
    EXPECT_EQ(m_view.stack()->panes().front()->scene()->series.front().count, 36U);
    shoot(QStringLiteral("view-reference-36"));
}

TEST_F(IterationsViewTest, WithoutARunItSaysWhatToDo)
{
    show();
    EXPECT_FALSE(m_view.stack()->isVisible());
    bool isSaid = false;
    for (const QLabel* label : m_view.findChildren<QLabel*>()) {
        isSaid = isSaid || (label->isVisible() && label->text().contains(QStringLiteral("No run")));
    }
    EXPECT_TRUE(isSaid);
}

TEST_F(IterationsViewTest, AMetricThatWasNotRecordedNamesItsKey)
{
    m_selection.setPrimary(open(testDataPath("fixtures/reference-8")));
    show();
    m_view.addMetric(Metric::WsLagP95Ms);
    settle();
    const ChartPane* pane = m_view.stack()->panes().back();
    ASSERT_TRUE(pane->scene()->isEmpty());
    EXPECT_TRUE(pane->accessibleName().contains(QStringLiteral("ws_lag_p95_ms")));
}

TEST_F(IterationsViewTest, AddsAChartFromTheListByTyping)
{
    m_selection.setPrimary(open(testDataPath("fixtures/reference-36")));
    show();
    QTest::mouseClick(named<QToolButton>(QStringLiteral("Add a chart")), Qt::LeftButton);
    auto* filter = named<QLineEdit>(QStringLiteral("Find"));
    ASSERT_TRUE(filter != nullptr && filter->isVisible());
    QTest::keyClicks(filter, QStringLiteral("cancel"));
    QTest::keyClick(filter, Qt::Key_Return);
    settle();
    EXPECT_EQ(panes().back(), QStringLiteral("metric:cancel_ratio"));
    EXPECT_EQ(m_view.charts().size(), 5);
    QTest::keyClick(m_view.stack()->panes().back(), Qt::Key_Delete);
    settle();
    EXPECT_EQ(m_view.charts().size(), 4);
}

TEST_F(IterationsViewTest, TOfTheKeyboardShowsTheChartsAsATable)
{
    m_selection.setPrimary(open(testDataPath("fixtures/reference-36")));
    show();
    m_selection.setCursor(7);
    QTest::keyClick(m_view.stack(), Qt::Key_T);
    auto* table = named<QTableView>(QStringLiteral("Iterations"));
    ASSERT_TRUE(table != nullptr && table->isVisible());
    EXPECT_EQ(table->model()->rowCount(), 36);
    EXPECT_EQ(table->currentIndex().row(), 6);
    QTest::keyClick(table, Qt::Key_Down);
    EXPECT_EQ(m_selection.cursor(), 8);
    shoot(QStringLiteral("view-table"));
    QTest::keyClick(table, Qt::Key_T);
    EXPECT_FALSE(m_view.isTable());
    EXPECT_TRUE(m_view.stack()->isVisible());
}

TEST_F(IterationsViewTest, GMakesTwoColumns)
{
    m_selection.setPrimary(open(testDataPath("fixtures/reference-36")));
    show();
    QTest::keyClick(m_view.stack(), Qt::Key_G);
    EXPECT_EQ(m_view.stack()->columns(), 2);
    QTest::mouseClick(named<QToolButton>(QStringLiteral("Charts in two")), Qt::LeftButton);
    EXPECT_EQ(m_view.stack()->columns(), 1);
}

TEST_F(IterationsViewTest, OverlaysThreeRuns)
{
    const QString first = open(testDataPath("fixtures/reference-36"));
    const TempDir shorter;
    copyIterations(shorter.path(), 3, 9);
    const QString second = open(shorter.path());
    const TempDir longer;
    copyIterations(longer.path(), 2, 20);
    const QString third = open(longer.path());
    m_selection.setPrimary(second);
    m_selection.setShown(first, true);
    m_selection.setShown(third, true);
    show();
    const ChartScene& scene = *m_view.stack()->panes().front()->scene();
    ASSERT_EQ(scene.series.size(), 3U);
    EXPECT_EQ(scene.series.front().run, second);
    EXPECT_NE(scene.series[0].slot, scene.series[1].slot);
    EXPECT_NE(scene.series[1].slot, scene.series[2].slot);
    EXPECT_EQ(scene.domain, (PlotRange{0.5, 36.5}));
    shoot(QStringLiteral("view-three"));
}

TEST_F(IterationsViewTest, AZoomStaysWhenTheRunGrowsUnlessItReachedTheRightEdge)
{
    TempDir dir;
    copyIterations(dir.path(), 1, 12);
    const QString identity = open(dir.path());
    m_selection.setPrimary(identity);
    show();
    m_selection.setRange(ViewRange{3, 7});
    QSignalSpy changed(&m_session, &Session::changed);
    copyIterations(dir.path(), 13, 14);
    m_session.reload(identity);
    ASSERT_TRUE(changed.wait());
    settle();
    EXPECT_EQ(m_selection.range(), (ViewRange{3, 7}));
    m_selection.setRange(ViewRange{9, 14});
    copyIterations(dir.path(), 15, 17);
    m_session.reload(identity);
    ASSERT_TRUE(changed.wait());
    settle();
    EXPECT_EQ(m_selection.range(), (ViewRange{12, 17}));
    EXPECT_EQ(m_view.stack()->panes().front()->scene()->series.front().count, 17U);
}

TEST_F(IterationsViewTest, AParameterIsAddedOnceUnderAnyOfItsNames)
{
    m_selection.setPrimary(open(testDataPath("fixtures/reference-36")));
    show();
    m_view.addParameter(QStringLiteral("min_interval_ms"));
    m_view.addParameter(
        toQString(pathText(ParameterRegistry::builtin().find("min_interval_ms")->canonicalPath)));
    settle();
    EXPECT_EQ(m_view.charts().size(), 5);
    EXPECT_EQ(panes().back(), QStringLiteral("parameter:min_interval_ms"));
    shoot(QStringLiteral("view-parameter"));
}

TEST_F(IterationsViewTest, AHiddenViewIsBuiltWhenItIsSeen)
{
    show();
    m_view.hide();
    m_selection.setPrimary(open(testDataPath("fixtures/reference-8")));
    settle();
    EXPECT_TRUE(m_view.stack()->panes().front()->scene()->series.empty());
    m_view.show();
    EXPECT_EQ(m_view.stack()->panes().front()->scene()->series.size(), 1U);
}

TEST_F(IterationsViewTest, AClosedRunLeavesNothingBehind)
{
    const QString identity = open(testDataPath("fixtures/reference-8"));
    m_selection.setPrimary(identity);
    show();
    const std::weak_ptr<const SoakRun> run = m_session.find(identity)->run;
    m_selection.forget(identity);
    m_session.close(identity);
    settle();
    // What is large is freed on another thread, a moment later.
    EXPECT_TRUE(QTest::qWaitFor([&] { return run.expired(); }));
}

} // namespace soak::ui
