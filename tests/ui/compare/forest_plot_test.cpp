// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/forest_plot.h"

#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

// As the wireframe has them.
std::vector<KpiEffect> effects()
{
    const auto effect = [](Metric metric, double difference, Interval interval, double margin,
                           EffectVerdict verdict, double ess, std::optional<double> holm) {
        KpiEffect one;
        one.metric = metric;
        one.difference = difference;
        one.ci95 = interval;
        one.margin = margin;
        one.verdict = verdict;
        one.baseline.n = 114;
        one.other.n = 114;
        one.baseline.ess = ess + 10;
        one.other.ess = ess;
        one.holmP = holm;
        one.why = "the interval lies beyond the margin";
        return one;
    };
    std::vector<KpiEffect> all{
        effect(Metric::P95LatencyMs, -8.4, {-10.9, -5.9}, 5, EffectVerdict::Better, 38.4, 0.0002),
        effect(Metric::RiskRatio, 0.042, {0.035, 0.049}, 0.01, EffectVerdict::Worse, 34, 0.0001),
        effect(Metric::NetBps, 0.14, {-0.11, 0.39}, 0.1, EffectVerdict::Inconclusive, 12, 0.27),
        effect(Metric::MakerTakerRatio, 0.0005, {-0.003, 0.004}, 0.01, EffectVerdict::Same, 61,
               std::nullopt)};
    all[2].iterationsNeeded = 220;
    return all;
}

QStringList textsOf(const ForestPlot& plot)
{
    QStringList texts;
    for (const ChartLabel& label : plot.labels()) {
        texts << label.text;
    }
    return texts;
}

class Forest : public testing::Test
{
protected:
    Forest()
    {
        plot.resize(520, 260);
        plot.setEffects(QStringLiteral("Effects"), effects(), QStringLiteral("none"));
        plot.show();
    }

    Theme theme;
    ForestPlot plot{theme};
};

} // namespace

TEST_F(Forest, SaysEffectIntervalAndWhatItRestsOn)
{
    plot.resize(640, 260);
    const QStringList texts = textsOf(plot);
    for (const char* text : {"better", "worse", "not known", "same",
                             "\u22128.4 ms [\u221210.9, \u22125.9]", "n 114, ESS 38, Holm p <0.001",
                             "n 114, ESS 12, Holm p 0.270, about 220 needed", "n 114, ESS 61"}) {
        EXPECT_TRUE(texts.contains(QString::fromUtf8(text)))
            << text << "\n"
            << texts.join(QLatin1Char('\n')).toStdString();
    }
}

TEST_F(Forest, WhereThereIsLittleRoomEachThingHasALineOfItsOwn)
{
    const QStringList texts = textsOf(plot);
    EXPECT_TRUE(texts.contains(QStringLiteral("n 114, ESS 12")));
    EXPECT_TRUE(texts.contains(QStringLiteral("Holm p 0.270, about 220 needed")));
    EXPECT_GT(plot.sizeHint().height(), 250);
}

TEST_F(Forest, NoLetteringLiesOnAnother)
{
    for (const int width : {360, 520, 800}) {
        plot.resize(width, 260);
        const std::vector<ChartLabel> labels = plot.labels();
        for (std::size_t i = 0; i < labels.size(); ++i) {
            EXPECT_TRUE(plot.rect().contains(labels[i].rect.toAlignedRect()))
                << width << ": " << labels[i].text.toStdString();
            for (std::size_t k = i + 1; k < labels.size(); ++k) {
                EXPECT_FALSE(labels[i]
                                 .rect.adjusted(1, 1, -1, -1)
                                 .intersects(labels[k].rect.adjusted(1, 1, -1, -1)))
                    << width << ": " << labels[i].text.toStdString() << " / "
                    << labels[k].text.toStdString();
            }
        }
    }
}

TEST_F(Forest, KeysAndClicksChooseARow)
{
    QSignalSpy moved(&plot, &ForestPlot::currentChanged);
    QTest::keyClick(&plot, Qt::Key_Down);
    EXPECT_EQ(plot.current(), 1U);
    EXPECT_TRUE(plot.accessibleName().contains(QStringLiteral("Risk ratio")))
        << plot.accessibleName().toStdString();
    EXPECT_TRUE(plot.accessibleName().contains(QStringLiteral("worse")));
    QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(60, 40));
    EXPECT_EQ(plot.current(), 0U);
    QTest::keyClick(&plot, Qt::Key_Up);
    EXPECT_EQ(plot.current(), 0U);
    EXPECT_EQ(moved.count(), 2);
}

TEST_F(Forest, WithoutEffectsItSaysWhy)
{
    plot.setEffects(QStringLiteral("Effects"), {}, QStringLiteral("nothing to compare"));
    EXPECT_TRUE(textsOf(plot).contains(QStringLiteral("nothing to compare")));
    EXPECT_TRUE(plot.accessibleName().contains(QStringLiteral("nothing to compare")));
}

TEST(ForestWords, WhatCannotBeComputedIsNotThere)
{
    KpiEffect effect = effects()[0];
    effect.ci95.reset();
    EXPECT_EQ(effectText(effect), QString::fromUtf8("\u22128.4 ms"));
    effect.difference.reset();
    EXPECT_EQ(effectText(effect), QStringLiteral("\u2014"));
}

} // namespace soak::ui
