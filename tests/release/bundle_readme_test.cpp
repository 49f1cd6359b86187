// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/bundle_layout.h"
#include "core/release/bundle_readme.h"
#include "tests/release/judged_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace soak
{

namespace
{

using testing::HasSubstr;

// That its commands do what it says is shown in tests/cli/bundle_test.cpp, which runs them.
TEST(BundleReadme, NamesEveryFileAndEveryWayToVerify)
{
    const Judgement judgement = judgedRun(aRun());
    const std::string text = bundleReadme(judgement, factsFor(judgement));
    for (const std::string& path : requiredFiles()) {
        EXPECT_THAT(text, HasSubstr("`" + path + "`"));
    }
    EXPECT_THAT(text, HasSubstr("sha256sum -c SHA256SUMS\n"));
    EXPECT_THAT(text, HasSubstr("ssh-keygen -Y verify "));
    EXPECT_THAT(text, HasSubstr("soak bundle verify soak-bundle-RUN_1767608400000.tar.gz"));
    EXPECT_THAT(text, HasSubstr("**Result:** READY"));
}

} // namespace

} // namespace soak
