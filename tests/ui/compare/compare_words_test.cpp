// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compare/compared_runs.h"
#include "ui/compare/compare_words.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

TEST(CompareWords, CountsHaveNoVerdictOverAll)
{
    EXPECT_EQ(countsWords(VerdictCounts{1, 1, 1, 2, 220}),
              QStringLiteral("1 better \u00b7 1 same \u00b7 1 worse \u00b7 2 not known (about 220 "
                             "iterations needed)"));
    EXPECT_EQ(countsWords(VerdictCounts{0, 4, 0, 0, std::nullopt}),
              QStringLiteral("0 better \u00b7 4 same \u00b7 0 worse \u00b7 0 not known"));
}

TEST(CompareWords, FactsSayWhatIsComparedAndWhatIsNotRecorded)
{
    ComparedRuns all({12, 14});
    const auto textOf = [&](const RunBuilder& a, const RunBuilder& b, ComparedWindow window) {
        CompareChoice choice;
        choice.window = window;
        return factsText(*factsOf({inputOf(a, "a"), inputOf(b, "b")}, choice, {}), all.desk);
    };
    const RunBuilder plain = aRun().withIterations(12);
    EXPECT_TRUE(
        textOf(plain, plain, ComparedWindow::Steady)
            .startsWith(QStringLiteral("The overrides are the same. All iterations: no warm-up")));
    EXPECT_TRUE(textOf(plain, aRun().withIterations(12).forcing(5, "tail_age_ms", 700),
                       ComparedWindow::Last8)
                    .contains(QStringLiteral("The last 8 iterations of each.")));
    const RunBuilder silent = aRun().withIterations(12).foreign().editRun(
        [](SoakRun& run) { run.finalOverrides.reset(); });
    const QString text = textOf(plain, silent, ComparedWindow::All);
    EXPECT_TRUE(text.contains(QStringLiteral("No overrides are recorded of")))
        << text.toStdString();
    EXPECT_FALSE(text.contains(QStringLiteral("The overrides are the same")));
}

TEST(CompareWords, TheSummaryNamesRunsGatesAndOverrides)
{
    ComparedRuns all({12, 14});
    ASSERT_TRUE(all.settled());
    const QString text = compareSummaryText(*all.desk.facts(), all.desk, all.runs.session);
    EXPECT_TRUE(text.startsWith(QStringLiteral("A RUN_"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("14 iteration(s), gate ")));
    EXPECT_TRUE(text.contains(QStringLiteral("B RUN_")));
}

} // namespace
} // namespace soak::ui
