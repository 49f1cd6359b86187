// SPDX-License-Identifier: GPL-3.0-or-later
// Every view in every size, tone, language, scale and sort of data, each two of them together at
// least once. A scale is a matter of the whole process: each has its own. SOAK_AUDIT_PICTURES=DIR
// leaves a picture of each case there.
#include "tests/ui/audit/audit_opened.h"
#include "tests/ui/audit/audit_window.h"

#include <QCoreApplication>
#include <QProcess>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace soak::ui
{
namespace
{

constexpr int kAuditMs = 900'000;

// A screen on which the largest window has room at every scale.
constexpr std::string_view kScreens =
    R"({"screens":[{"name":"one","x":0,"y":0,"width":3840,"height":2400,)"
    R"("logicalDpi":96,"logicalBaseDpi":96,"dpr":1}]})";

// The same defect is told once, with the first case that shows it.
class Findings final
{
public:
    void add(const QString& name, const Defects& defects)
    {
        for (const Defect& defect : defects) {
            auto& [times, where] = m_found[kindName(defect.kind) + QStringLiteral(" | ") +
                                           defect.widget + QStringLiteral(" | ") + defect.what];
            if (times++ == 0) {
                where = name;
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

class PicturesOfCases final
{
public:
    void keep(QWidget& shown, const QString& name) const
    {
        if (!m_folder.isEmpty()) {
            shown.grab().save(m_folder + QLatin1Char('/') + name + QStringLiteral(".png"));
        }
    }

private:
    QString m_folder = qEnvironmentVariable("SOAK_AUDIT_PICTURES");
};

class Walk final
{
public:
    explicit Walk(std::size_t scale) : m_scale(scale) {}

    void go()
    {
        std::set<Speech> spoken;
        for (const AuditCase& one : auditCases()) {
            if (one.scale == m_scale) {
                if (spoken.insert(one.speech).second) {
                    open(one.speech);
                }
                look(one.name(), m_window.show(one), scriptOf(one.speech));
            }
        }
        m_findings.fail();
    }

private:
    static Script scriptOf(Speech speech)
    {
        return speech == Speech::Russian ? Script::Russian : Script::Any;
    }

    void look(const QString& name, QWidget& shown, Script script)
    {
        m_findings.add(name, audit(shown, script));
        m_pictures.keep(shown, name);
    }

    // What is opened over a window is the same over each view: once in each language is enough.
    void open(Speech speech)
    {
        const AuditCase under{.stop = Stop::Iterations,
                              .data = Data::ThirtySix,
                              .scale = m_scale,
                              .speech = speech,
                              .looking = Looking::AtOne,
                              .isSmall = speech != Speech::English,
                              .isDark = speech == Speech::Pseudo};
        m_window.remember(Remembered::Thirty);
        auditOpened(m_window.show(under), m_window.theme(), scriptOf(speech),
                    [&](const QString& what, QWidget& opened, const Defects& defects) {
                        const QString name = what + QStringLiteral(", ") + under.name();
                        m_findings.add(name, defects);
                        m_pictures.keep(opened, name);
                    });
    }

    std::size_t m_scale;
    AuditWindow m_window{QStringLiteral(SOAK_PROGRAM_SOAK)};
    PicturesOfCases m_pictures;
    Findings m_findings;
};

// In this process when it has that scale, else in one that does.
void auditInProcess(std::size_t scale)
{
    const QString factor = QString::fromLatin1(kScales.at(scale));
    if (qEnvironmentVariable("QT_SCALE_FACTOR") == factor) {
        Walk(scale).go();
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
    ASSERT_TRUE(process.waitForFinished(kAuditMs)) << process.errorString().toStdString();
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
