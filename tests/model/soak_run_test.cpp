// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/model/soak_run.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

TEST(Identity, IsTheRunIdAndTheHashOfItsDescription)
{
    SoakRun run;
    run.info.emplace();
    run.info->runId = "RUN_1767608400000";
    run.otherFiles["RUN.json"] = {2, sha256("{}")};
    run.summaryFiles = {{1, sha256("x")}};
    EXPECT_EQ(run.identity(),
              "RUN_1767608400000:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
}

TEST(Identity, OfAForeignRunIsTheHashOfItsFirstSummary)
{
    SoakRun run;
    run.summaryFiles = {{2, sha256("{}")}, {1, sha256("x")}};
    EXPECT_EQ(run.identity(),
              "foreign:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
}

TEST(Identity, DoesNotDependOnTheFolder)
{
    SoakRun a;
    a.summaryFiles = {{2, sha256("{}")}};
    SoakRun b = a;
    b.folder = "elsewhere";
    EXPECT_EQ(a.identity(), b.identity());
    b.summaryFiles[0].sha256 = sha256("[]");
    EXPECT_NE(a.identity(), b.identity());
}

} // namespace
} // namespace soak
