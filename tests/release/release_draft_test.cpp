// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/release_draft.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>

namespace soak
{

namespace
{

ReleaseDraft draft()
{
    ReleaseDraft made;
    made.runIdentity = "RUN_1:ab";
    made.runState = "cd";
    made.step = ReleaseStep::DryRun;
    made.plan.out = "/dist with space";
    made.plan.version = "v1.2.0";
    made.plan.isPartial = true;
    made.plan.isUnsigned = true;
    made.plan.replaces = true;
    made.plan.signingKey = "/key";
    made.plan.repository = "/repository";
    made.decision = {ReleaseChoice::Rerun, "alice", "why not"};
    return made;
}

TEST(ReleaseDraft, IsReadBackAsItWasKept)
{
    const TempDir folder;
    ASSERT_TRUE(saveDraft(folder / "state", draft()));
    const auto kept = loadDraft(folder / "state", "RUN_1:ab");
    ASSERT_TRUE(kept);
    EXPECT_EQ(draftText(*kept), draftText(draft()));
    EXPECT_EQ(kept->plan, draft().plan);
    EXPECT_EQ(kept->step, ReleaseStep::DryRun);
    EXPECT_EQ(kept->decision.why, "why not");
    EXPECT_FALSE(kept->plan.allowedSigners) << "absent, not empty";
}

TEST(ReleaseDraft, IsOfOneRun)
{
    const TempDir folder;
    ASSERT_TRUE(saveDraft(folder.path(), draft()));
    EXPECT_FALSE(loadDraft(folder.path(), "RUN_2:ab"));
    fs::rename(draftPath(folder.path(), "RUN_1:ab"), draftPath(folder.path(), "RUN_2:ab"));
    EXPECT_FALSE(loadDraft(folder.path(), "RUN_2:ab")) << "the file is about another run";
}

TEST(ReleaseDraft, ThatCannotBeReadIsNone)
{
    const TempDir folder;
    const std::string text = draftText(draft());
    for (const std::string& one : {std::string(), std::string("[]"), text.substr(0, 40)}) {
        ASSERT_TRUE(writeFileAtomically(draftPath(folder.path(), "RUN_1:ab"), one));
        EXPECT_FALSE(loadDraft(folder.path(), "RUN_1:ab")) << one;
    }
}

TEST(ReleaseDraft, IsDropped)
{
    const TempDir folder;
    ASSERT_TRUE(saveDraft(folder.path(), draft()));
    ASSERT_TRUE(dropDraft(folder.path(), "RUN_1:ab"));
    EXPECT_FALSE(loadDraft(folder.path(), "RUN_1:ab"));
    EXPECT_TRUE(dropDraft(folder.path(), "RUN_1:ab")) << "nothing there is no error";
}

} // namespace

} // namespace soak
