// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/numbers.h"

#include <QLocale>
#include <gtest/gtest.h>

namespace soak::ui
{

class InLanguage : public testing::Test
{
protected:
    ~InLanguage() override { QLocale::setDefault(QLocale::c()); }
};

using Numbers = InLanguage;

TEST_F(Numbers, MissingIsADashAndNeverZero)
{
    EXPECT_EQ(numberText(std::nullopt, 2), QStringLiteral("\u2014"));
}

TEST_F(Numbers, HaveARealMinusAndAreRoundedAsTheCoreDoes)
{
    EXPECT_EQ(numberText(-0.285, 1), QStringLiteral("\u22120.3"));
    EXPECT_EQ(signedText(5, 0), QStringLiteral("+5"));
    EXPECT_EQ(signedText(-0.005, 3), QStringLiteral("\u22120.005"));
}

TEST_F(Numbers, HaveTheDecimalSignOfTheLanguage)
{
    QLocale::setDefault(QLocale(QLocale::Russian, QLocale::Russia));
    EXPECT_EQ(numberText(0.427, 3), QStringLiteral("0,427"));
}

TEST_F(Numbers, OfAMetricHaveItsDecimals)
{
    EXPECT_EQ(metricText(0.4274, Metric::RiskRatio),
              numberText(0.4274, specOf(Metric::RiskRatio).decimals));
}

} // namespace soak::ui
