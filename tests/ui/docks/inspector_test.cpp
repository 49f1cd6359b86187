// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/range_statistics.h"
#include "tests/support/builders.h"
#include "tests/ui/support/replayed_run.h"
#include "ui/docks/inspector_decomposition.h"
#include "ui/docks/inspector_effects.h"
#include "ui/docks/inspector_file.h"
#include "ui/docks/inspector_overrides.h"
#include "ui/docks/inspector_panel.h"
#include "ui/docks/inspector_values.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/gate_words.h"
#include "ui/widgets/sentence_label.h"
#include "ui/widgets/value_label.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

QStringList textsIn(const QWidget& widget)
{
    QStringList texts;
    for (const auto* label : widget.findChildren<QLabel*>()) {
        if (!label->isHidden()) {
            texts += label->text();
        }
    }
    return texts;
}

QStringList cells(const QTreeWidgetItem* item)
{
    QStringList texts;
    for (int column = 0; column < item->columnCount(); ++column) {
        texts += item->text(column);
    }
    return texts;
}

} // namespace

TEST(Inspector, WithoutACursorShowsTheNewestIteration)
{
    OpenRuns runs;
    runs.openFixture("reference-8");
    const InspectorPanel panel(runs.context);
    EXPECT_EQ(panel.iteration(), 8);
    EXPECT_TRUE(textsIn(panel).contains(QStringLiteral("Iteration 8, the newest")));
}

TEST(Inspector, ShowsTheNotesOfTheIterationAndOfTheWholeRun)
{
    OpenRuns runs;
    runs.openFixture("reference-36");
    InspectorPanel panel(runs.context);
    panel.show();
    Workspace& workspace = runs.session.workspace();
    const QString run = runs.selection.primary();
    const auto has = [&panel](const char* text) {
        return textsIn(panel).contains(QLatin1String(text));
    };
    EXPECT_TRUE(has("Notes (0)"));
    workspace.addNote(run, {QStringLiteral("all of it"), {}, 0});
    workspace.addNote(run, {QStringLiteral("the end"), QStringLiteral("ann"), 0, 30, 36});
    workspace.addNote(run, {QStringLiteral("the beginning"), {}, 0, 1, 1});
    EXPECT_TRUE(has("Notes (2)"));
    EXPECT_TRUE(has("all of it"));
    EXPECT_TRUE(has("the end"));
    EXPECT_TRUE(textsIn(panel).contains(QStringLiteral("#30 to #36 \u00b7 ann")));
    EXPECT_FALSE(has("the beginning"));
    runs.selection.setCursor(1);
    ASSERT_TRUE(QTest::qWaitFor([&] { return has("the beginning"); }));
    EXPECT_FALSE(has("the end"));
    QSignalSpy edit(&panel, &InspectorPanel::noteEditRequested);
    for (auto* button : panel.findChildren<QToolButton*>()) {
        if (button->accessibleName() == QStringLiteral("Change the note on #1")) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    ASSERT_EQ(edit.count(), 1);
    EXPECT_EQ(edit.front().front().toInt(), 2);
    for (auto* button : panel.findChildren<QToolButton*>()) {
        if (button->accessibleName() == QStringLiteral("Remove the note on #1")) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    EXPECT_TRUE(has("Notes (1)"));
    EXPECT_EQ(workspace.marksOf(run).notes.size(), 2U);
    workspace.history().undo();
    EXPECT_TRUE(has("Notes (2)"));
}

TEST(Inspector, FollowsTheCursorOnceAFrame)
{
    OpenRuns runs;
    runs.openFixture("reference-36");
    const InspectorPanel panel(runs.context);
    runs.selection.setCursor(3);
    runs.selection.setCursor(5);
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return textsIn(panel).contains(QStringLiteral("Iteration 5")); }, 2000));
    const Judgement& judgement = *runs.primary().judgement;
    const auto* why = panel.findChild<SentenceLabel*>();
    EXPECT_EQ(why->sentences(), explainIteration(judgement, 5));
}

TEST(Inspector, ValuesAtTheCursorAreThoseOfEveryShownRun)
{
    OpenRuns runs;
    runs.openFixture("reference-8");
    runs.openMock(8);
    const InspectorPanel panel(runs.context);
    runs.selection.setCursor(4);
    const auto expected = [&](const OpenRun& run) {
        return metricText(run.run->table.at(Metric::P95LatencyMs, 3), Metric::P95LatencyMs);
    };
    QStringList shown;
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            shown.clear();
            for (const auto* label : panel.findChildren<ValueLabel*>()) {
                shown += label->text();
            }
            return shown.size() >= 2 && shown[0] == expected(runs.primary()) &&
                   shown[1] == expected(runs.session.runs().front());
        },
        2000))
        << shown.join(QLatin1Char(' ')).toStdString();
}

