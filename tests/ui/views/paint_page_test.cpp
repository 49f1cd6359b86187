// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/paint_page.h"

#include <QHeaderView>
#include <QImage>
#include <QPainter>
#include <QPicture>
#include <QScrollBar>
#include <QTableWidget>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr QSize kPage{400, 300};
constexpr int kRowHeight = 40;
constexpr int kColumnWidth = 70;

// A table of black cells on white paper, its last row and column half in it.
class PageWithATable : public testing::Test
{
protected:
    PageWithATable()
    {
        QPalette white(Qt::white);
        white.setColor(QPalette::Base, Qt::white);
        page.setPalette(white);
        page.resize(kPage);
        table.setFrameShape(QFrame::NoFrame);
        table.setShowGrid(false);
        table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        table.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        table.horizontalHeader()->hide();
        table.verticalHeader()->hide();
        for (int row = 0; row < table.rowCount(); ++row) {
            table.setRowHeight(row, kRowHeight);
            for (int column = 0; column < table.columnCount(); ++column) {
                table.setColumnWidth(column, kColumnWidth);
                table.setItem(row, column, new QTableWidgetItem);
                table.item(row, column)->setBackground(Qt::black);
            }
        }
        table.setGeometry(10, 10, 2 * kColumnWidth + 35, 3 * kRowHeight + 20);
        page.show();
    }

    // As an export does it: recorded, then painted. Where it is black.
    QRect blackPart()
    {
        QPicture picture;
        QPainter recorder(&picture);
        paintPage(page, recorder);
        recorder.end();
        QImage image(kPage, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        picture.play(&painter);
        painter.end();
        QRect black;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                black |= image.pixelColor(x, y) == Qt::black ? QRect(x, y, 1, 1) : QRect();
            }
        }
        return black;
    }

    QWidget page;
    QTableWidget table{5, 5, &page};
};

} // namespace

// On a screen the window cuts a row that reaches out of the table; a recorded picture had it over
// whatever lay below.
TEST_F(PageWithATable, RowsAndColumnsThatAreNotWholeAreLeftOut)
{
    EXPECT_EQ(blackPart(), QRect(10, 10, 2 * kColumnWidth, 3 * kRowHeight));
}

TEST_F(PageWithATable, AlsoAtTheTopOfOneThatIsScrolled)
{
    table.verticalScrollBar()->setValue(30);
    EXPECT_EQ(blackPart(), QRect(10, 10 + 10, 2 * kColumnWidth, 3 * kRowHeight));
}

TEST_F(PageWithATable, OneThatFitsIsWhole)
{
    table.setGeometry(10, 10, 5 * kColumnWidth, 5 * kRowHeight);
    EXPECT_EQ(blackPart(), table.geometry());
}

// A cell that is larger than the table is better than none.
TEST_F(PageWithATable, ACellLargerThanTheTableStays)
{
    table.setGeometry(10, 10, kColumnWidth - 20, kRowHeight - 10);
    EXPECT_TRUE(blackPart().contains(table.geometry()));
}

} // namespace soak::ui
