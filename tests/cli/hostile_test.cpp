// SPDX-License-Identifier: GPL-3.0-or-later
// Artifacts come from other people's machines: a clear finding or exit 3, quickly, in little
// memory, nothing written.
#include "tests/cli/shell.h"
#include "tests/support/sanitizer.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

using Json = nlohmann::json;

// 2 s and 300 MiB; a sanitizer takes several times as much of both, a build without optimisation
// more time.
#ifdef __OPTIMIZE__
constexpr bool kIsOptimised = true;
#else
constexpr bool kIsOptimised = false;
#endif
constexpr double kMostSeconds = kIsSanitized ? 20 : kIsOptimised ? 2 : 8;
constexpr int kMostKibibytes = (kIsSanitized ? 1500 : 300) * 1024;

// A good iteration 1, and `hostile` as iteration 2.
struct Hostile {
    const char* name;
    const char* make;   // sh: makes run/ITER_SUMMARY_2.json
    const char* expect; // in the warnings on stderr, or in `show`
};

void PrintTo(const Hostile& hostile, std::ostream* out)
{
    *out << hostile.make;
}

// Everything but the times of reading.
constexpr const char* kListing = "find run -printf '%p %y %s %m %n %T@ %C@\\n' | sort";

class CliHostile : public testing::TestWithParam<Hostile>
{
};

constexpr const char* kGood =
    R"({"iteration":1,"summary":{"net_bps":3.0,"p95_latency_ms":200,"risk_ratio":0.3,"maker_taker_ratio":0.9}})";

TEST_P(CliHostile, IsAFindingQuicklyAndWritesNothing)
{
    Shell shell;
    shell.write("run/ITER_SUMMARY_1.json", kGood);
    ASSERT_EQ(shell.run(std::string("cd run && ") + GetParam().make).exitCode, 0);
    const std::string before = shell.run(kListing).out;
    for (const std::string verb : {"show", "verify", "gate", "metrics", "report --out reports"}) {
        ShellUse use;
        const ShellResult result = shell.runMeasured("soak " + verb + " run", use);
        EXPECT_TRUE(result.exitCode == 0 || result.exitCode == 1 || result.exitCode == 3)
            << verb << " " << result.exitCode << result.err;
        EXPECT_NE(result.err.find(GetParam().expect), std::string::npos) << verb << "\n"
                                                                         << result.err;
        EXPECT_EQ(result.err.find("Sanitizer"), std::string::npos) << result.err;
        EXPECT_EQ(result.err.find('\x1b'), std::string::npos);
        EXPECT_LT(use.seconds, kMostSeconds) << verb << ", processor " << use.cpuSeconds;
    }
    EXPECT_EQ(shell.run(kListing).out, before);
}

