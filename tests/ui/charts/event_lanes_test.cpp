// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/chart_stack_fixture.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>

#include <algorithm>

namespace soak::ui
{
namespace
{

class EventLanesTest : public ChartStackTest
{
protected:
    // By keys, the entry of the list that is open.
    void pick(int entry)
    {
        ASSERT_TRUE(QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }));
        auto* list = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        ASSERT_NE(list, nullptr);
        EXPECT_EQ(list->actions().size(), 5);
        for (int i = 0; i <= entry; ++i) {
            QTest::keyClick(list, Qt::Key_Down);
        }
        QTest::keyClick(list, Qt::Key_Return);
    }
};

// At the width of the test they lie within one flag.
RunBuilder fiveDeltasTogether()
{
    RunBuilder many = aRun();
    many.withIterations(400);
    for (int k = 100; k < 105; ++k) {
        many.proposing(k, {{"min_interval_ms", {k % 2 == 0 ? 5.0 : -5.0}}});
    }
    return many;
}

} // namespace

TEST_F(EventLanesTest, LanesTellEventsAndMergeWhatFallsTogether)
{
    show({lineOf(troubledRun().shared())});
    const auto countIn = [&](std::size_t lane) {
        const std::vector<LaneGroup> groups = m_stack.lanes()->groups();
        return std::count_if(groups.begin(), groups.end(),
                             [&](const LaneGroup& group) { return group.lane == lane; });
    };
    EXPECT_EQ(countIn(0), 2);
    EXPECT_EQ(countIn(1), 2);
    EXPECT_EQ(countIn(2), 8);
    show({lineOf(fiveDeltasTogether().shared())});
    EXPECT_EQ(countIn(2), 1);
    const std::vector<ChartLabel> labels = m_stack.lanes()->labels();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const ChartLabel& label) {
        return label.text == QStringLiteral("\u00d75");
    }));
}

TEST_F(EventLanesTest, SeveralDeltasOfOneIterationAreOneFlagThatMovesNoOther)
{
    show({lineOf(troubledRun().shared())});
    auto scene = std::make_shared<LaneScene>(*m_stack.lanes()->scene());
    scene->lanes[2].marks.clear();
    for (int k = 1; k <= 7; ++k) {
        scene->lanes[2].marks.push_back({k, k, FlagKind::Applied, 0});
        scene->lanes[2].marks.push_back({k, k, FlagKind::Unverified, 0});
    }
    m_stack.setLanes(scene);
    const std::vector<LaneGroup> groups = m_stack.lanes()->groups();
    EXPECT_EQ(std::count_if(groups.begin(), groups.end(),
                            [](const LaneGroup& group) { return group.lane == 2; }),
              7);
    for (const ChartLabel& label : m_stack.lanes()->labels()) {
        EXPECT_FALSE(label.text.startsWith(QChar(0xd7))) << label.text.toStdString();
    }
}

TEST_F(EventLanesTest, AClickOnAFlagActivatesItsEvent)
{
    show({lineOf(troubledRun().shared())});
    QSignalSpy activated(&m_stack, &ChartStack::activated);
    for (const LaneGroup& group : m_stack.lanes()->groups()) {
        if (group.lane == 2 &&
            m_stack.lanes()->scene()->lanes[2].marks[static_cast<int>(group.first)].from == 27) {
            QTest::mouseClick(m_stack.lanes(), Qt::LeftButton, {}, group.rect.center().toPoint());
        }
    }
    ASSERT_EQ(activated.count(), 1);
    EXPECT_EQ(activated.front().front().toString(), QStringLiteral("delta:27"));
    EXPECT_EQ(m_selection.cursor(), 27);
}

TEST_F(EventLanesTest, OfEventsThatFallTogetherOneIsPickedFromAList)
{
    show({lineOf(fiveDeltasTogether().shared())});
    QSignalSpy activated(&m_stack, &ChartStack::activated);
    const std::vector<LaneGroup> groups = m_stack.lanes()->groups();
    const auto merged = std::ranges::find(groups, 5U, &LaneGroup::count);
    ASSERT_NE(merged, groups.end());
    QTest::mouseClick(m_stack.lanes(), Qt::LeftButton, {}, merged->rect.center().toPoint());
    pick(3);
    ASSERT_EQ(activated.count(), 1);
    EXPECT_EQ(activated.front().front().toString(), QStringLiteral("delta:103"));
    EXPECT_EQ(m_selection.cursor(), 103);
}

TEST_F(EventLanesTest, OfTicksThatFallTogetherOneIsPickedFromTheSameList)
{
    show({lineOf(fiveDeltasTogether().shared())});
    QSignalSpy activated(&m_stack, &ChartStack::activated);
    const ChartPane* latency = pane(0);
    const QPoint at(static_cast<int>(std::lround(latency->frame().px(102))),
                    static_cast<int>(latency->plotRect().top()) + 4);
    QTest::mouseClick(pane(0), Qt::LeftButton, {}, at);
    EXPECT_EQ(activated.count(), 0) << "which of them is meant, nobody said";
    pick(4);
    ASSERT_EQ(activated.count(), 1);
    EXPECT_EQ(activated.front().front().toString(), QStringLiteral("delta:104"));
    EXPECT_EQ(m_selection.cursor(), 104);
}

} // namespace soak::ui
