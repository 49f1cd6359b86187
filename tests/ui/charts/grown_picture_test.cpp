// SPDX-License-Identifier: GPL-3.0-or-later
// A run that grows is drawn on in the picture that is there: to the pixel what is drawn anew.
#include "tests/ui/bench/long_run.h"
#include "ui/charts/chart_stack.h"

#include <QTest>
#include <gtest/gtest.h>

namespace soak::ui
{
namespace
{

struct Shown {
    Selection selection;
    const Theme& theme;
    ChartStack stack{selection, theme};

    void show(const LongRun& run)
    {
        const RunLine& line = run.line();
        const PlotRange domain = domainOf({&line, 1});
        std::vector<SceneRef> scenes;
        for (const Metric metric : kBenchKpis) {
            scenes.push_back(metricScene({&line, 1}, metric));
        }
        stack.setDomain(domain);
        stack.setScenes(scenes);
        stack.setLanes(laneScene(line, domain, [](const Sentence&) { return QString(); }));
        stack.resize(750, 560);
        stack.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&stack));
        QCoreApplication::processEvents();
    }

    [[nodiscard]] QImage picture()
    {
        if (QWidget* focus = stack.focusWidget()) { // its frame is no part of the run
            focus->clearFocus();
        }
        return stack.grab().toImage();
    }
};

// Where they differ; empty: nowhere.
QRect differenceOf(const QImage& a, const QImage& b)
{
    QRect all;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            if (a.pixel(x, y) != b.pixel(x, y)) {
                all |= QRect(x, y, 1, 1);
            }
        }
    }
    return all;
}

class GrownPicture : public testing::TestWithParam<ThemeChoice>
{
};

TEST_P(GrownPicture, IsToThePixelTheOneDrawnAnew)
{
    constexpr int kRows = 25'000;
    Theme theme;
    theme.choose(GetParam());
    LongRun run(kRows);
    Shown grown{{}, theme};
    grown.show(run);
    const QImage first = grown.picture();
    for (const int more : {1, 1, 3, 40, 1, 400}) {
        for (int i = 0; i < more; ++i) {
            run.grow();
        }
        grown.show(run);
        Shown anew{{}, theme};
        anew.show(run);
        const QRect difference = differenceOf(grown.picture(), anew.picture());
        EXPECT_TRUE(difference.isEmpty())
            << difference.x() << "," << difference.y() << " " << difference.width() << "x"
            << difference.height() << "after " << more << " more";
    }
    EXPECT_FALSE(grown.picture() == first);
}

INSTANTIATE_TEST_SUITE_P(Themes, GrownPicture,
                         testing::Values(ThemeChoice::Light, ThemeChoice::Dark),
                         [](const auto& which) {
                             return which.param == ThemeChoice::Light ? "Light" : "Dark";
                         });

} // namespace
} // namespace soak::ui
