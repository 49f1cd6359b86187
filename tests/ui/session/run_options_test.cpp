// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_options.h"

#include <QProcess>
#include <gtest/gtest.h>

#include <algorithm>

namespace soak::ui
{
namespace
{

// What the program that is shipped beside the window says.
QByteArray schema()
{
    QProcess process;
    process.start(QStringLiteral(SOAK_PROGRAM_SOAK),
                  {QStringLiteral("config"), QStringLiteral("schema"), QStringLiteral("--json")});
    EXPECT_TRUE(process.waitForFinished());
    return process.readAllStandardOutput();
}

const RunOption& optionNamed(const std::vector<RunOption>& options, const char* name)
{
    const auto found = std::ranges::find(options, QLatin1String(name), &RunOption::name);
    EXPECT_NE(found, options.end()) << name;
    return *found;
}

} // namespace

TEST(RunOptions, AreThoseOfTheProgram)
{
    const auto options = parseRunOptions(schema());
    ASSERT_TRUE(options);
    const RunOption& iterations = optionNamed(*options, "iterations");
    EXPECT_EQ(iterations.kind, RunOptionKind::Integer);
    EXPECT_EQ(iterations.minimum, 1);
    EXPECT_EQ(iterations.maximum, 10'000'000);
    EXPECT_EQ(iterations.defaultText, QStringLiteral("36"));
    EXPECT_EQ(optionNamed(*options, "auto-tune").kind, RunOptionKind::Flag);
    EXPECT_TRUE(optionNamed(*options, "engine").choices.contains(QStringLiteral("command")));
    EXPECT_TRUE(optionNamed(*options, "set").isRepeatable);
    EXPECT_EQ(optionNamed(*options, "scenario").engine, QStringLiteral("sim"));
    EXPECT_TRUE(optionNamed(*options, "scenario").choices.contains(QStringLiteral("news")));
    EXPECT_EQ(iterations.engine, QString());
    // What is not built yet is not offered.
    EXPECT_EQ(std::ranges::find(*options, QStringLiteral("hours"), &RunOption::name),
              options->end());
}

TEST(RunOptions, BecomeTheWordsOfTheCommandLine)
{
    const auto options = parseRunOptions(schema());
    ASSERT_TRUE(options);
    const QStringList words = argumentsOf(
        *options, {{QStringLiteral("iterations"), QStringLiteral("8")},
                   {QStringLiteral("auto-tune"), QStringLiteral("true")},
                   {QStringLiteral("warmup"), QString()},
                   {QStringLiteral("set"), QStringLiteral("tail_age_ms=700 min_interval_ms=60")},
                   {QStringLiteral("nonsense"), QStringLiteral("1")}});
    EXPECT_EQ(words.join(QLatin1Char(' ')),
              QStringLiteral("--iterations 8 --auto-tune --set tail_age_ms=700 --set "
                             "min_interval_ms=60"));
}

TEST(RunOptions, WhatIsNoSchemaIsRefused)
{
    for (const char* text : {"", "{", "{}", "[]", "{\"commands\": {\"run\": {\"options\": []}}}"}) {
        const auto options = parseRunOptions(text);
        ASSERT_FALSE(options) << text;
        EXPECT_EQ(options.error().code, Errc::BadInput);
    }
}

TEST(RunOptions, AKindOfANewerProgramIsLeftOut)
{
    const auto options = parseRunOptions(
        R"({"commands": {"run": {"options": [{"name": "a", "kind": "flag"}, {"name": "b", "kind": "colour"}]}}})");
    ASSERT_TRUE(options);
    EXPECT_EQ(options->size(), 1U);
}

} // namespace soak::ui
