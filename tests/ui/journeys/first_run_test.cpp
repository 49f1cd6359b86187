// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody who never saw the workbench, with nothing on the disk, follows the control that stands
// out and gets to a verdict.
#include "tests/support/temp_dir.h"
#include "ui/window/main_window.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QPushButton>
#include <QTest>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

constexpr int kMostClicks = 3;
constexpr int kMostMs = 10'000;

QPushButton* highlighted(const QWidget& window)
{
    for (QPushButton* button : window.findChildren<QPushButton*>()) {
        if (button->isVisible() && button->isEnabled() && button->isDefault()) {
            return button;
        }
    }
    return nullptr;
}

bool hasVerdict(const QWidget& window)
{
    const QString title = window.windowTitle();
    return title.contains(QStringLiteral("PASS")) || title.contains(QStringLiteral("FAIL")) ||
           title.contains(QStringLiteral("WARN"));
}

} // namespace

TEST(FirstRun, TheHighlightedControlLeadsToAVerdictInThreeClicks)
{
    const TempDir home;
    qputenv("XDG_DATA_HOME", home.path().string().c_str());
    Theme theme;
    theme.choose(ThemeChoice::Light);
    Languages languages;
    languages.choose(QStringLiteral("en"));
    MainWindow window(theme, languages,
                      {.preferencesFile = QString::fromStdString((home / "p.ini").string()),
                       .stateFolder = home.path() / "state",
                       .soakProgram = QStringLiteral(SOAK_PROGRAM_SOAK),
                       .samplePath = QString()});
    window.show();
    QElapsedTimer clock;
    clock.start();
    int clicks = 0;
    while (!hasVerdict(window) && clicks < kMostClicks) {
        QPushButton* button = highlighted(window);
        ASSERT_NE(button, nullptr) << "nothing stands out after " << clicks << " clicks";
        QTest::mouseClick(button, Qt::LeftButton);
        ++clicks;
        static_cast<void>(QTest::qWaitFor([&] { return hasVerdict(window); }, kMostMs));
    }
    EXPECT_TRUE(hasVerdict(window)) << window.windowTitle().toStdString();
    EXPECT_LE(clicks, kMostClicks);
    EXPECT_LT(clock.elapsed(), kMostMs);
    ASSERT_FALSE(window.session().runs().empty());
    EXPECT_EQ(window.session().runs().front().run->info->iterations, 8);
    // What runs in the background ends before the folder goes.
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.jobs().running().empty(); }, kMostMs));
    QLocale::setDefault(QLocale::c());
}

} // namespace soak::ui
