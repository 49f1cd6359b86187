// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/decomposition.h"
#include "core/base/text.h"
#include "tests/support/builders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

using testing::ElementsAre;
using testing::IsEmpty;

namespace
{

RunBuilder aSplitRun()
{
    return aRun()
        .with(Metric::GrossBps, 9.1)
        .with(Metric::FeesEffBps, 2.0)
        .with(Metric::SlippageBps, 2.3)
        .with(Metric::AdverseBps, 1.2)
        .with(Metric::InventoryBps, 0.29)
        .with(Metric::NetBps, 3.31);
}

std::vector<std::string> told(const Decomposition& decomposition)
{
    std::vector<std::string> lines;
    for (const DecompositionPart& part : decomposition.parts) {
        const auto text = [](std::optional<double> value) {
            return value ? fixedText(*value, 2) : std::string("-");
        };
        lines.push_back(std::string(part.title) + " " + text(part.amount) + " " + text(part.from) +
                        ".." + text(part.to));
    }
    return lines;
}

} // namespace

TEST(Decomposition, PartsLeadFromGrossToNet)
{
    const auto parts = decompositionOf(aSplitRun().build(), 3);
    ASSERT_TRUE(parts);
    EXPECT_THAT(told(*parts),
                ElementsAre("Gross 9.10 0.00..9.10", "Fees -2.00 9.10..7.10",
                            "Slippage -2.30 7.10..4.80", "Adverse selection -1.20 4.80..3.60",
                            "Inventory -0.29 3.60..3.31", "Net edge 3.31 0.00..3.31"));
    EXPECT_EQ(parts->residual, 0);
    EXPECT_THAT(parts->missing, IsEmpty());
}

TEST(Decomposition, WhatDoesNotAddUpIsNamed)
{
    const auto parts = decompositionOf(aSplitRun().with(Metric::NetBps, 4.31).build(), 3);
    EXPECT_EQ(parts->residual, 1);
    EXPECT_EQ(told(*parts).at(5), "Residual 1.00 3.31..4.31");
    EXPECT_EQ(parts->parts[5].kind, PartKind::Residual);
}

TEST(Decomposition, ASmallResidualIsNoPart)
{
    const auto parts = decompositionOf(aSplitRun().with(Metric::NetBps, 3.35).build(), 3);
    EXPECT_NEAR(*parts->residual, 0.04, 1e-12);
    EXPECT_EQ(parts->parts.size(), 6U);
}

TEST(Decomposition, APartThatIsNotRecordedIsNotZero)
{
    const auto parts = decompositionOf(
        aSplitRun().without(Metric::AdverseBps).without(Metric::FeesEffBps).build(), 3);
    EXPECT_THAT(parts->missing, ElementsAre(Metric::FeesEffBps, Metric::AdverseBps));
    EXPECT_EQ(parts->residual, std::nullopt);
    EXPECT_THAT(told(*parts),
                ElementsAre("Gross 9.10 0.00..9.10", "Fees - -..-", "Slippage -2.30 9.10..6.80",
                            "Adverse selection - -..-", "Inventory -0.29 6.80..6.51",
                            "Not recorded -3.20 6.51..3.31", "Net edge 3.31 0.00..3.31"));
    EXPECT_EQ(parts->parts[5].kind, PartKind::Unrecorded);
}

TEST(Decomposition, WithoutGrossCostsHaveAnAmountAndNoPlace)
{
    const auto parts = decompositionOf(aSplitRun().without(Metric::GrossBps).build(), 3);
    EXPECT_THAT(told(*parts), ElementsAre("Gross - -..-", "Fees -2.00 -..-", "Slippage -2.30 -..-",
                                          "Adverse selection -1.20 -..-", "Inventory -0.29 -..-",
                                          "Net edge 3.31 0.00..3.31"));
    EXPECT_THAT(parts->missing, ElementsAre(Metric::GrossBps));
}

TEST(Decomposition, ARebateMovesUpAndALossBelowZero)
{
    const auto parts = decompositionOf(
        aSplitRun().with(Metric::FeesEffBps, -0.5).with(Metric::SlippageBps, 12).build(), 3);
    EXPECT_EQ(told(*parts).at(1), "Fees 0.50 9.10..9.60");
    EXPECT_EQ(told(*parts).at(2), "Slippage -12.00 9.60..-2.40");
}

TEST(Decomposition, AnImputedGrossIsSaidToBe)
{
    const SoakRun run =
        aSplitRun().editNotes(3, [](IterationNotes& notes) { notes.grossImputed = true; }).build();
    EXPECT_TRUE(decompositionOf(run, 3)->isGrossImputed);
    EXPECT_FALSE(decompositionOf(run, 4)->isGrossImputed);
}

TEST(Decomposition, OfNoSuchIterationIsNone)
{
    EXPECT_FALSE(decompositionOf(aSplitRun().missing(3).build(), 3));
}

} // namespace soak