std::string nameOfHostile(const testing::TestParamInfo<Hostile>& which)
{
    return which.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Files, CliHostile,
    testing::Values(
        Hostile{"Truncated", "head -c 40 ITER_SUMMARY_1.json > ITER_SUMMARY_2.json",
                "ITER_SUMMARY_2.json"},
        Hostile{"Empty", ": > ITER_SUMMARY_2.json", "ITER_SUMMARY_2.json"},
        Hostile{"OnlyZeros", "head -c 4096 /dev/zero > ITER_SUMMARY_2.json", "ITER_SUMMARY_2.json"},
        Hostile{"NotUtf8",
                "printf '{\"iteration\":2,\"summary\":{\"version\":\"\\377\\376\"}}' > "
                "ITER_SUMMARY_2.json",
                "UTF-8"},
        Hostile{"HugeNumber",
                "echo '{\"iteration\":2,\"summary\":{\"net_bps\":1e999}}' > ITER_SUMMARY_2.json",
                "net_bps"},
        Hostile{"BareNan",
                "echo '{\"iteration\":2,\"summary\":{\"net_bps\":NaN}}' > ITER_SUMMARY_2.json",
                "net_bps"},
        Hostile{"DuplicateKeys",
                "echo '{\"iteration\":2,\"summary\":{\"net_bps\":1,\"net_bps\":2}}' > "
                "ITER_SUMMARY_2.json",
                "net_bps"},
        Hostile{"Deep",
                "(head -c 100000 /dev/zero | tr '\\0' '['; head -c 100000 /dev/zero | tr '\\0' "
                "']') > ITER_SUMMARY_2.json",
                "ITER_SUMMARY_2.json"},
        Hostile{"DeepObjects",
                "awk 'BEGIN{for(i=0;i<100000;i++)printf \"{\\\"a\\\":\"}' > ITER_SUMMARY_2.json",
                "ITER_SUMMARY_2.json"},
        Hostile{"HugeString",
                "(printf '{\"iteration\":2,\"summary\":{\"net_bps\":1,\"version\":\"'; head -c "
                "67000000 /dev/zero | tr '\\0' 'x'; printf '\"}}') > ITER_SUMMARY_2.json",
                "ITER_SUMMARY_2.json"},
        Hostile{"TooLarge", "truncate -s 70000000 ITER_SUMMARY_2.json", "ITER_SUMMARY_2.json"},
        Hostile{"Fifo", "mkfifo ITER_SUMMARY_2.json", "ITER_SUMMARY_2.json"},
        Hostile{"Folder", "mkdir ITER_SUMMARY_2.json", "ITER_SUMMARY_2.json"},
        Hostile{"LinkOut", "ln -s /etc/passwd ITER_SUMMARY_2.json", "ITER_SUMMARY_2.json"},
        Hostile{"LinkNowhere", "ln -s nowhere ITER_SUMMARY_2.json", "ITER_SUMMARY_2.json"},
        Hostile{"LinkLoop", "ln -s ITER_SUMMARY_2.json ITER_SUMMARY_2.json", "ITER_SUMMARY_2.json"},
        Hostile{"Device", "ln -s /dev/zero ITER_SUMMARY_2.json", "ITER_SUMMARY_2.json"},
        Hostile{"LargestNumber",
                "sed s/:1,/:2147483647,/ ITER_SUMMARY_1.json > ITER_SUMMARY_2147483647.json; echo "
                "'{' > ITER_SUMMARY_2.json",
                "ITER_SUMMARY_2.json"},
        Hostile{"OtherNumberInside", "sed s/:1,/:7,/ ITER_SUMMARY_1.json > ITER_SUMMARY_2.json",
                "ITER_SUMMARY_2.json"},
        Hostile{"ArrayOnTop", "echo '[1,2,3]' > ITER_SUMMARY_2.json", "ITER_SUMMARY_2.json"},
        Hostile{"WrongTypes",
                "echo "
                "'{\"iteration\":2,\"summary\":{\"net_bps\":\"3\",\"risk_ratio\":true,\"fills\":7}}"
                "' > ITER_SUMMARY_2.json",
                "net_bps"},
        Hostile{"BrokenReport",
                "cp ITER_SUMMARY_1.json ITER_SUMMARY_2.json; echo '{' > TUNING_REPORT.json",
                "TUNING_REPORT.json"},
        Hostile{"BrokenOverrides",
                "cp ITER_SUMMARY_1.json ITER_SUMMARY_2.json; echo '[]' > runtime_overrides.json",
                "runtime_overrides.json"},
        Hostile{"FifoReport",
                "cp ITER_SUMMARY_1.json ITER_SUMMARY_2.json; mkfifo TUNING_REPORT.json",
                "TUNING_REPORT.json"}),
    nameOfHostile);

constexpr const char* kHostileTexts[] = {"<script>alert(1)</script>",
                                         "](http://evil.example)|x|`y`",
                                         "\x1b[31mred\x1b[0m",
                                         "=cmd|' /C calc'!A0",
                                         "../../etc/passwd",
                                         "\"><img src=x onerror=alert(1)>",
                                         "a\nb\r\nc",
                                         "::error::x"};

