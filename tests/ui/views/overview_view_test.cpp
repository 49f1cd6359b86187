// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/ui/support/replayed_run.h"
#include "ui/views/copy_summary.h"
#include "ui/views/overview_rows.h"
#include "ui/views/overview_view.h"
#include "ui/widgets/sentence_label.h"
#include "ui/widgets/tile_row.h"

#include <QMimeData>
#include <QTest>
#include <gtest/gtest.h>

#include <algorithm>

namespace soak::ui
{
namespace
{

OpenRun judged(const RunBuilder& builder)
{
    OpenRun run;
    run.run = builder.shared();
    run.folder = "/data/it's here";
    run.judgement = std::make_shared<const Judgement>(judge(run.run, missionProfile()));
    return run;
}

} // namespace

TEST(QualityRows, CountWhatIsMissingUnreadableAndFound)
{
    const auto rows =
        qualityRows(judged(aRun().missing(3).missing(4).unreadable(6).editRun([](SoakRun& run) {
            run.gaps = {{3, 4}};
            run.findings.push_back({.kind = FindingKind::OverrideConflict,
                                    .severity = Severity::Warning,
                                    .file = "ITER_SUMMARY_2.json",
                                    .iteration = 2,
                                    .field = {},
                                    .text = "two values"});
        })));
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].text, QStringLiteral("#6"));
    EXPECT_EQ(rows[1].count, QStringLiteral("2"));
    EXPECT_EQ(rows[1].text, QStringLiteral("#3-4"));
    EXPECT_EQ(rows[2].title, QStringLiteral("override conflict"));
    EXPECT_EQ(rows[2].iteration, 2);
}

TEST(QualityRows, OfAGoodRunAreNone)
{
    EXPECT_TRUE(qualityRows(judged(aRun())).empty());
}

TEST(HeaderFields, SayReadOfPlannedAndWhatAForeignRunLacks)
{
    const auto value = [](const OpenRun& run, const char* name) {
        const auto fields = headerFields(run);
        const auto found = std::ranges::find(fields, QString::fromUtf8(name), &HeaderField::name);
        return found == fields.end() ? QString() : found->value;
    };
    EXPECT_EQ(value(judged(aRun().missing(3)), "Iterations"),
              QStringLiteral("7 read of 8 planned"));
    EXPECT_EQ(value(judged(aRun().foreign()), "Iterations"), QStringLiteral("8 read"));
    EXPECT_TRUE(value(judged(aRun().foreign()), "Engine").contains(QStringLiteral("RUN.json")));
}

TEST(HeaderFields, OfAWhatIfNameWhatWasPutInPlace)
{
    EXPECT_TRUE(branchLines(judged(aRun())).isEmpty());
    EXPECT_TRUE(branchLines(judged(aRun().foreign())).isEmpty());
    const QStringList lines = branchLines(judged(aRun().editRun([](SoakRun& run) {
        RunBranch branch;
        branch.at = 4;
        branch.set = {{"min_interval_ms", {60}}, {"tail_age_ms", {650}}};
        branch.without = {"tail_age_ms"};
        branch.isTunerOff = true;
        run.info->branches = {branch, RunBranch{}};
    })));
    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(lines.front(), QStringLiteral("What-if from #4 on: min_interval_ms 60, tail_age_ms "
                                            "650 (the change taken back), tuner off"));
    EXPECT_TRUE(lines.back().endsWith(QStringLiteral("nothing changed")));
}

TEST(OverviewView, HasATilePerGateRowAndAnEmptyStateWithoutARun)
{
    OpenRuns runs;
    OverviewView view(runs.context);
    view.show();
    EXPECT_TRUE(view.findChild<TileRow*>()->tiles().empty());
    runs.openFixture("reference-8");
    EXPECT_EQ(view.findChild<TileRow*>()->tiles().size(), runs.primary().judgement->gates.size());
}

// The reader of the numbers is told before them, also where a page or a summary goes to a file.
TEST(OverviewView, SaysFirstThatTheMeasurementsAreThoseOfAnotherRun)
{
    OpenRuns runs;
    openReplay(runs, 8);
    OverviewView view(runs.context);
    view.show();
    const auto isSaid = [&view] {
        return std::ranges::any_of(view.findChildren<SentenceLabel*>(), [](const auto* label) {
            return label->isVisible() && label->plainText() == kReplayed;
        });
    };
    EXPECT_TRUE(QTest::qWaitFor(isSaid));
    EXPECT_TRUE(summaryText(runs.primary()).contains(kReplayed));
    EXPECT_TRUE(summaryHtml(runs.primary()).contains(kReplayed));
    runs.selection.setPrimary(runs.session.runs().front().identity);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !isSaid(); }));
    EXPECT_FALSE(summaryText(runs.primary()).contains(kReplayed));
}

TEST(CopySummary, HasTextHtmlAndPictureThatSayTheSame)
{
    OpenRuns runs;
    runs.openFixture("reference-8");
    const OpenRun& run = runs.primary();
    const auto mime = summaryMime(run, runs.theme);
    EXPECT_TRUE(mime->text().startsWith(QStringLiteral("FAIL")));
    EXPECT_TRUE(mime->html().contains(QStringLiteral("0.681")));
    EXPECT_TRUE(mime->text().contains(QStringLiteral("0.681")));
    const auto picture = mime->imageData().value<QImage>();
    ASSERT_FALSE(picture.isNull());
    EXPECT_EQ(picture.width(), 1440);
    int inked = 0;
    for (int y = 0; y < picture.height(); y += 4) {
        for (int x = 0; x < picture.width(); x += 4) {
            inked += picture.pixelColor(x, y) != runs.theme.colour(Ink::Panel) ? 1 : 0;
        }
    }
    EXPECT_GT(inked, picture.width() * picture.height() / 16 / 100);
}

} // namespace soak::ui
