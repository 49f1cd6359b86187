// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/chart_samples.h"
#include "ui/charts/chart_pane.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

#include <cmath>

namespace soak::ui
{
namespace
{

class ChartPaneTest : public testing::Test
{
protected:
    ChartPaneTest() { m_theme.choose(ThemeChoice::Light); }

    void show(const std::vector<RunLine>& lines, Metric metric, QSize size = {700, 140})
    {
        m_pane.setScene(metricScene(lines, metric));
        m_pane.setRange(domainOf(lines));
        m_pane.resize(size);
        m_pane.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&m_pane));
    }

    QImage picture() { return m_pane.grab().toImage(); }

    // Pixels of a series around a point of the chart.
    int inkAt(const QImage& image, double iteration, double value, double reach = 2)
    {
        const ChartFrame& frame = m_pane.frame();
        return pixelsOf(
            image, {frame.px(iteration) - reach, frame.py(value) - reach, 2 * reach, 2 * reach},
            runColour(Tone::Light, 0), 60);
    }

    Theme m_theme;
    ChartPane m_pane{m_theme};
};

// Values that stand for themselves in every picture.
RunBuilder flatRun(int count)
{
    RunBuilder run = aRun();
    run.withIterations(count).with(Metric::P95LatencyMs, 200);
    return run;
}

bool touches(const QRectF& a, const QRectF& b)
{
    const QRectF both = a.intersected(b);
    return both.width() > 0.5 && both.height() > 0.5;
}

} // namespace

TEST_F(ChartPaneTest, AGapIsAGapAndALonePointIsSeen)
{
    show({lineOf(troubledRun().shared())}, Metric::P95LatencyMs);
    const QImage image = picture();
    const double lone = wave(15);
    EXPECT_GT(inkAt(image, 15, lone), 4);
    // Nothing between the lone point and its neighbours, nor across the missing twelfth.
    const ChartFrame& frame = m_pane.frame();
    for (const double middle : {14.0, 16.0, 12.0}) {
        const QRectF column(frame.px(middle) - 2, frame.plot.top() + 8, 4,
                            frame.plot.height() - 22);
        EXPECT_EQ(pixelsOf(image, column, runColour(Tone::Light, 0), 60), 0) << middle;
    }
    // A triangle stands where a value is missing.
    const QRectF foot(frame.px(12) - 4, frame.plot.bottom() - 9, 8, 9);
    EXPECT_GT(pixelsOf(image, foot, colourOf(Tone::Light, Ink::Muted), 60), 3);
}

TEST_F(ChartPaneTest, EverySpikeIsInThePictureHoweverLongTheRun)
{
    for (const int count : {3'000, 15'000, 60'000}) {
        std::vector<int> spikes;
        for (int k = 97; k < count; k += count / 23) {
            spikes.push_back(k);
        }
        show({longLine(count, Metric::P95LatencyMs,
                       [&](int k) -> std::optional<double> {
                           return std::binary_search(spikes.begin(), spikes.end(), k) ? 330 : 200;
                       })},
             Metric::P95LatencyMs);
        const QImage image = picture();
        for (const int spike : spikes) {
            EXPECT_GT(inkAt(image, spike, 328, 3), 0) << spike << " of " << count;
        }
        const std::vector<ChartLabel> labels = m_pane.labels();
        EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const ChartLabel& label) {
            return label.text.startsWith(QStringLiteral("shown "));
        }));
    }
}

TEST_F(ChartPaneTest, LettersTouchNeitherEachOtherNorThePlot)
{
    const std::vector<RunLine> three{
        lineOf(troubledRun().shared(), QStringLiteral("nightly 11-23")),
        lineOf(aRun().withIterations(40).withMockKpis().shared(), QStringLiteral("other"), 2),
        lineOf(aRun().withIterations(24).shared(), QStringLiteral("a very long name of a run"), 3)};
    for (const Metric metric : {Metric::P95LatencyMs, Metric::NetBps, Metric::MakerTakerRatio}) {
        for (const QSize size : {QSize(700, 140), QSize(420, 76), QSize(300, 300)}) {
            show(three, metric, size);
            m_pane.showCursor({20, true, 5, 30});
            const std::vector<ChartLabel> labels = m_pane.labels();
            for (std::size_t i = 0; i < labels.size(); ++i) {
                EXPECT_FALSE(touches(labels[i].rect, m_pane.plotRect()))
                    << labels[i].text.toStdString();
                EXPECT_TRUE(QRectF(m_pane.rect()).adjusted(-1, -1, 1, 1).contains(labels[i].rect))
                    << labels[i].text.toStdString();
                for (std::size_t j = i + 1; j < labels.size(); ++j) {
                    EXPECT_FALSE(touches(labels[i].rect, labels[j].rect))
                        << labels[i].text.toStdString() << " / " << labels[j].text.toStdString();
                }
            }
        }
    }
}

