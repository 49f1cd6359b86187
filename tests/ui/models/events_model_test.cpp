// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/events_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

EventsModel::Events events(std::initializer_list<int> iterations)
{
    auto list = std::make_shared<std::vector<RunEvent>>();
    for (const int iteration : iterations) {
        RunEvent event;
        event.iteration = iteration;
        event.lastIteration = iteration;
        list->push_back(std::move(event));
    }
    return list;
}

QString said(const Sentence& /*sentence*/)
{
    return QStringLiteral("said");
}

} // namespace

TEST(EventsModel, ALiveRunAddsRowsAtTheEnd)
{
    EventsModel model(said);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setEvents(events({1, 3}));
    QSignalSpy reset(&model, &EventsModel::modelReset);
    QSignalSpy inserted(&model, &EventsModel::rowsInserted);
    model.setEvents(events({1, 3, 5}));
    EXPECT_EQ(inserted.count(), 1);
    EXPECT_EQ(reset.count(), 0);
    model.setEvents(events({2}));
    EXPECT_EQ(reset.count(), 1);
    model.setEvents({});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(EventsModel, FindsTheRowOfAnIteration)
{
    EventsModel model(said);
    EXPECT_EQ(model.rowFrom(1), -1);
    model.setEvents(events({1, 3, 3, 7}));
    EXPECT_EQ(model.rowFrom(3), 1);
    EXPECT_EQ(model.rowFrom(4), 3);
    EXPECT_EQ(model.rowFrom(8), -1);
    EXPECT_EQ(model.index(1, 0).data().toString(), QStringLiteral("#3"));
    EXPECT_EQ(model.index(1, 1).data().toString(), QStringLiteral("delta applied"));
    EXPECT_EQ(model.index(1, 2).data().toString(), QStringLiteral("said"));
}

} // namespace soak::ui
