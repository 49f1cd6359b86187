// SPDX-License-Identifier: GPL-3.0-or-later
// Problems, jobs, events and the run panel.
#include "tests/support/temp_dir.h"
#include "tests/ui/docks/opened_runs.h"
#include "ui/docks/events_panel.h"
#include "ui/docks/jobs_panel.h"
#include "ui/docks/problems_panel.h"
#include "ui/docks/run_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <semaphore>

namespace soak::ui
{
namespace
{

constexpr int kLongMs = 20'000;

template <typename W>
W* named(const QWidget& panel, const char* name)
{
    for (W* widget : panel.findChildren<W*>()) {
        if (widget->accessibleName() == QLatin1String(name)) {
            return widget;
        }
    }
    return nullptr;
}

} // namespace

TEST(ProblemsPanel, CountsWithoutNotesAndLeadsToTheBytes)
{
    OpenedRuns runs;
    const QString run = runs.open("reference-36");
    runs.selection.setPrimary(run);
    ProblemsPanel panel(runs.context);
    panel.resize(900, 160);
    panel.show();
    const std::vector<ProblemRow> rows = problemRows(runs.context);
    EXPECT_EQ(panel.count(), countToLookAt(rows));
    ASSERT_FALSE(rows.empty());
    QSignalSpy bytes(&panel, &ProblemsPanel::bytesRequested);
    auto* table = named<QTableView>(panel, "Problems");
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::mouseClick(named<QToolButton>(panel, "Raw bytes"), Qt::LeftButton);
    EXPECT_EQ(bytes.count(), rows.front().path.empty() ? 0 : 1);
}

TEST(ProblemsPanel, ARefusalIsDismissed)
{
    OpenedRuns runs;
    ProblemsPanel panel(runs.context);
    panel.show();
    QSignalSpy counted(&panel, &ProblemsPanel::countChanged);
    runs.session.addProblem({QStringLiteral("Cannot open x"), {Errc::NotFound, "none", "/x"}});
    EXPECT_EQ(panel.count(), 1U);
    auto* table = named<QTableView>(panel, "Problems");
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::mouseClick(named<QToolButton>(panel, "Dismiss"), Qt::LeftButton);
    EXPECT_EQ(panel.count(), 0U);
    EXPECT_TRUE(runs.session.problems().empty());
    EXPECT_EQ(counted.count(), 2);
}

TEST(JobsPanel, ALongJobIsListedAndStopped)
{
    OpenedRuns runs;
    JobsPanel panel(runs.context);
    panel.show();
    QSignalSpy counted(&panel, &JobsPanel::countChanged);
    bool wasStopped = false;
    runs.jobs.run(
        QStringLiteral("wait"),
        [](const std::stop_token& stop, const Progress&) {
            std::binary_semaphore asked{0};
            const std::stop_callback tell(stop, [&] { asked.release(); });
            asked.acquire();
            return true;
        },
        &panel, [&](bool stopped) { wasStopped = stopped; });
    ASSERT_TRUE(counted.wait());
    EXPECT_EQ(panel.model().rowCount(), 1);
    QTest::mouseClick(named<QToolButton>(panel, "Stop the job"), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return wasStopped; }));
    EXPECT_TRUE(QTest::qWaitFor([&] { return panel.model().rowCount() == 0; }));
}

TEST(EventsPanel, ListsWhatHappenedAndGoesThere)
{
    OpenedRuns runs;
    const QString run = runs.open("reference-36");
    EventsPanel panel(runs.context);
    panel.resize(900, 160);
    panel.show();
    QSignalSpy counted(&panel, &EventsPanel::countChanged);
    runs.selection.setPrimary(run);
    ASSERT_TRUE(counted.wait());
    ASSERT_GT(panel.model().rowCount(), 0);
    EXPECT_EQ(panel.model().count(), runEvents(*runs.session.find(run)->judgement).size());
    auto* table = named<QTableView>(panel, "Events");
    QSignalSpy wished(&panel, &EventsPanel::iterationRequested);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    ASSERT_EQ(wished.count(), 1);
    EXPECT_EQ(wished.front().front().toInt(), panel.model().at(0).iteration);
    runs.selection.setCursor(panel.model().at(1).iteration);
    EXPECT_TRUE(table->selectionModel()->hasSelection());
}

TEST(RunPanel, AsksForWhatTheProgramKnowsAndStartsIt)
{
    OpenedRuns runs;
    const TempDir dir;
    RunLauncher launcher(runs.session, QStringLiteral(SOAK_PROGRAM_SOAK));
    RunPanel panel(runs.context, launcher);
    panel.resize(900, 300);
    panel.setBase(QString::fromStdString((dir / "runs").string()));
    panel.show();
    QSignalSpy known(&launcher, &RunLauncher::optionsKnown);
    launcher.askOptions();
    ASSERT_TRUE(known.wait(kLongMs));
    auto* iterations = named<QSpinBox>(panel, "iterations");
    ASSERT_NE(iterations, nullptr);
    EXPECT_EQ(iterations->value(), 36);
    iterations->setValue(3);
    auto* tune = named<QCheckBox>(panel, "auto-tune");
    ASSERT_NE(tune, nullptr);
    EXPECT_TRUE(tune->isChecked());
    EXPECT_EQ(named<QCheckBox>(panel, "dry-run"), nullptr);
    EXPECT_TRUE(panel.arguments()
                    .join(QLatin1Char(' '))
                    .contains(QStringLiteral("--iterations 3 --auto-tune")))
        << panel.arguments().join(QLatin1Char(' ')).toStdString();
    auto* engine = named<QComboBox>(panel, "engine");
    ASSERT_NE(engine, nullptr);
    EXPECT_EQ(engine->currentText(), QStringLiteral("sim"));
    EXPECT_TRUE(named<QComboBox>(panel, "scenario")->isVisible());
    engine->setCurrentText(QStringLiteral("mock"));
    EXPECT_FALSE(named<QComboBox>(panel, "scenario")->isVisible());
    EXPECT_FALSE(panel.arguments().contains(QStringLiteral("--scenario")));
    QSignalSpy opened(&runs.session, &Session::opened);
    QTest::mouseClick(named<QPushButton>(panel, "Start"), Qt::LeftButton);
    ASSERT_TRUE(opened.wait(kLongMs));
    EXPECT_EQ(runs.session.runs().front().run->info->iterations, 3);
    EXPECT_TRUE(runs.session.runs().front().run->info->autoTune);
}

TEST(RunPanel, WithoutTheProgramItSaysSo)
{
    OpenedRuns runs;
    RunLauncher launcher(runs.session, QString());
    RunPanel panel(runs.context, launcher);
    panel.setBase(QStringLiteral("/nonexistent"));
    panel.startMock();
    ASSERT_EQ(runs.session.problems().size(), 1U);
    EXPECT_EQ(runs.session.problems().front().error.code, Errc::Environment);
}

} // namespace soak::ui
