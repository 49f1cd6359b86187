// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jobs_model.h"

#include <QAbstractItemModelTester>
#include <QTest>
#include <gtest/gtest.h>

#include <semaphore>

namespace soak::ui
{

using namespace std::chrono_literals;

TEST(JobsModel, WhatRemainsIsByThePaceSoFar)
{
    JobInfo job;
    job.started = std::chrono::steady_clock::time_point(0s);
    const auto now = std::chrono::steady_clock::time_point(10s);
    EXPECT_EQ(remainingOf(job, now), std::nullopt);
    job.total = 100;
    EXPECT_EQ(remainingOf(job, now), std::nullopt);
    job.done = 20;
    EXPECT_EQ(remainingOf(job, now), 40s);
    job.done = 100;
    EXPECT_EQ(remainingOf(job, now), 0s);
}

TEST(JobsModel, ShortWorkHasNoLineLongWorkHas)
{
    Jobs jobs;
    JobsModel model(jobs);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    std::binary_semaphore go{0};
    jobs.run(
        QStringLiteral("read"),
        [&go](const std::stop_token&, const Progress& progress) {
            progress(1, 4, "ITER_SUMMARY_1.json");
            go.acquire();
            return 0;
        },
        &jobs, [](int) {});
    const auto now = std::chrono::steady_clock::now();
    model.refresh(now);
    EXPECT_EQ(model.rowCount(), 0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return jobs.running().front().done == 1; }));
    model.refresh(now + 1s);
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.index(0, 0).data().toString(), QStringLiteral("read"));
    EXPECT_EQ(model.index(0, 1).data().toString(), QStringLiteral("1 of 4"));
    EXPECT_EQ(model.index(0, 0).data(JobsModel::ShareRole).toDouble(), 0.25);
    go.release();
    ASSERT_TRUE(QTest::qWaitFor([&] { return jobs.running().empty(); }));
    model.refresh(now + 2s);
    EXPECT_EQ(model.rowCount(), 0);
}

} // namespace soak::ui