TEST_F(ChartPaneTest, TheThresholdIsSaidInTheGutterAndItsFailSideIsHatched)
{
    show({lineOf(flatRun(8).at(4, Metric::P95LatencyMs, 390).shared())}, Metric::P95LatencyMs);
    const std::vector<ChartLabel> labels = m_pane.labels();
    const auto threshold = std::find_if(labels.begin(), labels.end(), [](const ChartLabel& label) {
        return label.role == LabelRole::Threshold;
    });
    ASSERT_NE(threshold, labels.end());
    EXPECT_EQ(threshold->text, QStringLiteral("\u2264 340"));
    EXPECT_GT(threshold->rect.left(), m_pane.plotRect().right());
    const ChartFrame& frame = m_pane.frame();
    const QImage image = picture();
    const QColor hatch = colourOf(Tone::Light, Ink::Hatch);
    const auto inked = [&](double from, double to) {
        return pixelsOf(image,
                        QRectF(QPointF(frame.plot.left() + 4, frame.py(from) + 2),
                               QPointF(frame.plot.left() + 60, frame.py(to) - 2)),
                        hatch, 28);
    };
    EXPECT_GT(inked(frame.y.high, 340), 20);
    EXPECT_EQ(inked(335, 260), 0);
}

TEST_F(ChartPaneTest, AThresholdThatIsDraggedIsHeldWhileTheRunGrows)
{
    show({lineOf(flatRun(8).shared())}, Metric::P95LatencyMs);
    QSignalSpy asked(&m_pane, &ChartPane::thresholdRequested);
    const ChartFrame before = m_pane.frame();
    const QPoint line(static_cast<int>(before.plot.center().x()), static_cast<int>(before.py(340)));
    QTest::mousePress(&m_pane, Qt::LeftButton, {}, line);
    QTest::mouseMove(&m_pane, line + QPoint(0, 20));
    const std::vector<RunLine> grown{lineOf(flatRun(9).shared())};
    m_pane.setScene(metricScene(grown, Metric::P95LatencyMs));
    QTest::mouseMove(&m_pane, line + QPoint(0, 30));
    QTest::mouseRelease(&m_pane, Qt::LeftButton, {}, line + QPoint(0, 30));
    ASSERT_EQ(asked.count(), 1) << "the hand lost the line";
    EXPECT_NEAR(asked.front().at(1).toDouble(), m_pane.frame().valueAt(line.y() + 30), 1);
}

// What is held is no longer what the profile says: dragging it on would undo the other's change.
TEST_F(ChartPaneTest, AThresholdThatChangesUnderTheHandIsLetGo)
{
    const RunLine line = lineOf(flatRun(8).shared());
    show({line}, Metric::P95LatencyMs);
    QSignalSpy asked(&m_pane, &ChartPane::thresholdRequested);
    const QPoint at(static_cast<int>(m_pane.plotRect().center().x()),
                    static_cast<int>(m_pane.frame().py(340)));
    QTest::mousePress(&m_pane, Qt::LeftButton, {}, at);
    auto other = std::make_shared<ChartScene>(*m_pane.scene());
    other->thresholds.front().value = 300;
    m_pane.setScene(other);
    QTest::mouseMove(&m_pane, at + QPoint(0, 30));
    QTest::mouseRelease(&m_pane, Qt::LeftButton, {}, at + QPoint(0, 30));
    EXPECT_EQ(asked.count(), 0);
}

