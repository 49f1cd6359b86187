// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/cells_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

CellRows rowsNamed(const QStringList& names)
{
    CellRows rows;
    for (const QString& name : names) {
        rows.push_back({{name}, {QStringLiteral("ok"), {}, Meaning::Pass}});
    }
    return rows;
}

class Cells : public testing::Test
{
protected:
    void SetUp() override { m_model.setTitles({QStringLiteral("a"), QStringLiteral("b")}); }

    CellsModel m_model;
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::Warning};
};

TEST_F(Cells, RowsOfTheSameNumberChangeInPlace)
{
    QSignalSpy reset(&m_model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    m_model.setRows(rowsNamed({QStringLiteral("1"), QStringLiteral("2")}));
    EXPECT_EQ(reset.count(), 1);
    m_model.setRows(rowsNamed({QStringLiteral("1"), QStringLiteral("3")}));
    EXPECT_EQ(reset.count(), 1) << "a selection would be lost";
    EXPECT_EQ(changed.count(), 1);
    m_model.setRows(rowsNamed({QStringLiteral("1"), QStringLiteral("3")}));
    EXPECT_EQ(changed.count(), 1) << "nothing is other";
    m_model.setRows({});
    EXPECT_EQ(reset.count(), 2);
    EXPECT_EQ(m_model.rowCount(), 0);
}

TEST_F(Cells, TellWhatTheyMeanAndTheirWholeText)
{
    m_model.setRows({{{QStringLiteral("short"), QStringLiteral("the whole of it")},
                      {QStringLiteral("bad"), {}, Meaning::Fail}}});
    EXPECT_EQ(m_model.index(0, 0).data(Qt::ToolTipRole), QStringLiteral("the whole of it"));
    EXPECT_EQ(m_model.index(0, 1).data(Qt::ToolTipRole), QStringLiteral("bad"));
    Cell first{QStringLiteral("check"), {}};
    first.below = QStringLiteral("why");
    m_model.setRows({{first, {QStringLiteral("0.85"), {}}}});
    EXPECT_EQ(m_model.index(0, 1).data(Qt::ToolTipRole), QStringLiteral("0.85\nwhy"))
        << "it goes on under this cell";
    m_model.setRows({{{QStringLiteral("short"), {}}, {QStringLiteral("bad"), {}, Meaning::Fail}}});
    EXPECT_FALSE(m_model.index(0, 0).data(CellsModel::MeaningRole).isValid());
    EXPECT_EQ(m_model.index(0, 1).data(CellsModel::MeaningRole).toInt(),
              static_cast<int>(Meaning::Fail));
    EXPECT_EQ(m_model.headerData(1, Qt::Horizontal, Qt::DisplayRole), QStringLiteral("b"));
}

} // namespace
} // namespace soak::ui
