// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/list_filter.h"
#include "ui/window/command_box.h"

#include <QListWidget>
#include <QTest>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

struct Boxed {
    QWidget window;
    QString gone;
    CommandBox* box = nullptr;

    Boxed()
    {
        window.resize(800, 400);
        auto* place = new QWidget(&window);
        box = new CommandBox(
            [this](const QString& typed) {
                std::vector<CommandEntry> entries;
                for (const char* name : {"Reload", "Reset the Layout", "Quit"}) {
                    const QString text = QLatin1String(name);
                    if (matchesTyped(text, typed)) {
                        entries.push_back({text, {}, [this, text] { gone = text; }});
                    }
                }
                return entries;
            },
            place);
        window.show();
    }

    [[nodiscard]] QListWidget* list() { return window.findChild<QListWidget*>(); }
};

} // namespace

TEST(CommandBox, OffersWhatMatchesAndGoesThere)
{
    Boxed boxed;
    QTest::keyClicks(boxed.box, QStringLiteral("re"));
    ASSERT_EQ(boxed.box->entries().size(), 2U);
    EXPECT_TRUE(boxed.list()->isVisible());
    QTest::keyClick(boxed.box, Qt::Key_Down);
    QTest::keyClick(boxed.box, Qt::Key_Return);
    EXPECT_EQ(boxed.gone, QStringLiteral("Reset the Layout"));
    EXPECT_FALSE(boxed.list()->isVisible());
    EXPECT_TRUE(boxed.box->text().isEmpty());
}

TEST(CommandBox, NothingThatMatchesIsNoList)
{
    Boxed boxed;
    QTest::keyClicks(boxed.box, QStringLiteral("xyz"));
    EXPECT_FALSE(boxed.list()->isVisible());
    QTest::keyClick(boxed.box, Qt::Key_Return);
    EXPECT_TRUE(boxed.gone.isEmpty());
}

TEST(CommandBox, EscapeLeavesIt)
{
    Boxed boxed;
    QTest::keyClicks(boxed.box, QStringLiteral("q"));
    QTest::keyClick(boxed.box, Qt::Key_Escape);
    EXPECT_FALSE(boxed.list()->isVisible());
    EXPECT_TRUE(boxed.box->text().isEmpty());
}

TEST(CommandBox, WordsMatchInAnyOrderAndCase)
{
    EXPECT_TRUE(matchesTyped(QStringLiteral("Reset the Layout"), QStringLiteral("lay RES")));
    EXPECT_FALSE(matchesTyped(QStringLiteral("Reset the Layout"), QStringLiteral("lay run")));
}

} // namespace soak::ui