TEST_F(ChartPaneTest, TheReadOutSaysTheValueUnderTheCursor)
{
    show({lineOf(flatRun(8).at(4, Metric::P95LatencyMs, 212.25).shared())}, Metric::P95LatencyMs);
    m_pane.showCursor({4, false, {}, {}});
    QStringList texts;
    for (const ChartLabel& label : m_pane.labels()) {
        if (label.role == LabelRole::ReadOut) {
            texts << label.text;
        }
    }
    EXPECT_EQ(texts, (QStringList{QStringLiteral("#4"), QStringLiteral("212.2")}));
    EXPECT_TRUE(m_pane.accessibleName().contains(QStringLiteral("212.2 ms")));
    m_pane.showCursor({});
    EXPECT_TRUE(m_pane.accessibleName().contains(QStringLiteral("8 values")));
}

TEST_F(ChartPaneTest, AMovingCursorDrawsOnlyItsLineAndItsWords)
{
    show({lineOf(flatRun(36).shared())}, Metric::P95LatencyMs);
    const QImage before = picture();
    m_pane.showCursor({20, false, {}, {}});
    const QImage with = picture();
    const double x = m_pane.frame().px(20);
    int outside = 0;
    for (int px = 0; px < with.width(); ++px) {
        for (int py = 30; py < with.height(); ++py) {
            outside += std::abs(px - x) > 3 && with.pixel(px, py) != before.pixel(px, py) ? 1 : 0;
        }
    }
    EXPECT_EQ(outside, 0);
    EXPECT_NE(with.pixel(static_cast<int>(x), 60), before.pixel(static_cast<int>(x), 60));
}

TEST_F(ChartPaneTest, TheRunUnderThePointerIsTold)
{
    const std::vector<RunLine> both{
        lineOf(flatRun(20).shared(), QStringLiteral("low")),
        lineOf(aRun().withIterations(20).with(Metric::P95LatencyMs, 300).shared(),
               QStringLiteral("high"), 2)};
    show(both, Metric::P95LatencyMs);
    QSignalSpy pointed(&m_pane, &ChartPane::runPointed);
    const ChartFrame& frame = m_pane.frame();
    EXPECT_EQ(m_pane.runAt({frame.px(10), frame.py(300)}), both[1].identity);
    EXPECT_EQ(m_pane.runAt({frame.px(10), frame.py(250)}), QString()) << "between both";
    QTest::mouseMove(&m_pane, QPointF(frame.px(10), frame.py(200)).toPoint());
    ASSERT_FALSE(pointed.isEmpty());
    EXPECT_EQ(pointed.back().front().toString(), both[0].identity);
}

TEST_F(ChartPaneTest, TheHighlightedRunStandsOutFromTheOthers)
{
    const std::vector<RunLine> both{
        lineOf(flatRun(20).shared(), QStringLiteral("low")),
        lineOf(aRun().withIterations(20).with(Metric::P95LatencyMs, 300).shared(),
               QStringLiteral("high"), 2)};
    show(both, Metric::P95LatencyMs);
    const auto ink = [this](std::size_t slot) {
        return pixelsOf(picture(), m_pane.plotRect(), runColour(Tone::Light, slot));
    };
    const int before = ink(0);
    m_pane.setHighlight(both[1].identity);
    EXPECT_LT(ink(0), before / 2);
    EXPECT_GT(ink(2), 0);
    m_pane.setHighlight({});
    EXPECT_EQ(ink(0), before);
}

TEST_F(ChartPaneTest, ARunThatGoesWhereTheBaselineGoesIsSeenOverIt)
{
    std::vector<RunLine> both{lineOf(flatRun(20).shared(), QStringLiteral("A")),
                              lineOf(flatRun(20).shared(), QStringLiteral("B"), 2)};
    both.front().isBaseline = true;
    show(both, Metric::P95LatencyMs);
    const auto ink = [this](std::size_t slot) {
        return pixelsOf(picture(), m_pane.plotRect(), runColour(Tone::Light, slot));
    };
    EXPECT_GT(ink(2), 200);
    std::swap(both.front().isBaseline, both.back().isBaseline);
    show(both, Metric::P95LatencyMs);
    EXPECT_GT(ink(0), 200);
}

