// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/calibration.h"
#include "core/history/history_schema.h"
#include "core/history/same_configuration.h"
#include "core/io/load_run.h"
#include "tests/history/history_fixture.h"

#include <filesystem>

namespace soak
{

namespace
{

class SameConfiguration : public OnEveryDatabase
{
protected:
    static RunFolderPlan plan(int night, double impactCap = .1)
    {
        return {.started = kFirstStart + 1000LL * night,
                .count = 12,
                .edit = [impactCap](IterationRecord& record) {
                    record.during->values["impact_cap_ratio"] = {impactCap};
                }};
    }

    [[nodiscard]] std::shared_ptr<const SoakRun> loaded(const std::string& folder) const
    {
        auto run = loadRun(runs() / folder);
        EXPECT_TRUE(run) << describe(run.error());
        return std::move(*run);
    }

    std::string alike(HistoryStore& store, const std::string& folder) const
    {
        const auto found = runsOfConfiguration(store, *loaded(folder));
        EXPECT_TRUE(found) << describe(found.error());
        HistoryPage page;
        page.runs = found.value();
        return names(page);
    }
};

} // namespace

TEST_P(SameConfiguration, IsOfRunsWithTheSameOverridesEngineAndScenario)
{
    HistoryStore store = opened();
    for (int night = 1; night <= 3; ++night) {
        writeRunFolder(runs(), "n" + std::to_string(night), plan(night));
    }
    writeRunFolder(runs(), "other", plan(4, .12));
    RunFolderPlan storm = plan(5);
    storm.editInfo = [](RunInfo& info) { info.scenario = "storm"; };
    writeRunFolder(runs(), "storm", storm);
    RunFolderPlan tuned = plan(6);
    tuned.edit = [](IterationRecord& record) {
        record.during->values["impact_cap_ratio"] = ParamValue{record.iteration < 9 ? .12 : .1};
    };
    writeRunFolder(runs(), "tuned", tuned); // ends with the same overrides
    RunFolderPlan unrecorded = plan(7);
    unrecorded.isOurs = false;
    unrecorded.edit = [](IterationRecord& record) { record.during.reset(); };
    writeRunFolder(runs(), "unrecorded", unrecorded);
    imported(store);
    EXPECT_EQ(alike(store, "n1"), "n3 n2"); // from the newest, without itself
    EXPECT_EQ(alike(store, "n3"), "n2 n1");
    EXPECT_EQ(alike(store, "other"), "");
    EXPECT_EQ(alike(store, "storm"), "");
    EXPECT_EQ(alike(store, "tuned"), "");
    EXPECT_EQ(alike(store, "unrecorded"), "");
    // It is the key that calibration groups runs by.
    EXPECT_EQ(configurationOf(*loaded("n1")), calibrationRun("", *loaded("n2"), {})->configuration);
}

TEST_P(SameConfiguration, ACopyIsNoOtherRunAndWhatIsGoneCannotBeCompared)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "n1", plan(1));
    writeRunFolder(runs(), "copy/latest", plan(1));
    writeRunFolder(runs(), "n2", plan(2));
    writeRunFolder(runs(), "n3", plan(3));
    imported(store);
    EXPECT_EQ(alike(store, "n1"), "n3 n2");
    std::filesystem::remove_all(runs() / "n2");
    imported(store);
    EXPECT_EQ(alike(store, "n1"), "n3");
    // A run that nobody imported has likes all the same.
    writeRunFolder(runs(), "new", plan(9));
    EXPECT_EQ(alike(store, "new").find("new"), std::string::npos);
    EXPECT_NE(alike(store, "new"), "");
}

// A run that was remembered by an older soak is read again, and counts then.
TEST_P(SameConfiguration, AnOlderHistoryLearnsItByTheNextImport)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "n1", plan(1));
    writeRunFolder(runs(), "n2", plan(2));
    imported(store);
    SqlConnection& sql = store.connection();
    ASSERT_TRUE(sql.execute("DROP TABLE configurations"));
    ASSERT_TRUE(sql.execute("UPDATE history_schema SET version = 2"));
    ASSERT_TRUE(migrate(sql));
    EXPECT_EQ(alike(store, "n1"), "");
    EXPECT_EQ(counts(imported(store)), "2 unchanged");
    EXPECT_EQ(alike(store, "n1"), "n2");
    EXPECT_EQ(page(store).total, 2U);
}

// What a run that is forgotten had in force is forgotten with it.
TEST_P(SameConfiguration, GoesWithTheRun)
{
    HistoryStore store = opened();
    writeRunFolder(runs(), "n1", plan(1));
    imported(store);
    SqlConnection& sql = store.connection();
    ASSERT_TRUE(sql.execute("DELETE FROM folders"));
    ASSERT_TRUE(sql.execute("DELETE FROM runs"));
    EXPECT_EQ(integerOf(sql.query("SELECT count(*) FROM configurations").value().at(0).at(0)), 0);
}

SOAK_ON_EVERY_DATABASE(SameConfiguration);

} // namespace soak