TEST(CliHostileText, IsEscapedForEachTarget)
{
    Json summary = Json::parse(kGood);
    Shell shell;
    int k = 1;
    for (const char* text : kHostileTexts) {
        summary["iteration"] = k;
        summary["summary"]["version"] = text;
        summary["summary"]["neg_edge_drivers"] = {text};
        summary["summary"]["kpi_verdict"] = text;
        summary["summary"]["maker_taker_source"] = text;
        summary["tuning"] = {{"proposed_deltas", {{text, 5}}},
                             {"applied", true},
                             {"rationale", text},
                             {"changed_keys", {text}},
                             {"skip_reason", {{"velocity", true}, {"note", text}}}};
        shell.write("run/ITER_SUMMARY_" + std::to_string(k) + ".json", summary.dump());
        ++k;
    }
    EXPECT_EQ(shell.run("soak report run --out reports").exitCode, 0);
    const ShellResult shown = shell.run("soak show run; for k in 1 2 3 4 5 6 7 8; do soak show run "
                                        "--iteration $k; done; soak verify run; soak gate run");
    EXPECT_EQ(shown.out.find('\x1b'), std::string::npos);
    EXPECT_EQ(shown.err.find('\x1b'), std::string::npos);
    EXPECT_EQ(shell.run("xmllint --noout reports/POST_SOAK_REPORT.html").exitCode, 0);
    const std::string html = shell.read("reports/POST_SOAK_REPORT.html");
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_EQ(html.find("<img"), std::string::npos);
    for (const char* name :
         {"POST_SOAK_AUDIT.md", "RECOMMENDATIONS.md", "FAILURES.md", "DELTA_VERIFY_REPORT.md"}) {
        const std::string markdown = shell.read(std::string("reports/") + name);
        EXPECT_EQ(markdown.find("<script"), std::string::npos) << name;
        for (std::size_t at = markdown.find("](http"); at != std::string::npos;
             at = markdown.find("](http", at + 1)) {
            EXPECT_EQ(markdown.at(at - 1), '\\') << name; // the bracket is text
        }
        EXPECT_EQ(markdown.find('\x1b'), std::string::npos) << name;
    }
    EXPECT_EQ(shell.read("reports/POST_SOAK_ITER_TABLE.csv").find("\n=cmd"), std::string::npos);
    EXPECT_EQ(shell.run("soak metrics run | promtool check metrics").exitCode, 0);
    const std::string annotations = shell.run("soak gate run --annotations github").err;
    EXPECT_EQ(annotations.find("\n::error::x"), std::string::npos);
}

TEST(CliHostileText, FolderNamesWithSpacesAndUnicodeWork)
{
    Shell shell;
    for (const std::string folder :
         {"latest 1", "прогон №2", "a'b\"c", "new\nline", "-dash", "\xff\xfe"}) {
        shell.write(folder + "/ITER_SUMMARY_1.json", kGood);
        std::string quoted = "'";
        for (const char c : folder) {
            quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
        }
        quoted += "'";
        EXPECT_EQ(shell.run("soak show -- " + quoted).exitCode, 0) << folder;
        EXPECT_EQ(shell.run("soak run --mock --iterations 2 --out ./" + quoted + "/new").exitCode,
                  0)
            << folder;
        EXPECT_EQ(
            shell.run("soak report --out ./" + quoted + "/reports ./" + quoted + "/new").exitCode,
            1)
            << folder;
    }
}

TEST(CliHostileText, MemoryStaysBelowThreeHundredMebibytes)
{
    Shell shell;
    shell.write("run/ITER_SUMMARY_1.json", kGood);
    shell.run("(printf '{\"iteration\":2,\"summary\":{\"net_bps\":1,\"version\":\"'; head -c "
              "67000000 /dev/zero | tr '\\0' 'x'; "
              "printf '\"}}') > run/ITER_SUMMARY_2.json");
    shell.run("(head -c 100000 /dev/zero | tr '\\0' '[') > run/ITER_SUMMARY_3.json");
    ShellUse use;
    const ShellResult result = shell.runMeasured("soak show run", use);
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_LT(use.peakKibibytes, kMostKibibytes);
}

} // namespace
} // namespace soak
