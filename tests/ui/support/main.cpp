// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"
#include "tests/support/property.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/warnings.h"

#include <QApplication>
#include <QFont>
#include <QLocale>
#include <QStyleFactory>
#include <gmock/gmock.h>

#include <string_view>

namespace
{

// An unexpected warning of Qt fails the test in which it came.
class WarningsFail final : public testing::EmptyTestEventListener
{
    void OnTestEnd(const testing::TestInfo& /*info*/) override
    {
        for (const QString& line : soak::ui::takeWarnings()) {
            ADD_FAILURE() << "Qt warned: " << line.toStdString();
        }
    }
};

// Nothing of the person who runs the tests is read or changed.
void leaveHome(const std::string& scratch)
{
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME",
                             "XDG_DATA_HOME", "XDG_RUNTIME_DIR"}) {
        qputenv(name, scratch.c_str());
    }
    qputenv("TZ", "UTC");
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
}

} // namespace

int main(int argc, char** argv)
{
    soak::configureProperties();
    testing::InitGoogleMock(&argc, argv);
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--update" || argument == "--update-golden") {
            soak::setGoldenMode(soak::GoldenMode::Update);
        }
    }
    const soak::TempDir scratch;
    leaveHome(scratch.path().string());
    soak::ui::installWarningTrap();
    QLocale::setDefault(QLocale::c());
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(QFont(QStringLiteral("DejaVu Sans"), -1));
    testing::UnitTest::GetInstance()->listeners().Append(new WarningsFail);
    return RUN_ALL_TESTS();
}
