// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/open_runs.h"
#include "ui/widgets/headline.h"
#include "ui/widgets/sentence_label.h"

#include <gtest/gtest.h>

namespace soak::ui
{

TEST(Headline, SaysVerdictAndEverySentence)
{
    OpenRuns runs;
    const Headline headline(runs.context);
    EXPECT_TRUE(headline.isHidden());
    runs.openFixture("reference-8");
    EXPECT_FALSE(headline.isHidden());
    const QString text = headline.plainText();
    EXPECT_TRUE(text.startsWith(QStringLiteral("FAIL\n")));
    for (const Sentence& sentence : explain(*runs.primary().judgement)) {
        EXPECT_TRUE(text.contains(sentenceText(sentence))) << sentenceText(sentence).toStdString();
    }
}

TEST(Headline, SaysTheGatesVerdictWhereItIsWorseThanThatOfTheGoals)
{
    OpenRuns runs;
    const Headline headline(runs.context);
    runs.openFixture("reference-36"); // goals met; nothing says whether the deltas arrived
    EXPECT_TRUE(headline.plainText().startsWith(QStringLiteral("PASS\nGATE: NO DATA\n")))
        << headline.plainText().toStdString();
    runs.openFixture("reference-8"); // both fail
    EXPECT_TRUE(headline.plainText().startsWith(QStringLiteral("FAIL\n")));
    EXPECT_FALSE(headline.plainText().contains(QStringLiteral("GATE")));
    runs.openMock(36);
    EXPECT_FALSE(headline.plainText().contains(QStringLiteral("GATE")));
}

TEST(Headline, OfARunInProgressGivesNoVerdictButWhatItWouldBe)
{
    OpenRuns runs;
    runs.openMock(8);
    const Headline headline(runs.context);
    runs.session.setActivity(runs.selection.primary(), RunActivity::Running);
    const QString text = headline.plainText();
    EXPECT_TRUE(text.startsWith(QStringLiteral("IN PROGRESS 8 of 8\n"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("if it ended now: ")));
}

TEST(Headline, SaysThatTheGateProfileIsModifiedUntilItIsUndone)
{
    OpenRuns runs;
    runs.openMock(12);
    const Headline headline(runs.context);
    const QString word = QStringLiteral("gate profile modified");
    EXPECT_FALSE(headline.plainText().contains(word));
    QSignalSpy changed(&runs.session, &Session::changed);
    runs.session.changeThreshold(runs.selection.primary(),
                                 runs.primary().judgement->gates.front().gate.id, 0.99);
    ASSERT_TRUE(changed.wait());
    EXPECT_TRUE(headline.plainText().contains(word));
    runs.session.workspace().history().undo();
    ASSERT_TRUE(changed.wait());
    EXPECT_FALSE(headline.plainText().contains(word));
}

TEST(Headline, FollowsThePrimaryRun)
{
    OpenRuns runs;
    runs.openFixture("reference-8");
    const Headline headline(runs.context);
    const QString before = headline.plainText();
    runs.openMock(8);
    EXPECT_NE(headline.plainText(), before);
    runs.selection.setPrimary({});
    EXPECT_TRUE(headline.isHidden());
}

} // namespace soak::ui