TEST_F(ChartPaneTest, LinesThatEndInOnePlaceBesideATargetAreAllNamed)
{
    std::vector<RunLine> two;
    for (const char* name : {"A", "B"}) {
        two.push_back(lineOf(aRun()
                                 .withIterations(20)
                                 .with(Metric::MakerTakerRatio, 0.85)
                                 .at(1, Metric::MakerTakerRatio, 0.5)
                                 .shared(),
                             QString::fromLatin1(name), two.size()));
    }
    show(two, Metric::MakerTakerRatio);
    QStringList named;
    const std::vector<ChartLabel> labels = m_pane.labels();
    for (const ChartLabel& label : labels) {
        if (label.role == LabelRole::Series) {
            named << label.text;
        }
        for (const ChartLabel& other : labels) {
            EXPECT_TRUE(&label == &other || !touches(label.rect, other.rect))
                << label.text.toStdString() << " on " << other.text.toStdString();
        }
    }
    EXPECT_EQ(named, (QStringList{QStringLiteral("A"), QStringLiteral("B")}));
}

TEST_F(ChartPaneTest, AnEnvelopeIsDrawnAndCounted)
{
    const RunLine line = lineOf(flatRun(20).shared());
    auto scene = std::make_shared<ChartScene>(*metricScene({&line, 1}, Metric::P95LatencyMs));
    auto band = std::make_shared<std::vector<EnvelopePoint>>();
    for (int k = 1; k <= 20; ++k) {
        band->push_back({k, 32, 150, 180, 200, 220, 330});
    }
    scene->envelope = band;
    scene->envelopeRuns = 32;
    m_pane.setScene(scene);
    m_pane.setRange(scene->domain);
    m_pane.resize(700, 140);
    m_pane.show();
    const auto greyAt = [&](double value) {
        return picture().pixelColor(
            QPointF(m_pane.frame().px(10.5), m_pane.frame().py(value)).toPoint());
    };
    EXPECT_NE(greyAt(160), greyAt(140)) << "inside the band, and outside of it";
    EXPECT_NE(greyAt(190), greyAt(160)) << "between the quartiles it is darker";
    bool isSaid = false;
    for (const ChartLabel& label : m_pane.labels()) {
        isSaid = isSaid || label.text.startsWith(QStringLiteral("32 runs"));
    }
    EXPECT_TRUE(isSaid);
}

TEST_F(ChartPaneTest, AChartWithoutAnyValueNamesTheKey)
{
    show({lineOf(flatRun(8).without(Metric::OrderAgeP95Ms).shared())}, Metric::OrderAgeP95Ms);
    const std::vector<ChartLabel> labels = m_pane.labels();
    const auto said = std::find_if(labels.begin(), labels.end(), [](const ChartLabel& label) {
        return label.role == LabelRole::Empty;
    });
    ASSERT_NE(said, labels.end());
    EXPECT_TRUE(said->text.contains(QStringLiteral("summary.order_age_p95_ms")));
}

TEST_F(ChartPaneTest, ExportsTheSameSceneInAnyToneAndScale)
{
    show({lineOf(troubledRun().shared())}, Metric::P95LatencyMs);
    QImage page(1400, 280, QImage::Format_ARGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    m_pane.paint(painter, QRectF(0, 0, 1400, 280), Tone::Dark, 2);
    painter.end();
    EXPECT_GT(pixelsOf(page, page.rect(), runColour(Tone::Dark, 0), 30), 200);
    EXPECT_GT(pixelsOf(page, page.rect(), colourOf(Tone::Dark, Ink::Panel), 4), 100'000);
}

TEST_F(ChartPaneTest, ShowsABadgeOfWhatIsMissing)
{
    show({lineOf(troubledRun().shared())}, Metric::P95LatencyMs);
    const std::vector<ChartLabel> labels = m_pane.labels();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const ChartLabel& label) {
        return label.role == LabelRole::Badge && label.text == QStringLiteral("4 missing");
    }));
}

TEST_F(ChartPaneTest, ALiveRunEndsInADottedLineBeforeWhatIsStillToCome)
{
    RunLine line = lineOf(flatRun(12)
                              .editRun([](SoakRun& run) {
                                  run.end.reset();
                                  run.info->iterations = 36;
                              })
                              .shared());
    line.isLive = true;
    show({line}, Metric::P95LatencyMs);
    EXPECT_EQ(m_pane.frame().x, (PlotRange{0.5, 36.5}));
    const double x = m_pane.frame().px(12.5);
    const QImage image = picture();
    EXPECT_GT(pixelsOf(image, {x - 1, m_pane.plotRect().top(), 3, m_pane.plotRect().height()},
                       colourOf(Tone::Light, Ink::Cursor), 90),
              8);
    EXPECT_TRUE(m_pane.scene()->missing.empty());
}

} // namespace soak::ui
