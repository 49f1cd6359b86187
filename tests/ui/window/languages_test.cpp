// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/events.h"
#include "core/analysis/explain.h"
#include "core/analysis/gate_inputs.h"
#include "core/analysis/number_sources.h"
#include "core/model/finding.h"
#include "core/model/kpi.h"
#include "core/model/said_text.h"
#include "core/sim/scenario.h"
#include "core/sim/sim_limits.h"
#include "tests/support/test_data.h"
#include "ui/theme/core_text.h"
#include "ui/theme/numbers.h"
#include "ui/widgets/sentence_label.h"
#include "ui/window/languages.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <gtest/gtest.h>

#include <algorithm>

namespace soak::ui
{
namespace
{

// What stays as it is in Russian: names of files, commands, signs.
bool isWithoutWords(const QString& text)
{
    static const QRegularExpression kKept(
        QStringLiteral("%[0-9n]|\\{[0-9]\\}|<br>|JSON|Patch|soak|workbench|verdict:fail|p95>340"));
    QString rest = text;
    rest.remove(kKept);
    static const QRegularExpression kLatin(QStringLiteral("[A-Za-z]{2,}"));
    return !rest.contains(kLatin);
}

bool hasCyrillic(const QString& text)
{
    static const QRegularExpression kCyrillic(QStringLiteral("[\u0400-\u04ff]"));
    return text.contains(kCyrillic);
}

struct Entry {
    QString context;
    QString source;
    QStringList translations;
    bool isUnfinished = false;
};

std::vector<Entry> entriesOf(const char* file)
{
    QFile in(QString::fromStdString(
        (testDataPath("").parent_path().parent_path().parent_path() / "resources" / "i18n" / file)
            .string()));
    EXPECT_TRUE(in.open(QIODevice::ReadOnly)) << in.fileName().toStdString();
    std::vector<Entry> entries;
    QXmlStreamReader xml(&in);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == QStringLiteral("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QStringLiteral("source")) {
            entries.push_back({context, xml.readElementText(), {}, false});
        } else if (xml.name() == QStringLiteral("translation")) {
            entries.back().isUnfinished =
                xml.attributes().value(QStringLiteral("type")) == QStringLiteral("unfinished");
            entries.back().translations
                << xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return entries;
}

class InRussian : public testing::Test
{
protected:
    InRussian() { m_languages.choose(QStringLiteral("ru")); }

    ~InRussian() override
    {
        m_languages.choose(QStringLiteral("en"));
        QLocale::setDefault(QLocale::c());
    }

    static void expectRussian(std::string_view english)
    {
        const QString text = coreWord(english);
        EXPECT_TRUE(hasCyrillic(text) || isWithoutWords(text))
            << "core: " << english << " -> " << text.toStdString();
    }

    Languages m_languages;
};

} // namespace

TEST(Catalogue, EveryStringOfTheWindowsIsRussian)
{
    const std::vector<Entry> entries = entriesOf("soak_ru.ts");
    EXPECT_GT(entries.size(), 300U);
    for (const Entry& entry : entries) {
        EXPECT_FALSE(entry.isUnfinished)
            << entry.context.toStdString() << ": " << entry.source.toStdString();
        for (const QString& text : entry.translations) {
            EXPECT_TRUE(hasCyrillic(text) || isWithoutWords(text))
                << entry.context.toStdString() << ": " << entry.source.toStdString();
        }
    }
}

TEST(Catalogue, APlaceholderIsInTheTranslationAsOften)
{
    static const QRegularExpression kPlace(QStringLiteral("%[1-9]"));
    for (const Entry& entry : entriesOf("soak_ru.ts")) {
        for (const QString& text : entry.translations) {
            QStringList wanted;
            for (auto at = kPlace.globalMatch(entry.source); at.hasNext();) {
                wanted << at.next().captured();
            }
            for (const QString& place : wanted) {
                EXPECT_TRUE(text.contains(place))
                    << entry.source.toStdString() << " -> " << text.toStdString();
            }
        }
    }
}

TEST(Catalogue, EnglishHasItsPlurals)
{
    for (const Entry& entry : entriesOf("soak_en.ts")) {
        EXPECT_FALSE(entry.isUnfinished)
            << entry.context.toStdString() << ": " << entry.source.toStdString();
    }
}

TEST_F(InRussian, TheWordsOfTheCoreAreTranslated)
{
    for (const KpiSpec& spec : kpiSpecs()) {
        expectRussian(spec.title);
        expectRussian(unitText(spec.unit));
        expectRussian(aggregateText(spec.windowAggregate));
    }
    for (const std::string_view word : {"PASS", "WARN", "FAIL", "NO DATA", "LIVE", "PARTIAL",
                                        "STALLED", "GONE", "REPLACED", "UNVERIFIED"}) {
        expectRussian(word);
    }
    for (int kind = 0; kind <= static_cast<int>(FindingKind::LegacyForm); ++kind) {
        std::string key(keyOf(static_cast<FindingKind>(kind)));
        std::ranges::replace(key, '_', ' ');
        expectRussian(key);
    }
    for (int kind = 0; kind <= static_cast<int>(EventKind::Anomaly); ++kind) {
        std::string key(keyOf(static_cast<EventKind>(kind)));
        std::ranges::replace(key, '_', ' ');
        expectRussian(key);
    }
}

TEST_F(InRussian, TheSentencesOfTheCoreAreTranslatedWithTheirPlaces)
{
    static const QRegularExpression kPlace(QStringLiteral("\\{[0-9]\\}"));
    for (const std::string_view pattern : sentencePatterns()) {
        expectRussian(pattern);
        const QString english = toQString(pattern);
        const QString russian = coreWord(pattern);
        EXPECT_EQ(english.count(kPlace), russian.count(kPlace)) << pattern;
    }
    for (const auto patterns : {gateFormulaPatterns(), numberSourcePatterns(), saidPatterns()}) {
        for (const std::string_view pattern : patterns) {
            expectRussian(pattern);
            EXPECT_EQ(toQString(pattern).count(kPlace), coreWord(pattern).count(kPlace)) << pattern;
        }
    }
    for (const auto words : {sentenceWords(), saidWords()}) {
        for (const std::string_view word : words) {
            expectRussian(word);
        }
    }
}

TEST_F(InRussian, TheSimulatedMarketIsExplained)
{
    expectRussian(simEvidence());
    for (const std::string_view limit : simLimits()) {
        expectRussian(limit);
    }
    for (const ScenarioSpec& scenario : scenarios()) {
        expectRussian(scenario.sentence);
    }
}

TEST_F(InRussian, NumbersAreCountedAsRussianDoes)
{
    const auto runs = [](int count) {
        return QCoreApplication::translate("soak::ui::RunsPanel", "%n run(s)", nullptr, count);
    };
    EXPECT_EQ(runs(1), QStringLiteral("1 \u043f\u0440\u043e\u0433\u043e\u043d"));
    EXPECT_EQ(runs(3), QStringLiteral("3 \u043f\u0440\u043e\u0433\u043e\u043d\u0430"));
    EXPECT_EQ(runs(5), QStringLiteral("5 \u043f\u0440\u043e\u0433\u043e\u043d\u043e\u0432"));
    EXPECT_EQ(QLocale().decimalPoint(), QStringLiteral(","));
}

TEST_F(InRussian, UnitsOfNumbersAreRussian)
{
    Sentence sentence;
    sentence.pattern = "{1}";
    sentence.arguments = {{.text = ">= 2.5 bps"}};
    EXPECT_EQ(sentenceText(sentence), QStringLiteral("\u2265 2,5 \u0431\u043f"));
    sentence.arguments = {{.text = "252.0 ms"}};
    EXPECT_EQ(sentenceText(sentence), QStringLiteral("252,0 \u043c\u0441"));
}

TEST_F(InRussian, ListsOfIterationsAreRussian)
{
    EXPECT_EQ(coreText("iteration 3, 7 and 12 of the window could not be read")
                  .count(QStringLiteral("3, 7 \u0438 12")),
              1);
    EXPECT_EQ(coreText("the engine failed in iteration 1, 2 and 4 more")
                  .count(QStringLiteral("1, 2 \u0438 \u0435\u0449\u0451 4")),
              1);
}

TEST_F(InRussian, IntervalsAreRussian)
{
    EXPECT_EQ(localQuantity("[-13.7 ms, 5.5 ms]"),
              QStringLiteral("[\u221213,7 \u043c\u0441; 5,5 \u043c\u0441]"));
    EXPECT_EQ(localQuantity("[-0.024, 0.011]"), QStringLiteral("[\u22120,024; 0,011]"));
    EXPECT_EQ(localQuantity("[what, ever]"), QStringLiteral("[what, ever]"));
    const QString why = coreText("Holm p 0.210 is not below 0.05, and the 90 % interval "
                                 "[-13.7 ms, 5.5 ms] is not within the margin of 5.0 ms");
    EXPECT_EQ(why.count(QStringLiteral("[\u221213,7 \u043c\u0441; 5,5 \u043c\u0441]")), 1);
}

TEST(Languages, EnglishHasOneAndMany)
{
    Languages languages;
    languages.choose(QStringLiteral("en"));
    EXPECT_EQ(localQuantity("[-13.7 ms, 5.5 ms]"), QStringLiteral("[\u221213.7 ms, 5.5 ms]"));
    const auto runs = [](int count) {
        return QCoreApplication::translate("soak::ui::RunsPanel", "%n run(s)", nullptr, count);
    };
    EXPECT_EQ(runs(1), QStringLiteral("1 run"));
    EXPECT_EQ(runs(2), QStringLiteral("2 runs"));
    QLocale::setDefault(QLocale::c());
}

TEST(Languages, AnUnknownOneIsEnglish)
{
    Languages languages;
    languages.choose(QStringLiteral("tlh"));
    EXPECT_EQ(languages.code(), QStringLiteral("en"));
    QLocale::setDefault(QLocale::c());
}

} // namespace soak::ui
