// SPDX-License-Identifier: GPL-3.0-or-later
// The metrics as Prometheus takes them: promtool, no sample twice, and a real node_exporter on
// loopback.
#include "tests/cli/shell.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

namespace soak
{
namespace
{

// Makes the run `run`: fixtures by name, and runs of our own.
void makeRun(Shell& shell, const std::string& which)
{
    if (which.starts_with("reference")) {
        shell.run("cp -r '" + testDataPath("fixtures/" + which).string() + "' run");
    } else {
        EXPECT_EQ(shell.run("soak run --base run " + which).exitCode, 0);
    }
}

class CliMetrics : public testing::TestWithParam<const char*>
{
};

TEST_P(CliMetrics, PassPromtoolAndHaveNoSampleTwice)
{
    Shell shell;
    makeRun(shell, GetParam());
    EXPECT_EQ(shell.run("soak metrics --path run --output m.prom").exitCode, 0);
    const ShellResult checked = shell.run("promtool check metrics < m.prom");
    EXPECT_EQ(checked.exitCode, 0) << checked.err << checked.out;
    EXPECT_EQ(checked.err, "");
    std::set<std::string> series;
    std::istringstream lines(shell.read("m.prom"));
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line[0] != '#') {
            EXPECT_TRUE(series.insert(line.substr(0, line.rfind(' '))).second) << line;
        }
    }
    EXPECT_GT(series.size(), 20U);
}

TEST_P(CliMetrics, AreServedByNodeExporter)
{
    Shell shell;
    makeRun(shell, GetParam());
    // The exporter picks a free port and says which.
    const ShellResult scraped = shell.run(
        "mkdir textfile && soak metrics --path run --output textfile/soak.prom || exit 9\n"
        "prometheus-node-exporter --collector.disable-defaults --collector.textfile "
        "--collector.textfile.directory=textfile --web.listen-address=127.0.0.1:0 "
        "--no-web.disable-exporter-metrics 2> log & exporter=$!\n"
        "port=$(timeout 30 tail -n +1 -F log 2>/dev/null | grep -m1 -oE "
        "'127\\.0\\.0\\.1:[1-9][0-9]*')\n"
        "curl -sf \"http://$port/metrics\" > scraped; code=$?\n"
        "kill $exporter; wait $exporter 2>/dev/null\n"
        "exit $code");
    ASSERT_EQ(scraped.exitCode, 0) << scraped.err << shell.read("log");
    const std::string text = shell.read("scraped");
    EXPECT_NE(text.find("node_textfile_scrape_error 0\n"), std::string::npos)
        << text.substr(0, 500);
    for (const char* name : {"maker_taker_ratio_hmean{window=\"8\"}", "soak_run_verdict",
                             "soak_last_iteration", "maker_share_pct "}) {
        EXPECT_NE(text.find(std::string("\n") + name), std::string::npos) << name;
    }
}

std::string nameOfExporter(const testing::TestParamInfo<const char*>& which)
{
    static constexpr const char* kNames[] = {"Reference8", "Reference36", "Mock8", "Warmup36"};
    return kNames[which.index];
}

INSTANTIATE_TEST_SUITE_P(Runs, CliMetrics,
                         testing::Values("reference-8", "reference-36",
                                         "--mock --iterations 8 --auto-tune",
                                         "--mock --iterations 36 --auto-tune --warmup"),
                         nameOfExporter);

} // namespace
} // namespace soak
