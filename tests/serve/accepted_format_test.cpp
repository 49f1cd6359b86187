// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/accepted_format.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

TEST(AcceptedFormat, IsOpenMetricsOnlyWhereItIsAskedFor)
{
    constexpr ExpositionFormat kText = ExpositionFormat::Text;
    constexpr ExpositionFormat kOpen = ExpositionFormat::OpenMetrics;

    const struct {
        const char* accept;
        ExpositionFormat expected;
    } cases[] = {
        {"", kText},
        {"*/*", kText},
        {"text/plain", kText},
        {"text/html,application/xhtml+xml,*/*;q=0.8", kText},
        {"application/openmetrics-text", kOpen},
        {"application/openmetrics-text;version=1.0.0", kOpen},
        {"application/openmetrics-text; version=\"1.0.0\"; charset=utf-8", kOpen},
        {"Application/OpenMetrics-Text ; Version=1.0.0", kOpen},
        // What Prometheus 2.42 sends.
        {"application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;"
         "q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
         kOpen},
        {"application/openmetrics-text;version=0.0.1", kText}, // which we do not write
        {"application/openmetrics-text;q=0.3,text/plain;q=0.5", kText},
        {"application/openmetrics-text;q=0.5,text/plain;q=0.5", kOpen},
        {"application/openmetrics-text;q=0", kText},
        {"application/openmetrics-text;q=nan", kText},
        {"application/openmetrics-text;q=-1", kText},
        {"application/openmetrics-text;q=7,text/plain", kOpen},
        {";;;,,,=,\"", kText},
        {"application/openmetrics-text;version", kOpen},
    };

    for (const auto& c : cases) {
        EXPECT_EQ(acceptedFormat(c.accept), c.expected) << c.accept;
    }
}

TEST(AcceptedFormat, HasTheContentTypeOfItsStandard)
{
    EXPECT_EQ(contentTypeOf(ExpositionFormat::Text), "text/plain; version=0.0.4; charset=utf-8");
    EXPECT_EQ(contentTypeOf(ExpositionFormat::OpenMetrics),
              "application/openmetrics-text; version=1.0.0; charset=utf-8");
}

} // namespace
} // namespace soak
