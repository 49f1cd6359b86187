// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/action_table.h"

#include <QKeySequence>
#include <QSet>
#include <gtest/gtest.h>

namespace soak::ui
{

TEST(ActionTable, HasEveryActionOnce)
{
    QSet<int> acts;
    for (const ActionRow& row : actionTable()) {
        EXPECT_FALSE(acts.contains(static_cast<int>(row.act))) << row.text;
        acts.insert(static_cast<int>(row.act));
    }
    EXPECT_EQ(acts.size(), static_cast<int>(Act::About) + 1);
}

TEST(ActionTable, NoKeyMeansTwoThings)
{
    QHash<QString, QString> taken;
    for (const ActionRow& row : actionTable()) {
        if (*row.keys == '\0') {
            continue;
        }
        for (const QKeySequence& key : QKeySequence::listFromString(QString::fromUtf8(row.keys))) {
            ASSERT_FALSE(key.isEmpty()) << row.text;
            const QString name = key.toString();
            EXPECT_FALSE(taken.contains(name)) << name.toStdString() << ": " << row.text << " and "
                                               << taken.value(name).toStdString();
            taken.insert(name, QString::fromUtf8(row.text));
        }
    }
}

TEST(ActionTable, EveryActionHasAKeyAndATip)
{
    for (const ActionRow& row : actionTable()) {
        EXPECT_STRNE(row.tip, "") << row.text;
        EXPECT_TRUE(row.act == Act::About || *row.keys != 0) << row.text;
    }
}

TEST(ActionTable, NoMnemonicOfAMenuIsTakenTwice)
{
    QSet<QChar> taken;
    for (const MenuRow& row : menuTable()) {
        const QString title = QString::fromUtf8(row.title);
        const QChar letter = title.at(title.indexOf(QLatin1Char('&')) + 1).toLower();
        EXPECT_FALSE(taken.contains(letter)) << row.title;
        taken.insert(letter);
    }
}

} // namespace soak::ui
