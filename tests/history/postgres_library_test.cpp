// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/postgres_library.h"

#include <gtest/gtest.h>

namespace soak
{

TEST(PostgresLibrary, IsLoadedOnceAndWhole)
{
    const auto library = postgresLibrary();
    ASSERT_TRUE(library) << describe(library.error());
    EXPECT_EQ(postgresLibrary().value(), *library);
    EXPECT_NE((*library)->execParams, nullptr);
    EXPECT_NE((*library)->nextResult, nullptr);
}

} // namespace soak
