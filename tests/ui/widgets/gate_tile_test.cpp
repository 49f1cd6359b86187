// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "tests/support/builders.h"
#include "tests/ui/support/open_runs.h"
#include "ui/widgets/explain_popover.h"
#include "ui/widgets/gate_tile.h"
#include "ui/widgets/gate_words.h"
#include "ui/widgets/tile_row.h"

#include <QAccessible>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

// The number on the tile as an assistive tool reads it.
QString valueOn(GateTile* tile)
{
    auto* label = tile->findChild<QLabel*>(QStringLiteral("value"));
    return QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name);
}

std::shared_ptr<const Judgement> judged(const RunBuilder& builder)
{
    return std::make_shared<const Judgement>(judge(builder.shared(), missionProfile()));
}

} // namespace

TEST(TileRow, EachKpiReadsAsItsValueRoundedToItsDecimals)
{
    for (const char* fixture : {"reference-36", "reference-8"}) {
        OpenRuns runs;
        runs.openFixture(fixture);
        const TileRow row(runs.context, GateTile::Size::Compact);
        const Judgement& judgement = *runs.primary().judgement;
        ASSERT_EQ(row.tiles().size(), judgement.gates.size());
        for (std::size_t i = 0; i < judgement.gates.size(); ++i) {
            const GateResult& gate = judgement.gates[i];
            const auto metric = metricFromKey(gate.gate.metric);
            if (metric && gate.observed) {
                const double shown = valueOn(row.tiles()[i]).toDouble();
                EXPECT_EQ(shown, roundTo(*gate.observed, specOf(*metric).decimals)) << gate.gate.id;
            }
        }
    }
}

TEST(GateTile, HasTheDecimalSignOfTheLanguage)
{
    QLocale::setDefault(QLocale(QLocale::Russian, QLocale::Russia));
    Theme theme;
    GateTile tile(theme, GateTile::Size::Compact);
    tile.setGate(judged(aRun().with(Metric::NetBps, 4.218)), 3);
    const QString text = valueOn(&tile);
    QLocale::setDefault(QLocale::c());
    ASSERT_EQ(tile.result().gate.metric, "net_bps");
    EXPECT_EQ(text, QStringLiteral("4,22"));
}

TEST(GateTile, WithoutAValueShowsADashAndNeverZero)
{
    Theme theme;
    GateTile tile(theme, GateTile::Size::Full);
    tile.setGate(judged(aRun().without(Metric::NetBps)), 3);
    EXPECT_EQ(valueOn(&tile), QStringLiteral("\u2014"));
    EXPECT_TRUE(tile.accessibleName().contains(QStringLiteral("8 missing")));
}

TEST(GateTile, SpeaksOfTheIterationsOfTheWindow)
{
    Theme theme;
    GateTile tile(theme, GateTile::Size::Compact);
    tile.setGate(judged(aRun()
                            .with(Metric::P95LatencyMs, 200)
                            .at(6, Metric::P95LatencyMs, 400)
                            .at(7, Metric::P95LatencyMs, std::nullopt)),
                 1);
    ASSERT_EQ(tile.result().gate.metric, "p95_latency_ms");
    EXPECT_TRUE(tile.accessibleName().contains(QStringLiteral("6 met, 1 broke, 1 missing")))
        << tile.accessibleName().toStdString();
}

TEST(GateTile, LeadsToTheWorstIteration)
{
    const auto judgement =
        judged(aRun().with(Metric::P95LatencyMs, 200).at(6, Metric::P95LatencyMs, 400));
    const TextLink link = linkOf(*judgement, judgement->gates.at(1));
    EXPECT_EQ(link.kind, LinkKind::Iteration);
    EXPECT_EQ(link.iteration, 6);
    const auto empty = judged(aRun().without(Metric::P95LatencyMs));
    EXPECT_EQ(linkOf(*empty, empty->gates.at(1)).kind, LinkKind::Gate);
}

TEST(TileRow, F1ExplainsTheNumberInFocus)
{
    OpenRuns runs;
    runs.openFixture("reference-8");
    TileRow row(runs.context, GateTile::Size::Compact);
    row.resize(700, 80);
    row.show();
    GateTile* tile = row.tiles().front();
    QTest::keyClick(tile, Qt::Key_F1);
    const QPointer<ExplainPopover> popover = row.findChild<ExplainPopover*>();
    ASSERT_FALSE(popover.isNull());
    EXPECT_TRUE(popover->isVisible());
    EXPECT_TRUE(popover->accessibleDescription().contains(QStringLiteral("maker_taker_ratio")));
    QTest::keyClick(popover, Qt::Key_Escape);
    EXPECT_TRUE(popover.isNull() || !popover->isVisible());
}

TEST(TileRow, EnterFollowsAndTheRowWrapsWhereItIsNarrow)
{
    OpenRuns runs;
    runs.openFixture("reference-8");
    TileRow row(runs.context, GateTile::Size::Compact);
    QSignalSpy followed(&row, &TileRow::linkActivated);
    QTest::keyClick(row.tiles().front(), Qt::Key_Return);
    EXPECT_EQ(followed.count(), 1);
    EXPECT_GT(row.heightForWidth(300), row.heightForWidth(800));
    row.resize(300, row.heightForWidth(300));
    for (const GateTile* tile : row.tiles()) {
        EXPECT_TRUE(row.rect().contains(tile->geometry()));
        EXPECT_GE(tile->width(), tile->minimumSizeHint().width());
    }
}

TEST(TileRow, WithoutARunIsHidden)
{
    OpenRuns runs;
    const TileRow row(runs.context, GateTile::Size::Full);
    EXPECT_TRUE(row.isHidden());
}

} // namespace soak::ui
