// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/chart_samples.h"
#include "ui/charts/series_cache.h"

#include <gmock/gmock.h>

namespace soak::ui
{
namespace
{

const QString kRun = QStringLiteral("run");
const QString kScene = QStringLiteral("metric:net_bps");

const SeriesCache::Entry& update(SeriesCache& cache, const SoakRun& run)
{
    return cache.upToDate(kRun, kScene, run.table.iterations(), run.table.column(Metric::NetBps));
}

} // namespace

TEST(SeriesCache, ALongerRunAddsWhatIsNew)
{
    SeriesCache cache;
    update(cache, aRun().withIterations(5).with(Metric::NetBps, 3).build());
    const SeriesCache::Entry& entry = update(cache, aRun()
                                                        .withIterations(8)
                                                        .with(Metric::NetBps, 3)
                                                        .at(7, Metric::NetBps, 9)
                                                        .at(8, Metric::NetBps, std::nullopt)
                                                        .build());
    EXPECT_EQ(entry.count, 7U);
    EXPECT_EQ(entry.extent, (PlotRange{3, 9}));
    EXPECT_THAT(entry.holes, testing::ElementsAre(8));
    EXPECT_EQ(entry.pyramid.length(), 8U);
}

TEST(SeriesCache, AFileThatCameLateBeginsAnew)
{
    SeriesCache cache;
    update(cache, aRun().withIterations(6).missing(3).with(Metric::NetBps, 3).build());
    const SeriesCache::Entry& entry =
        update(cache, aRun().withIterations(6).with(Metric::NetBps, 4).build());
    EXPECT_EQ(entry.count, 6U);
    EXPECT_EQ(entry.extent, (PlotRange{4, 4}));
}

TEST(SeriesCache, AForgottenRunIsGone)
{
    SeriesCache cache;
    update(cache, aRun().build());
    EXPECT_TRUE(cache.has(kRun, kScene));
    cache.forget(kRun);
    EXPECT_FALSE(cache.has(kRun, kScene));
}

} // namespace soak::ui