TEST(Inspector, AnIterationThatIsNotThereSaysSo)
{
    OpenRuns runs;
    runs.openFixture("reference-8");
    const InspectorPanel panel(runs.context);
    runs.selection.setCursor(12);
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            return panel.findChild<SentenceLabel*>()->plainText().contains(
                QStringLiteral("ITER_SUMMARY_12.json"));
        },
        2000));
}

TEST(Inspector, WithoutARunSaysHowToOpenOne)
{
    OpenRuns runs;
    const InspectorPanel panel(runs.context);
    EXPECT_FALSE(panel.iteration());
    EXPECT_TRUE(textsIn(panel).contains(QStringLiteral("No run is open")));
}

TEST(InspectorOverrides, ShowBeforeChangeAfterAndWhatBecameOfIt)
{
    const Judgement judgement =
        judge(aRun()
                  .proposing(3, {{"min_interval_ms", {5}}, {"impact_cap_ratio", {-0.01}}})
                  .dropping(3, "impact_cap_ratio", DropReason::PartialFreeze)
                  .shared(),
              missionProfile());
    const Theme theme;
    InspectorOverrides tree(theme);
    tree.setRows(overrideRows(judgement, 3));
    QStringList paths;
    for (int i = 0; i < tree.topLevelItemCount(); ++i) {
        for (int j = 0; j < tree.topLevelItem(i)->childCount(); ++j) {
            paths += cells(tree.topLevelItem(i)->child(j)).join(QLatin1Char(' '));
        }
    }
    EXPECT_TRUE(paths.contains(QStringLiteral("min_interval_ms 60 +5 65 full")))
        << paths.join(QLatin1Char('\n')).toStdString();
    EXPECT_TRUE(paths.contains(QStringLiteral("impact_cap_ratio 0.1 \u22120.01 0.1 held")))
        << paths.join(QLatin1Char('\n')).toStdString();
}

