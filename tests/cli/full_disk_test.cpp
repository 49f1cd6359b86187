// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full: exit 5, and what was there stays. Mounts a small file system, so it needs
// root.
#include "tests/cli/shell.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

// Runs `line` with `d` on a file system of `kib` KiB; `d` is copied to `kept` before it goes.
ShellResult onSmallDisk(Shell& shell, int kib, const std::string& line)
{
    shell.write("on_small_disk.sh",
                "mkdir -p d kept\nmount -t tmpfs -o size=" + std::to_string(kib) +
                    "k tmpfs d || exit 99\n" + line + "\ncode=$?\ncp -r d/. kept\nexit $code\n");
    return shell.run("unshare -m sh on_small_disk.sh");
}

TEST(LongFullDisk, RunExitsWithFiveAndEveryFileIsWhole)
{
    for (const int kib : {64, 96, 128, 160, 224}) {
        Shell shell;
        const ShellResult result =
            onSmallDisk(shell, kib, "soak run --mock --auto-tune --iterations 36 --out d/run");
        EXPECT_EQ(result.exitCode, 5) << kib << result.err;
        EXPECT_NE(result.firstErrorLine().find("no space left on device"), std::string::npos)
            << result.err;
        const ShellResult whole =
            shell.run("cd kept/run && for f in *.json; do python3 -m json.tool \"$f\" >/dev/null "
                      "|| exit 1; done; ls -A | grep -c tmp");
        EXPECT_EQ(whole.out, "0\n") << whole.err;
        // With room again the run goes on to the end that an undisturbed one has.
        EXPECT_EQ(shell.run("soak run --resume --out kept/run").exitCode, 0) << kib;
        EXPECT_EQ(shell.run("soak reproduce kept/run").exitCode, 0) << kib;
    }
}

TEST(LongFullDisk, ReportsThatDoNotFitLeaveTheOldOnes)
{
    Shell shell;
    EXPECT_EQ(shell.run("soak run --mock --auto-tune --iterations 36 --out run").exitCode, 0);
    const ShellResult result = onSmallDisk(
        shell, 160,
        "soak report run --out d/r >/dev/null || true; sha256sum d/r/* > before 2>/dev/null; "
        "head -c 1000000 /dev/zero > d/filler 2>/dev/null; soak report run --out d/r; code=$?; "
        "sha256sum -c --quiet before || exit 98; exit $code");
    EXPECT_EQ(result.exitCode, 5) << result.err << result.out;
}

TEST(LongFullDisk, ABundleThatDoesNotFitLeavesNothing)
{
    for (const int kib : {64, 256, 512}) {
        Shell shell;
        EXPECT_EQ(shell.run("soak run --mock --auto-tune --iterations 36 --out run").exitCode, 0);
        const ShellResult result = onSmallDisk(
            shell, kib, "soak bundle run --out d/b; code=$?; ls -A d/b > left; (exit $code)");
        EXPECT_EQ(result.exitCode, 5) << kib << result.err;
        EXPECT_NE(result.firstErrorLine().find("no space left on device"), std::string::npos)
            << result.err;
        EXPECT_EQ(shell.read("left"), "") << kib;
    }
}

} // namespace
} // namespace soak
