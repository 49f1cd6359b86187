// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/pseudo_language.h"

#include <QCoreApplication>
#include <gtest/gtest.h>

namespace soak::ui
{

TEST(PseudoLanguage, IsFortyPercentLonger)
{
    for (const char* text : {"Run", "Iterations", "Open a folder with runs", "p95 latency, ms"}) {
        const QString source = QString::fromUtf8(text);
        const auto least = static_cast<qsizetype>(1.4 * static_cast<double>(source.size()));
        EXPECT_GE(pseudoText(source).size(), least) << text;
        EXPECT_LE(pseudoText(source).size(), least + 2) << text;
    }
}

TEST(PseudoLanguage, KeepsPlacesTagsKeysAndLines)
{
    for (const char* kept : {"%1", "%L2", "%n", "{3}", "<b>", "</b>", "&", "\n"}) {
        const QString source =
            QStringLiteral("one %1 two %L2 three %n four {3} <b>five</b> &six\nseven");
        EXPECT_EQ(pseudoText(source).count(QString::fromUtf8(kept)),
                  source.count(QString::fromUtf8(kept)))
            << kept;
    }
    EXPECT_EQ(pseudoText(QStringLiteral("%1 of %2")).arg(3).arg(8),
              QStringLiteral("[3 \u00f3f 8]"));
}

TEST(PseudoLanguage, LeavesATextWithoutLettersAlone)
{
    for (const char* text : {"", "%1", "%n", "\u00d7", "#%1 \u2013 #%2", "<br>"}) {
        EXPECT_EQ(pseudoText(QString::fromUtf8(text)), QString::fromUtf8(text));
    }
}

TEST(PseudoLanguage, SpeaksForTheWholeProgramWhileInstalled)
{
    PseudoLanguage language;
    QCoreApplication::installTranslator(&language);
    EXPECT_EQ(QCoreApplication::translate("core", "FAIL"), QStringLiteral("[F\u00c1\u00cdL]"));
    EXPECT_EQ(QCoreApplication::translate("x", "%n runs", nullptr, 5).left(3),
              QStringLiteral("[5 "));
    QCoreApplication::removeTranslator(&language);
    EXPECT_EQ(QCoreApplication::translate("core", "FAIL"), QStringLiteral("FAIL"));
}

} // namespace soak::ui