TEST(InspectorOverrides, TheMenuIsOfTheRowUnderThePointerOrOfTheChosenOne)
{
    const Theme theme;
    InspectorOverrides overrides(theme);
    overrides.setRows(overrideRows(
        judge(aRun().proposing(3, {{"tail_age_ms", {30}}}).shared(), missionProfile()), 3));
    overrides.resize(300, 400);
    overrides.show();
    QSignalSpy asked(&overrides, &InspectorOverrides::menuRequested);
    const auto ask = [&](QContextMenuEvent::Reason reason, QPoint at) {
        QContextMenuEvent event(reason, at, overrides.viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(overrides.viewport(), &event);
    };
    const QTreeWidgetItem* group = overrides.topLevelItem(0);
    ask(QContextMenuEvent::Mouse, overrides.visualItemRect(group).center());
    ask(QContextMenuEvent::Keyboard, {}); // nothing is chosen
    EXPECT_EQ(asked.count(), 0);
    const QTreeWidgetItem* row = group->child(0);
    ask(QContextMenuEvent::Mouse, overrides.visualItemRect(row).center());
    overrides.setCurrentItem(overrides.topLevelItem(1)->child(0));
    ask(QContextMenuEvent::Keyboard, {});
    ASSERT_EQ(asked.count(), 2);
    EXPECT_EQ(asked[0][0].toString(), row->text(0));
    EXPECT_EQ(asked[1][0].toString(), overrides.topLevelItem(1)->child(0)->text(0));
}

TEST(InspectorEffects, ShowWhatWasExpectedAndWhatWasSeen)
{
    const Theme theme;
    InspectorEffects shown(theme);
    ExpectedEffects effects;
    effects.iteration = 8;
    effects.hasNext = true;
    effects.rows = {{Metric::NetBps, 0.1, 2.6, 3.0}, {Metric::RiskRatio, -0.02, 0.3, {}}};
    shown.setEffects(effects);
    const QString text = shown.text();
    EXPECT_TRUE(text.contains(QStringLiteral("#9 less #8 expected seen"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("Net edge, bps +0.10 +0.40")));
    EXPECT_TRUE(text.contains(QStringLiteral("Risk ratio \u22120.020 \u2014")));
    EXPECT_TRUE(text.contains(QStringLiteral("one difference is no proof")));
    effects.rows.pop_back(); // a shorter list leaves nothing of the longer one
    effects.hasNext = false;
    effects.basis = EffectBasis::Nothing;
    shown.setEffects(effects);
    shown.show();
    EXPECT_FALSE(shown.text().contains(QStringLiteral("Risk ratio")));
    EXPECT_TRUE(shown.text().contains(QStringLiteral("None of the changes")));
    EXPECT_TRUE(shown.text().contains(QStringLiteral("Iteration 9 is not there yet.")));
    for (const QLabel* label : shown.findChildren<QLabel*>()) {
        EXPECT_FALSE(label->isVisible() && label->text().contains(QStringLiteral("Risk ratio")));
    }
}

TEST(InspectorFile, ReadsTheWholeTextInAJobWhenItIsAskedFor)
{
    OpenRuns runs;
    runs.openMock(8);
    InspectorFile file(runs.context);
    file.setIteration(7);
    EXPECT_TRUE(file.rawText().isEmpty());
    QSignalSpy loaded(&file, &InspectorFile::rawLoaded);
    file.setRawShown(true);
    ASSERT_TRUE(loaded.wait());
    EXPECT_EQ(file.rawText().toStdString(), bytesOf(runs.primary().folder / "ITER_SUMMARY_7.json"));
    file.setIteration(99);
    ASSERT_TRUE(loaded.wait());
    EXPECT_TRUE(file.rawText().contains(QStringLiteral("ITER_SUMMARY_99.json")));
}

TEST(InspectorPanel, SaysOfAReplayWhereItsOverridesAndItsFileStand)
{
    OpenRuns runs;
    openReplay(runs, 8);
    InspectorPanel panel(runs.context);
    panel.show();
    const auto said = [&panel] {
        int count = 0;
        for (const QLabel* label : panel.findChildren<QLabel*>()) {
            const auto* sentence = qobject_cast<const SentenceLabel*>(label);
            const QString text = sentence != nullptr ? sentence->plainText() : label->text();
            count += label->isVisibleTo(&panel) && text == kReplayed ? 1 : 0;
        }
        return count;
    };
    EXPECT_EQ(said(), 2);
    runs.selection.setPrimary(runs.session.runs().front().identity);
    EXPECT_TRUE(QTest::qWaitFor([&] { return said() == 0; }));
}

TEST(InspectorDecomposition, CostsAreTakenAwayAndAbsentOnesStayAbsent)
{
    const SoakRun run = aRun()
                            .with(Metric::GrossBps, 9)
                            .with(Metric::FeesEffBps, 2)
                            .without(Metric::InventoryBps)
                            .build();
    const auto parts = decompositionParts(*decompositionOf(run, 1));
    ASSERT_GE(parts.size(), 6U);
    EXPECT_EQ(parts[0].change, 9.0);
    EXPECT_EQ(parts[1].change, -2.0);
    EXPECT_FALSE(parts[4].change);
    EXPECT_TRUE(parts.back().isTotal);
}

TEST(InspectorRange, AZoomedRangeAnswersMeanCountAndMissing)
{
    OpenRuns runs;
    runs.openMock(12);
    InspectorPanel panel(runs.context);
    panel.show();
    auto* range = panel.findChild<MarkedRange*>();
    EXPECT_FALSE(range->refresh());
    runs.selection.setRange(ViewRange{3, 6});
    EXPECT_TRUE(range->refresh());
    const MetricStatistics between =
        markedValues(runs.primary().run->table, Metric::P95LatencyMs, 3, 6).between;
    const QString mean = metricText(between.mean, Metric::P95LatencyMs);
    QStringList said;
    for (const QLabel* label : range->findChildren<QLabel*>()) {
        said += label->accessibleName() + label->text();
    }
    EXPECT_TRUE(said.join(u'|').contains(mean)) << said.join(u'|').toStdString();
    EXPECT_TRUE(said.join(u'|').contains(QStringLiteral("n 4"))) << said.join(u'|').toStdString();
}

TEST(InspectorRange, IsJudgedOnRequestAndMarkedAsExploratory)
{
    OpenRuns runs;
    runs.openMock(12);
    InspectorPanel panel(runs.context);
    panel.show();
    auto* range = panel.findChild<MarkedRange*>();
    runs.selection.setMarkA(3);
    runs.selection.setMarkB(8);
    QPushButton* judge = range->findChild<QPushButton*>();
    ASSERT_TRUE(judge->isVisibleTo(range));
    QSignalSpy judged(range, &MarkedRange::judged);
    QTest::keyClick(judge, Qt::Key_Space);
    ASSERT_TRUE(judged.wait());
    EXPECT_TRUE(range->judgedText().startsWith(QStringLiteral("EXPLORATORY")));
    const auto expected = judgeRange(*runs.primary().run, runs.primary().judgement->profile, 3, 8);
    for (const GateResult& gate : expected->judgement.gates) {
        EXPECT_TRUE(range->judgedText().contains(gateValueText(gate)));
    }
    runs.selection.setMarkB(9);
    EXPECT_EQ(range->judgedText(), QString()) << "it was about another range";
}

} // namespace soak::ui
