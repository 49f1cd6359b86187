// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/metrics.h"
#include "core/serve/metrics_page.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

Judgement judgedRun(const RunBuilder& builder)
{
    return judge(std::make_shared<const SoakRun>(builder.build()),
                 *findBuiltinGateProfile("mission"));
}

TEST(MetricsPage, IsWhatTheMetricsFileHas)
{
    const Judgement judgement = judgedRun(aRun().withIterations(12));
    const MetricsPage page = metricsPage(judgement, "0.1.0");
    EXPECT_EQ(*page.text, metricsText(judgement, {"2026-01-05T12:00:00Z", "0.1.0"}));
    EXPECT_EQ(*page.openMetrics,
              metricsText(judgement, {"", "0.1.0"}, ExpositionFormat::OpenMetrics));
    EXPECT_TRUE(page.isReady);
}

TEST(MetricsPage, SaysWhatItIsOf)
{
    const MetricsPage page = metricsPage(judgedRun(aRun().withIterations(1)), "0.1.0");
    EXPECT_EQ(page.state, page.runLabel + ": 1 iteration, PASS");
    EXPECT_TRUE(page.runLabel.starts_with("RUN_")) << page.runLabel;
}

TEST(MetricsPage, OfARunThatCannotBeReadSaysWhy)
{
    const MetricsPage page = failedPage({Errc::BadInput, "no iteration", "here"});
    EXPECT_EQ(page.state, "here: no iteration");
    EXPECT_FALSE(page.isReady);
    EXPECT_EQ(*page.text, failedMetricsText());
    EXPECT_EQ(*page.openMetrics, failedMetricsText(ExpositionFormat::OpenMetrics));
}

} // namespace
} // namespace soak
