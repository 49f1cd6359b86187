// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"
#include "tests/support/property.h"

#include <gmock/gmock.h>

#include <string_view>

int main(int argc, char** argv)
{
    soak::configureProperties();
    testing::InitGoogleMock(&argc, argv);
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument != "--update" && argument != "--update-golden") {
            GTEST_LOG_(ERROR) << "unknown argument " << argument;
            return 2;
        }
        soak::setGoldenMode(soak::GoldenMode::Update);
    }
    return RUN_ALL_TESTS();
}
