// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/render_bundle.h"
#include "tests/release/judged_run.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

const BundleFiles kRunFiles{{"run/RUN.json", 2, sha256("{}")}};

TEST(RenderBundle, HasAllThatIsRequiredButTheChecksums)
{
    const Judgement judgement = judgedRun(aRun());
    const RenderedBundle bundle = renderBundle(judgement, factsFor(judgement), kRunFiles);
    std::vector<std::string> names{std::string(kChecksumsFile)};
    for (const ReportFile& file : bundle.documents) {
        names.push_back(file.name);
        EXPECT_FALSE(file.text.empty()) << file.name;
        const BundleFile* listed = findFile(bundle.files, file.name);
        ASSERT_NE(listed, nullptr) << file.name;
        EXPECT_EQ(listed->sha256, sha256(file.text)) << file.name;
    }
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names, requiredFiles());
    EXPECT_NE(findFile(bundle.files, "run/RUN.json"), nullptr);
}

TEST(RenderBundle, OfAReadyRunIsWhatTheReportsAre)
{
    const Judgement judgement = judgedRun(aRun());
    const BundleFacts facts = factsFor(judgement);
    const auto reports = renderReports(judgement, facts.context);
    const RenderedBundle bundle = renderBundle(judgement, facts, kRunFiles);
    std::size_t same = 0;
    for (const ReportFile& report : reports) {
        for (const ReportFile& document : bundle.documents) {
            same += report == document ? 1 : 0;
        }
    }
    EXPECT_EQ(same, 6U) << "snapshot, audit, recommendations, failures, deltas, page";
}

TEST(RenderBundle, OfARunThatIsNotReadySaysSoInEveryFile)
{
    const Judgement judgement = judgedRun(aRun().withMockKpis());
    const BundleFacts facts = factsFor(judgement);
    const RenderedBundle bundle = renderBundle(judgement, facts, kRunFiles);
    for (const ReportFile& file : bundle.documents) {
        EXPECT_NE(file.text.find("PARTIAL"), std::string::npos) << file.name;
    }
    EXPECT_NE(renderChecksums(facts, bundle.files).find("PARTIAL"), std::string::npos);
}

TEST(RenderBundle, IsTheSameForTheSameRun)
{
    const Judgement a = judgedRun(aRun().withMockKpis());
    const Judgement b = judgedRun(aRun().withMockKpis());
    EXPECT_EQ(renderBundle(a, factsFor(a), kRunFiles).documents,
              renderBundle(b, factsFor(b), kRunFiles).documents);
}

} // namespace

} // namespace soak
