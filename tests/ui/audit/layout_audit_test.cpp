// SPDX-License-Identifier: GPL-3.0-or-later
// Every view in every size, tone, language, scale and sort of data, each two of them together at
// least once. A scale is a matter of the whole process: each has its own. SOAK_AUDIT_PICTURES=DIR
// leaves a picture of each case there.
#include "tests/ui/audit/audit.h"
#include "tests/ui/audit/audit_window.h"

#include <QCoreApplication>
#include <QProcess>
#include <gtest/gtest.h>

#include <map>

namespace soak::ui
{
namespace
{

constexpr int kLongMs = 900'000;

// A screen on which the largest window has room at every scale.
constexpr std::string_view kScreens =
    R"({"screens":[{"name":"one","x":0,"y":0,"width":3840,"height":2400,)"
    R"("logicalDpi":96,"logicalBaseDpi":96,"dpr":1}]})";

// The same defect is told once, with the first case that shows it.
class Findings final
{
public:
    void add(const AuditCase& one, const Defects& defects)
    {
        for (const Defect& defect : defects) {
            auto& [times, where] = m_found[kindName(defect.kind) + QStringLiteral(" | ") +
                                           defect.widget + QStringLiteral(" | ") + defect.what];
            if (times++ == 0) {
                where = one.name();
            }
        }
    }

    void fail() const
    {
        for (const auto& [what, found] : m_found) {
            ADD_FAILURE() << found.first << " x " << what.toStdString()
                          << "\n    first: " << found.second.toStdString();
        }
    }

private:
    std::map<QString, std::pair<int, QString>> m_found;
};

void auditAt(std::size_t scale)
{
    AuditWindow window(QStringLiteral(SOAK_PROGRAM_SOAK));
    Findings findings;
    for (const AuditCase& one : auditCases()) {
        if (one.scale == scale) {
            const Script script = one.speech == Speech::Russian ? Script::Russian : Script::Any;
            MainWindow& shown = window.show(one);
            findings.add(one, audit(shown, script));
            if (const QString folder = qEnvironmentVariable("SOAK_AUDIT_PICTURES");
                !folder.isEmpty()) {
                shown.grab().save(folder + QLatin1Char('/') + one.name() + QStringLiteral(".png"));
            }
        }
    }
    findings.fail();
}

// In this process when it has that scale, else in one that does.
void auditInProcess(std::size_t scale)
{
    const QString factor = QString::fromLatin1(kScales.at(scale));
    if (qEnvironmentVariable("QT_SCALE_FACTOR") == factor) {
        auditAt(scale);
        return;
    }
    const TempDir scratch;
    const fs::path screens = scratch.write("screens.json", kScreens);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), factor);
    environment.insert(
        QStringLiteral("QT_QPA_PLATFORM"),
        QStringLiteral("offscreen:configfile=%1").arg(QString::fromStdString(screens.string())));
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--gtest_filter=%1.%2")
                       .arg(QLatin1String(test->test_suite_name()), QLatin1String(test->name()))});
    ASSERT_TRUE(process.waitForFinished(kLongMs)) << process.errorString().toStdString();
    EXPECT_EQ(process.exitCode(), 0) << process.readAll().toStdString();
}

} // namespace

TEST(LayoutAudit, FindsNothingAtScaleOne)
{
    auditInProcess(0);
}

TEST(LayoutAudit, FindsNothingAtScaleOneAndAHalf)
{
    auditInProcess(1);
}

TEST(LayoutAudit, FindsNothingAtScaleTwo)
{
    auditInProcess(2);
}

} // namespace soak::ui
