// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_rows.h"
#include "tests/io/records.h"

#include <atomic>

namespace soak
{
namespace
{

// More than two blocks of files, written fast.
fs::path writeMany(const TempDir& dir, int count)
{
    for (int k = 1; k <= count; ++k) {
        dir.write(summaryFileName(k), R"({"summary":{"net_bps":)" + std::to_string(k) +
                                          R"(,"version":")" + std::to_string(k / 100) + "\"}}");
    }
    return dir.path();
}

TEST(ReadRows, GivesTheSameRunWithAnyNumberOfWorkers)
{
    const TempDir dir;
    const fs::path folder = writeMany(dir, 700);
    const auto one = loaded(folder, {.threads = 1});
    ASSERT_TRUE(one);
    EXPECT_EQ(one->table.rowCount(), 700U);
    EXPECT_EQ(one->notes.distinct().size(), 8U);
    for (const unsigned threads : {0U, 2U, 3U, 16U, 1000U}) {
        const auto many = loaded(folder, {.threads = threads});
        ASSERT_TRUE(many);
        EXPECT_EQ(many->table, one->table);
        EXPECT_EQ(many->notes.distinct(), one->notes.distinct()) << "in order of first appearance";
        EXPECT_EQ(many->summaryFiles, one->summaryFiles);
        EXPECT_EQ(many->findings, one->findings);
    }
}

TEST(ReadRows, TellsItsProgress)
{
    const TempDir dir;
    const fs::path folder = writeMany(dir, 600);
    std::vector<std::uint64_t> told;
    const auto run = loadRun(folder, {.threads = 2}, {},
                             [&](std::uint64_t done, std::uint64_t total, std::string_view) {
                                 EXPECT_EQ(total, 600U);
                                 told.push_back(done);
                             });
    ASSERT_TRUE(run);
    ASSERT_GE(told.size(), 2U);
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    EXPECT_EQ(told.back(), 600U);
}

TEST(ReadRows, CanBeCancelled)
{
    const TempDir dir;
    const fs::path folder = writeMany(dir, 600);
    std::stop_source source;
    const auto run =
        loadRun(folder, {.threads = 2}, source.get_token(),
                [&](std::uint64_t, std::uint64_t, std::string_view) { source.request_stop(); });
    ASSERT_FALSE(run);
    EXPECT_EQ(run.error().code, Errc::Cancelled);
}

} // namespace
} // namespace soak
