// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_state.h"
#include "tests/io/records.h"

namespace soak
{

TEST(RunState, IsTheHashOfTheChecksumsOfAllFiles)
{
    const TempDir dir;
    const auto run = loaded(writeRun(dir, 3));
    std::string lines;
    for (const char* name : {"ITER_SUMMARY_1.json", "ITER_SUMMARY_2.json", "ITER_SUMMARY_3.json",
                             "RUN.json", "RUN_END.json", "TUNING_REPORT.json"}) {
        lines += sha256Hex(readFile(dir / "run" / name).value()) + "  " + name + "\n";
    }
    EXPECT_EQ(runStateHash(*run), sha256Hex(lines));
}

TEST(RunState, AnyChangedByteIsAnotherState)
{
    const TempDir dir;
    const fs::path folder = writeRun(dir, 3);
    const std::string before = runStateHash(*loaded(folder));
    for (const char* name : {"ITER_SUMMARY_2.json", "RUN_END.json", "TUNING_REPORT.json"}) {
        const std::string text = readFile(folder / name).value();
        dir.write(fs::path("run") / name, text + " ");
        EXPECT_NE(runStateHash(*loaded(folder)), before) << name;
        dir.write(fs::path("run") / name, text);
    }
    dir.write("run/LATEST.json", "{}");
    EXPECT_EQ(runStateHash(*loaded(folder)), before);
}

TEST(RunState, ARunThatWentOnBeginsWithWhatItWas)
{
    const TempDir dir;
    const auto shorter = loaded(writeRun(dir, 3));
    const std::string hash = firstIterationsHash(*shorter, 3);
    const auto longer = loaded(writeRun(dir, 5));
    EXPECT_EQ(firstIterationsHash(*longer, 3), hash);
    EXPECT_NE(firstIterationsHash(*longer, 4), hash);
    EXPECT_NE(runStateHash(*longer), runStateHash(*shorter));
}

} // namespace soak
