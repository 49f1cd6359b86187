// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/io/records.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

TEST(Defect48, FilesWithoutASymbolAreReadLikeAnyOther)
{
    const TempDir dir;
    dir.write("ITER_SUMMARY_1.json", R"({"iteration":1,"summary":{"net_bps":2.5}})");
    dir.write("ITER_SUMMARY_2.json",
              R"({"iteration":2,"symbol":"BTCUSDT","summary":{"net_bps":3}})");
    dir.write("ITER_SUMMARY_3.json", R"({"iteration":3,"net_bps":0})");
    const auto run = loaded(dir.path());
    ASSERT_NE(run, nullptr);
    ASSERT_EQ(run->table.rowCount(), 3U);
    EXPECT_EQ(run->table.at(Metric::NetBps, 0), 2.5);
    EXPECT_EQ(run->table.at(Metric::NetBps, 2), 0.0);
    EXPECT_TRUE(run->unreadable.empty());
    EXPECT_TRUE(run->gaps.empty());
}

} // namespace
} // namespace soak
