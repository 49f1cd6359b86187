// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/calibration_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using testing::HasSubstr;

TEST(CalibrationReport, SaysSharesWithBounds)
{
    Calibration calibration{3, 1, {}};
    calibration.kpis.push_back({Metric::NetBps, 40, 10, Interval{.14, .38}, BetweenRuns{.25, 9}});
    calibration.kpis.push_back({Metric::RiskRatio, 0, 0, std::nullopt, std::nullopt});
    const std::string text = calibrationText(calibration);
    EXPECT_THAT(text, HasSubstr("3 runs of 1 configuration"));
    EXPECT_THAT(text, HasSubstr("25.0 %"));
    EXPECT_THAT(text, HasSubstr("14.0 % to 38.0 %"));
    EXPECT_THAT(text, HasSubstr("0.50 bps"));
    EXPECT_THAT(text, HasSubstr("n/a"));
    const auto json = calibrationJson(calibration);
    EXPECT_EQ(json.at("kpis").at(0).at("between_variance"), .25);
    EXPECT_TRUE(json.at("kpis").at(1).at("low").is_null());
}

} // namespace

} // namespace soak
