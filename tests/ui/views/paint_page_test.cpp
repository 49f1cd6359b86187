// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/paint_page.h"

#include <QHeaderView>
#include <QImage>
#include <QPainter>
#include <QPicture>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableWidget>
#include <gtest/gtest.h>

#include <array>

namespace soak::ui
{
namespace
{

constexpr QSize kPage{400, 300};
constexpr int kRowHeight = 40;
constexpr int kColumnWidth = 70;

// As an export does it: recorded, then painted. Where it is black.
QRect blackPartOf(QWidget& page)
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

    QRect blackPart() { return blackPartOf(page); }

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

namespace
{

// Black parts of a column that is scrolled, the third of them half out of it.
class PageWithAScrolledColumn : public testing::Test
{
protected:
    static constexpr int kPart = 60;

    PageWithAScrolledColumn()
    {
        page.resize(kPage);
        area.setFrameShape(QFrame::NoFrame);
        area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area.setGeometry(10, 10, 100, 2 * kPart + 20);
        auto* column = new QWidget;
        column->resize(100, 4 * kPart);
        int top = 0;
        for (QWidget*& part : parts) {
            part = new Black(column);
            part->setGeometry(0, top, 100, kPart);
            top += kPart;
        }
        area.setWidget(column);
        page.show();
    }

    struct Black : QWidget {
        using QWidget::QWidget;

        void paintEvent(QPaintEvent* /*event*/) override
        {
            QPainter(this).fillRect(rect(), Qt::black);
        }
    };

    QRect blackPart() { return blackPartOf(page); }

    QWidget page;
    QScrollArea area{&page};
    std::array<QWidget*, 4> parts{};
};

} // namespace

// The column of details of a comparison ran into the line under its picture.
TEST_F(PageWithAScrolledColumn, PartsThatAreNotWholeAreLeftOut)
{
    EXPECT_EQ(blackPart(), QRect(10, 10, 100, 2 * kPart));
    area.verticalScrollBar()->setValue(30);
    EXPECT_EQ(blackPart(), QRect(10, 10 + kPart - 30, 100, kPart));
}

// What no scrolling brings into sight would be missing in every picture.
TEST_F(PageWithAScrolledColumn, APartThatIsALittleTooWideIsPainted)
{
    for (QWidget* part : parts) {
        part->resize(110, kPart);
    }
    area.widget()->resize(110, 4 * kPart);
    EXPECT_EQ(blackPart().size().height(), 2 * kPart);
}

TEST_F(PageWithAScrolledColumn, OfAPartThatReachesOutTheInnerOnesThatDoNotStay)
{
    auto* outer = parts[2];
    auto* first = new Black(outer);
    first->setGeometry(0, 0, 100, 15);
    auto* second = new Black(outer);
    second->setGeometry(0, 15, 100, 15);
    first->show();
    second->show();
    EXPECT_EQ(blackPart(), QRect(10, 10, 100, 2 * kPart + 15));
}

TEST_F(PageWithAScrolledColumn, OfATableInItTheRowsThatAreSeenAndWhole)
{
    parts[2]->hide();
    parts[3]->hide();
    auto* table = new QTableWidget(6, 1, parts[0]->parentWidget());
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->horizontalHeader()->hide();
    table->verticalHeader()->hide();
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->verticalHeader()->setMinimumSectionSize(1);
    for (int row = 0; row < table->rowCount(); ++row) {
        table->setRowHeight(row, 8);
        table->setColumnWidth(0, 100);
        table->setItem(row, 0, new QTableWidgetItem);
        table->item(row, 0)->setBackground(Qt::black);
    }
    table->setGeometry(0, 2 * kPart, 100, 48);
    table->show();
    EXPECT_EQ(blackPart(), QRect(10, 10, 100, 2 * kPart + 16)) << "two rows of 8 px in 20";
    area.setGeometry(10, 10, 100, 2 * kPart + 5);
    EXPECT_EQ(blackPart(), QRect(10, 10, 100, 2 * kPart)) << "no row is whole";
}

} // namespace soak::ui
