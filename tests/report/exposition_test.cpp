// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exposition.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

TEST(Exposition, WritesHelpTypeAndSamplesOfAFamilyTogether)
{
    Exposition out;
    out.family("a_ratio", MetricType::Gauge, "A");
    out.sample(0.1 + 0.2);
    out.family("b_total", MetricType::Counter, "B");
    out.sample(1, {{"type", "x"}, {"name", "say \"hi\"\n\\"}});
    out.sample(2, {{"type", "y"}});
    EXPECT_EQ(out.text(), "# HELP a_ratio A\n# TYPE a_ratio gauge\na_ratio 0.3\n"
                          "# HELP b_total B\n# TYPE b_total counter\n"
                          "b_total{type=\"x\",name=\"say \\\"hi\\\"\\n\\\\\"} 1\n"
                          "b_total{type=\"y\"} 2\n");
}

TEST(Exposition, LeavesOutWhatHasNoSample)
{
    Exposition out;
    out.family("a", MetricType::Gauge, "A");
    out.sample(std::nullopt);
    EXPECT_EQ(out.text(), "");
}

TEST(Exposition, InOpenMetricsNamesAFamilyOfCountersWithoutTotalAndEnds)
{
    Exposition out;
    out.family("a_ratio", MetricType::Gauge, "A");
    out.sample(0.5);
    out.family("b_total", MetricType::Counter, "B");
    out.sample(1, {{"type", "x"}});
    EXPECT_EQ(out.text(ExpositionFormat::OpenMetrics),
              "# HELP a_ratio A\n# TYPE a_ratio gauge\na_ratio 0.5\n"
              "# HELP b B\n# TYPE b counter\nb_total{type=\"x\"} 1\n# EOF\n");
    EXPECT_EQ(Exposition{}.text(ExpositionFormat::OpenMetrics), "# EOF\n");
}

TEST(ExpositionDeathTest, RefusesACounterThatOpenMetricsCouldNotName)
{
    Exposition out;
    EXPECT_DEATH(out.family("b", MetricType::Counter, "B"), "kCounterEnd");
}

TEST(ExpositionDeathTest, RefusesAFamilyTwice)
{
    Exposition out;
    out.family("a", MetricType::Gauge, "A");
    EXPECT_DEATH(out.family("a", MetricType::Gauge, "A"), "none_of");
}

} // namespace

} // namespace soak
