// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/change_mark.h"
#include "ui/widgets/meaning.h"
#include "ui/widgets/verdict_chip.h"

#include <QImage>
#include <gtest/gtest.h>

#include <set>

namespace soak::ui
{
namespace
{

constexpr int kSide = 16;

template <typename Paint>
QByteArray pictureOf(Paint paint)
{
    QImage image(kSide, kSide, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter, QRectF(0, 0, kSide, kSide));
    painter.end();
    return {reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()};
}

} // namespace

TEST(Meaning, EachHasAWordAndAShapeOfItsOwnInOneColour)
{
    std::set<QString> words;
    std::set<QByteArray> shapes;
    for (std::size_t i = 0; i < kMeaningCount; ++i) {
        const auto meaning = static_cast<Meaning>(i);
        words.insert(meaningWord(meaning));
        shapes.insert(pictureOf([&](QPainter& painter, const QRectF& box) {
            paintMeaning(painter, box, meaning, Qt::black);
        }));
    }
    EXPECT_EQ(words.size(), kMeaningCount);
    EXPECT_EQ(shapes.size(), kMeaningCount);
}

TEST(ChangeMarks, EachHasAShapeOfItsOwnInOneColour)
{
    std::set<QByteArray> shapes;
    for (const ChangeMark mark : changeMarks()) {
        shapes.insert(pictureOf([&](QPainter& painter, const QRectF& box) {
            paintChangeMark(painter, box, mark, Qt::black);
        }));
    }
    EXPECT_EQ(shapes.size(), changeMarks().size());
}

TEST(Meaning, ASoftGateThatIsNotMetWarns)
{
    GateResult gate;
    gate.outcome = GateOutcome::Fail;
    EXPECT_EQ(meaningOf(gate), Meaning::Fail);
    gate.gate.severity = GateSeverity::Soft;
    EXPECT_EQ(meaningOf(gate), Meaning::Warn);
    gate.outcome = GateOutcome::NoData;
    EXPECT_EQ(meaningOf(gate), Meaning::NoData);
}

TEST(ActivityBadge, SaysHowFarAndOnlyOfARunThatIsNotFinished)
{
    auto run = std::make_shared<SoakRun>();
    run->info.emplace();
    run->info->iterations = 36;
    run->table.append(1, {}, std::nullopt);
    OpenRun open;
    open.run = run;
    EXPECT_FALSE(activityBadge(open));
    open.activity = RunActivity::Running;
    ASSERT_TRUE(activityBadge(open));
    EXPECT_EQ(activityBadge(open)->word, QStringLiteral("IN PROGRESS 1 of 36"));
    EXPECT_EQ(activityBadge(open)->meaning, Meaning::Live);
    open.activity = RunActivity::WriterDead;
    EXPECT_EQ(activityBadge(open)->meaning, Meaning::Partial);
}

TEST(VerdictChip, IsAsWideAsItsWordAndSaysIt)
{
    const Theme theme;
    VerdictChip chip(theme);
    chip.setVerdict(Meaning::Fail);
    EXPECT_EQ(chip.accessibleName(), QStringLiteral("FAIL"));
    const int narrow = chip.sizeHint().width();
    chip.setVerdict(Meaning::Live, QStringLiteral("IN PROGRESS 12 of 36"));
    EXPECT_GT(chip.sizeHint().width(), narrow);
    EXPECT_EQ(chip.accessibleName(), QStringLiteral("IN PROGRESS 12 of 36"));
}

} // namespace soak::ui
