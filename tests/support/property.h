// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <sstream>
#include <utility>

namespace soak
{

// The configuration that repeats the property tests of this process: RC_PARAMS='seed=7 ...'.
std::string replayCommand();

// Fixes the seed of all property tests unless RC_PARAMS gives one; main() calls it. A fixed seed
// keeps an unchanged commit green; `packaging/check --full` looks further with a random seed and
// more cases.
void configureProperties();

// Success when `law`, a callable over generated arguments or one that draws with `*rc::gen::...`,
// holds for every generated case. A law says what must hold with RC_ASSERT, RC_ASSERT_FALSE,
// RC_PRE; an EXPECT inside does not shrink. The failure shows the smallest counterexample found and
// how to replay it.
template <typename Law>
testing::AssertionResult holdsAlways(Law&& law)
{
    const testing::TestInfo* test = testing::UnitTest::GetInstance()->current_test_info();
    rc::detail::TestMetadata metadata;
    metadata.description = test == nullptr ? "" : test->name();
    metadata.id = test == nullptr ? "" : std::string(test->test_suite_name()) + "/" + test->name();
    const rc::detail::TestResult result =
        rc::detail::checkTestable(std::forward<Law>(law), metadata);
    if (result.template is<rc::detail::SuccessResult>()) {
        return testing::AssertionSuccess();
    }
    std::ostringstream text;
    rc::detail::printResultMessage(result, text);
    return testing::AssertionFailure() << text.str() << "\nreplay with " << replayCommand();
}

} // namespace soak

// A law as a whole test:  SOAK_PROPERTY(Overrides, DiffOfItselfIsEmpty, (const Values& a)) {
// RC_ASSERT(...); }
#define SOAK_PROPERTY(suite, name, arguments)                                                      \
    static void law_##suite##_##name arguments;                                                    \
    TEST(suite, name)                                                                              \
    {                                                                                              \
        EXPECT_TRUE(::soak::holdsAlways(&law_##suite##_##name));                                   \
    }                                                                                              \
    static void law_##suite##_##name arguments
