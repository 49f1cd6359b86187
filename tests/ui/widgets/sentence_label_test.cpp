// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sentence_label.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

Sentence worst()
{
    return {"max {1} {2}: {3} & more",
            {{"362", std::nullopt},
             {">= 340"},
             {"#33", TextLink{.kind = LinkKind::Iteration, .iteration = 33}}},
            SentenceTone::Bad};
}

} // namespace

TEST(SentenceText, FillsThePatternAndUsesRealSigns)
{
    EXPECT_EQ(sentenceText(worst()), QStringLiteral("max 362 \u2265 340: #33 & more"));
    EXPECT_EQ(sentenceText({"by {1}", {{"-0.5"}}}), QStringLiteral("by \u22120.5"));
}

TEST(SentenceText, LeavesAPlaceWithoutArgumentAsItIs)
{
    EXPECT_EQ(sentenceText({"{1} and {2} and {x", {{"a"}}}), QStringLiteral("a and {2} and {x"));
}

TEST(SentenceText, WritesNumbersAsTheLanguageDoesButNoNames)
{
    QLocale::setDefault(QLocale(QLocale::Russian, QLocale::Russia));
    EXPECT_EQ(sentenceText({"{1} {2}", {{"0.427"}, {"v1.2-beta"}}}),
              QStringLiteral("0,427 v1.2-beta"));
    QLocale::setDefault(QLocale::c());
}

TEST(SentenceHtml, EscapesWhatIsNotOurs)
{
    const QString html = sentenceHtml({"{1} < {2}", {{"<b>"}, {"&"}}}, Qt::blue);
    EXPECT_EQ(html, QStringLiteral("&lt;b&gt; &lt; &amp;"));
}

TEST(SentenceLabel, EachLinkIsReachedByTabAndFollowedByEnter)
{
    const TextLink gate{.kind = LinkKind::Gate, .name = "risk"};
    for (int tabs = 1; tabs <= 2; ++tabs) {
        Theme theme;
        SentenceLabel label(theme);
        label.setSentences({{"{1} failed", {{"risk", gate}}}, worst()});
        label.resize(400, 40);
        label.show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&label));
        label.setFocus();
        std::vector<TextLink> followed;
        QObject::connect(&label, &SentenceLabel::linkFollowed, &label,
                         [&](const TextLink& link) { followed.push_back(link); });
        for (int tab = 0; tab < tabs; ++tab) {
            QTest::keyClick(&label, Qt::Key_Tab);
        }
        QTest::keyClick(&label, Qt::Key_Return);
        ASSERT_EQ(followed.size(), 1U) << tabs;
        if (tabs == 1) {
            EXPECT_EQ(followed[0], gate);
        } else {
            EXPECT_EQ(followed[0].iteration, 33);
        }
    }
}

TEST(SentenceLabel, IsReadAsPlainText)
{
    Theme theme;
    SentenceLabel label(theme);
    label.setPrefix(QStringLiteral("if it ended now: FAIL."));
    label.setSentences({worst()});
    EXPECT_EQ(label.accessibleName(),
              QStringLiteral("if it ended now: FAIL. max 362 \u2265 340: #33 & more"));
}

} // namespace soak::ui
