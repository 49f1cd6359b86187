// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/audit/audit_runs.h"

#include "core/io/artifacts.h"
#include "core/runner/run_soak.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace soak::ui
{
namespace
{

constexpr int kLongRun = 100'000;
constexpr int kContents = 500; // different files of the long run; the others are links to them

fs::path summaryOf(const fs::path& run, int iteration)
{
    return run / summaryFileName(iteration);
}

void overwrite(const fs::path& file, std::string_view bytes)
{
    ASSERT_TRUE(writeFileAtomically(file, bytes)) << file;
}

void rename(const fs::path& file, std::string_view key, std::string_view to)
{
    std::string text = *readFile(file);
    const std::string quoted = "\"" + std::string(key) + "\"";
    for (std::size_t at = text.find(quoted); at != std::string::npos; at = text.find(quoted, at)) {
        text.replace(at + 1, key.size(), to);
    }
    overwrite(file, text);
}

} // namespace

AuditRuns::AuditRuns()
{
    at(Data::Nothing) = m_scratch / "nothing";
    fs::create_directories(at(Data::Nothing));
    at(Data::Eight) = makeOurs(8);
    at(Data::ThirtySix) = makeOurs(36);
    makeGaps();
    makeBroken();
    makeLong();
}

fs::path AuditRuns::makeOurs(int iterations) const
{
    RunRequest request;
    request.info.engine = "mock";
    request.info.iterations = iterations;
    request.info.autoTune = true;
    request.out = m_scratch / ("nightly-" + std::to_string(iterations));
    const VirtualClock clock;
    const auto made = runSoak(request, clock, {}, {});
    EXPECT_TRUE(made) << describe(made.error());
    return made ? made->folder : fs::path();
}

void AuditRuns::makeGaps()
{
    constexpr int kIterations = 40;
    at(Data::Gaps) = makeOurs(kIterations);
    for (int i = 1; i <= kIterations; ++i) {
        rename(summaryOf(at(Data::Gaps), i), "maker_taker_ratio", "maker_not_recorded");
        if (i % 7 == 0 || i == kIterations) {
            rename(summaryOf(at(Data::Gaps), i), "p95_latency_ms", "latency_not_recorded");
        }
    }
    for (const int missing : {12, 13, 29}) {
        fs::remove(summaryOf(at(Data::Gaps), missing));
    }
}

void AuditRuns::makeBroken()
{
    at(Data::Broken) = makeOurs(9);
    m_unread = makeOurs(7);
    for (const int cut : {2, 3, 5, 7, 8}) {
        const fs::path file = summaryOf(at(Data::Broken), cut);
        overwrite(file, readFile(file)->substr(0, 200));
    }
    overwrite(summaryOf(at(Data::Broken), 6), "\xff\xfe not UTF-8");
    for (int i = 1; i <= 7; ++i) {
        overwrite(summaryOf(m_unread, i), "{");
    }
}

// A link is made in a fifth of the time that a file takes.
void AuditRuns::makeLong()
{
    at(Data::Long) = m_scratch / "long-100000";
    fs::create_directories(at(Data::Long));
    for (int i = 1; i <= kLongRun; ++i) {
        const fs::path file = summaryOf(at(Data::Long), i);
        if (i > kContents) {
            fs::create_hard_link(summaryOf(at(Data::Long), (i * 7) % kContents + 1), file);
            continue;
        }
        const double wave = std::sin(i * 0.05);
        m_scratch.write("long-100000/" + file.filename().string(),
                        R"({"summary":{"net_bps":)" + std::to_string(3 + wave) +
                            R"(,"risk_ratio":)" + std::to_string(0.35 + 0.05 * wave) +
                            R"(,"p95_latency_ms":)" + std::to_string(250 + 40 * wave) +
                            R"(,"maker_taker_ratio":)" + std::to_string(0.85 - 0.01 * wave) + "}}");
    }
}

} // namespace soak::ui
