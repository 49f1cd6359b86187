// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/replayed_run.h"
#include "ui/widgets/headline.h"
#include "ui/widgets/replay_words.h"
#include "ui/widgets/verdict_chip.h"

#include <gtest/gtest.h>

namespace soak::ui
{

TEST(ReplayWords, SayWhoseMeasurementsTheyAreAndNothingOfARunThatMeasured)
{
    OpenRuns runs;
    openReplay(runs, 8);
    EXPECT_EQ(replayedDetail(*runs.primary().run), kReplayed);
    EXPECT_EQ(replayedDetail(*runs.session.runs().front().run), QString());
    runs.openFixture("reference-8"); // of another tool, without RUN.json
    EXPECT_EQ(replayedDetail(*runs.primary().run), QString());
}

TEST(ReplayWords, StandBesideTheVerdictOfTheHeadlineWithTheWholeSentenceBehind)
{
    OpenRuns runs;
    openReplay(runs, 8);
    const Headline headline(runs.context);
    const auto chipShown = [&headline] {
        for (const VerdictChip* chip : headline.findChildren<VerdictChip*>()) {
            if (!chip->isHidden() && chip->text() == replayedWord()) {
                return chip->toolTip();
            }
        }
        return QString();
    };
    EXPECT_EQ(chipShown(), kReplayed);
    EXPECT_TRUE(headline.plainText().contains(replayedWord()));
    runs.selection.setPrimary(runs.session.runs().front().identity);
    EXPECT_EQ(chipShown(), QString());
    EXPECT_FALSE(headline.plainText().contains(replayedWord()));
}

} // namespace soak::ui
