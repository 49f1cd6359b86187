// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "ui/views/iterations_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

const std::vector<Metric> kMetrics{Metric::P95LatencyMs, Metric::NetBps};

class IterationsModelTest : public testing::Test
{
protected:
    IterationsModel m_model;
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::Warning};
};

} // namespace

TEST_F(IterationsModelTest, ShowsNumbersInTheDecimalsOfTheMetric)
{
    m_model.setRun(aRun().withIterations(3).with(Metric::P95LatencyMs, 201.25).shared(), kMetrics);
    EXPECT_EQ(m_model.rowCount(), 3);
    EXPECT_EQ(m_model.columnCount(), 3);
    EXPECT_EQ(m_model.index(1, 0).data().toString(), QStringLiteral("2"));
    EXPECT_EQ(m_model.index(1, 1).data().toString(), QStringLiteral("201.2"));
    EXPECT_EQ(m_model.index(1, 1).data(IterationsModel::kSortRole).toDouble(), 201.25);
    EXPECT_TRUE(m_model.headerData(1, Qt::Horizontal).toString().contains(QStringLiteral("ms")));
}

TEST_F(IterationsModelTest, AMissingValueIsADashAndNoNumber)
{
    m_model.setRun(aRun().withIterations(3).at(2, Metric::NetBps, std::nullopt).shared(), kMetrics);
    EXPECT_EQ(m_model.index(1, 2).data().toString(), QStringLiteral("\u2014"));
    EXPECT_FALSE(m_model.index(1, 2).data(IterationsModel::kSortRole).isValid());
}

TEST_F(IterationsModelTest, ALongerRunInsertsItsNewRowsOnly)
{
    QSignalSpy resets(&m_model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&m_model, &QAbstractItemModel::rowsInserted);
    m_model.setRun(aRun().withIterations(3).shared(), kMetrics);
    m_model.setRun(aRun().withIterations(5).shared(), kMetrics);
    EXPECT_EQ(resets.count(), 1);
    ASSERT_EQ(inserted.count(), 1);
    EXPECT_EQ(inserted.front().at(1).toInt(), 3);
    EXPECT_EQ(inserted.front().at(2).toInt(), 4);
}

TEST_F(IterationsModelTest, AnotherRunIsAReset)
{
    QSignalSpy resets(&m_model, &QAbstractItemModel::modelReset);
    m_model.setRun(aRun().withIterations(3).shared(), kMetrics);
    RunBuilder other = aRun();
    other.withIterations(5).editRun([](SoakRun& run) {
        run.info->runId = "RUN_2";
        run.otherFiles["RUN.json"] = {};
    });
    m_model.setRun(other.shared(), kMetrics);
    m_model.setRun(nullptr, {});
    EXPECT_EQ(resets.count(), 3);
    EXPECT_EQ(m_model.rowCount(), 0);
}

TEST_F(IterationsModelTest, FindsTheRowOfAnIteration)
{
    m_model.setRun(aRun().withIterations(6).missing(3).shared(), kMetrics);
    EXPECT_EQ(m_model.indexOf(4).row(), 2);
    EXPECT_FALSE(m_model.indexOf(3).isValid());
}

} // namespace soak::ui
