// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/start_options.h"

#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

Result<StartOptions> parsed(const char* line)
{
    return parseStart(QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

} // namespace

TEST(StartOptions, PathsAreOpened)
{
    EXPECT_EQ(parsed("one two.soakws")->paths,
              (QStringList{QStringLiteral("one"), QStringLiteral("two.soakws")}));
    EXPECT_EQ(parsed("-- --odd")->paths, QStringList{QStringLiteral("--odd")});
    EXPECT_TRUE(parsed("")->paths.isEmpty());
}

TEST(StartOptions, APictureHasItsWords)
{
    const auto start = parsed(
        "--render iterations --run dir --output=x.svg --size 1024x700 --theme dark --language ru");
    ASSERT_TRUE(start);
    ASSERT_TRUE(start->render);
    EXPECT_EQ(*start->render, (RenderWish{QStringLiteral("iterations"),
                                          {QStringLiteral("dir")},
                                          QStringLiteral("x.svg"),
                                          QSize(1024, 700)}));
    const auto table = parsed("--render guards --run dir --output x.csv --scale 2.5 --no-footer");
    ASSERT_TRUE(table && table->render);
    EXPECT_EQ(table->render->scale, 2.5);
    EXPECT_FALSE(table->render->hasFooter);
    EXPECT_EQ(start->theme, ThemeChoice::Dark);
    EXPECT_EQ(start->language, QStringLiteral("ru"));
}

TEST(StartOptions, AComparisonIsOfSeveralRuns)
{
    const auto start = parsed("--render compare --run a --run=b --run c --output x.png");
    ASSERT_TRUE(start && start->render);
    EXPECT_EQ(start->render->runs,
              (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    QString many = QStringLiteral("--render compare --output x.png");
    for (int i = 0; i < 33; ++i) {
        many += QStringLiteral(" --run r%1").arg(i);
    }
    EXPECT_FALSE(parsed(many.toUtf8().constData())) << "more than can be drawn";
}

TEST(StartOptions, WhatMakesNoSenseIsRefusedByName)
{
    for (const char* line : {"--nonsense",
                             "--render",
                             "--render nothing --run a --output b.png",
                             "--render window --run a",
                             "--render window --output b.png",
                             "--render window --run a --output b.gif",
                             "--render window --run a --output b.png --size 9",
                             "--render window --run a --output b.png --size 99x900",
                             "--theme blue",
                             "--render window --run a --output b.csv",
                             "--render window --run a --output b.png --scale 9",
                             "--render window --run a --output b.png --scale nan",
                             "--language tlh",
                             "--run a",
                             "--output b.png",
                             "--render compare --run a --output b.png",
                             "--render guards --run a --run b --output b.png",
                             "--render guards --run a --output b.png --compare-as table",
                             "--render compare --run a --run b --output b.png --compare-as pie",
                             "--compare-as table"}) {
        const auto start = parsed(line);
        ASSERT_FALSE(start) << line;
        EXPECT_EQ(start.error().code, Errc::Usage) << line;
        EXPECT_FALSE(start.error().message.empty()) << line;
    }
}

TEST(StartOptions, AComparisonIsShownInTheFormAskedFor)
{
    for (const char* form : kCompareAs) {
        const auto start = parsed(
            (std::string("--render compare --run a --run b --output x.png --compare-as ") + form)
                .c_str());
        ASSERT_TRUE(start) << form;
        EXPECT_EQ(start->render->compareAs, QLatin1String(form));
    }
}

TEST(StartOptions, HelpNamesEveryOption)
{
    EXPECT_TRUE(parsed("--help")->wantsHelp);
    EXPECT_TRUE(parsed("--version")->wantsVersion);
    for (const char* name : {"--render", "--run", "--output", "--size", "--scale", "--no-footer",
                             "--theme", "--language", "--version", "--compare-as"}) {
        EXPECT_TRUE(startHelp().contains(QLatin1String(name))) << name;
    }
}

} // namespace soak::ui
