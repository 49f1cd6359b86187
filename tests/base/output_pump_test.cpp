// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/output_pump.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

#include <string>

namespace soak
{
namespace
{

void put(int descriptor, std::string_view text)
{
    ASSERT_EQ(::write(descriptor, text.data(), text.size()), static_cast<ssize_t>(text.size()));
}

TEST(OutputPump, TakesWhatIsThereThoughSomebodyHoldsThePipeOpen)
{
    const TempDir dir;
    Result<OutputPump> pump = OutputPump::open(dir / "out", dir / "err", 100);
    ASSERT_TRUE(pump);
    put(pump->standardOutput(), "one");
    put(pump->standardError(), "two");
    EXPECT_FALSE(pump->finish().value_or(true)); // the writers are still open
    EXPECT_EQ(bytesOf(dir / "out"), "one");
    EXPECT_EQ(bytesOf(dir / "err"), "two");
}

TEST(OutputPump, PollsPipesUntilTheyEnd)
{
    const TempDir dir;
    Result<OutputPump> pump = OutputPump::open(dir / "out", "", 100);
    ASSERT_TRUE(pump);
    put(pump->standardError(), "into nothing");
    std::vector<pollfd> polled;
    pump->addTo(polled);
    ASSERT_EQ(polled.size(), 1U);  // /dev/null needs no pipe
    pump->pump(polled.front().fd); // nothing there: does not block
    put(pump->standardOutput(), "one");
    pump->pump(polled.front().fd);
    EXPECT_EQ(bytesOf(dir / "out"), "one");
    pump->closeWriters();
    pump->pump(polled.front().fd);
    polled.clear();
    pump->addTo(polled);
    EXPECT_TRUE(polled.empty());
}

TEST(OutputPump, CutsEachFileAtTheLimit)
{
    const TempDir dir;
    Result<OutputPump> pump = OutputPump::open(dir / "out", dir / "err", 4);
    ASSERT_TRUE(pump);
    put(pump->standardOutput(), "12345");
    put(pump->standardError(), "1234");
    EXPECT_TRUE(pump->finish().value_or(false));
    EXPECT_EQ(bytesOf(dir / "out"), "1234");
    EXPECT_EQ(bytesOf(dir / "err"), "1234");
}

TEST(OutputPump, AFullDiskIsToldAndThePipeEmptiedFurther)
{
    Result<OutputPump> pump = OutputPump::open("/dev/full", "", 1000);
    ASSERT_TRUE(pump);
    std::vector<pollfd> polled;
    pump->addTo(polled);
    put(pump->standardOutput(), "one");
    EXPECT_FALSE(pump->hasFailed());
    pump->pump(polled.front().fd);
    EXPECT_TRUE(pump->hasFailed());
    put(pump->standardOutput(), "two");
    const Result<bool> finished = pump->finish();
    ASSERT_FALSE(finished);
    EXPECT_EQ(finished.error(),
              (Error{Errc::NotWritable, "cannot write: no space left on device", "/dev/full"}));
}

} // namespace
} // namespace soak
