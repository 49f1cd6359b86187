// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/said_text.h"
#include "core/release/bundle_facts.h"
#include "core/release/evidence.h"
#include "tests/release/judged_run.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace soak
{

namespace
{

const EvidenceRow& rowOf(const std::vector<EvidenceRow>& rows, std::string_view id)
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [id](const EvidenceRow& row) { return row.id == id; });
    EXPECT_NE(found, rows.end()) << id;
    static const EvidenceRow none;
    return found == rows.end() ? none : *found;
}

std::vector<std::string> blockedRows(const std::vector<EvidenceRow>& rows)
{
    std::vector<std::string> ids;
    for (const EvidenceRow& row : rows) {
        if (row.state == EvidenceState::Blocker) {
            ids.push_back(row.id);
        }
    }
    return ids;
}

RunBuilder withCommit(const std::string& commit)
{
    return aRun().editRun(
        [commit](SoakRun& run) { run.info->extras[JsonPath{"commit"}] = "\"" + commit + "\""; });
}

RecordedDecision decisionFor(ReleaseChoice choice, bool isCurrent)
{
    return {{choice, "alice", 1760100000000, "36 clean iterations", "run", "state"}, isCurrent};
}

TEST(Evidence, OfAGoodRunBlocksNothingAndSaysWhyOfEachRow)
{
    const auto rows = evidenceOf(judgedRun(aRun()));
    EXPECT_FALSE(hasBlocker(rows)) << evidenceText(rows);
    std::vector<std::string> ids;
    for (const EvidenceRow& row : rows) {
        ids.push_back(row.id);
        EXPECT_FALSE(row.reason.empty()) << row.id;
        EXPECT_FALSE(row.title.empty()) << row.id;
    }
    EXPECT_EQ(ids, (std::vector<std::string>{"maker_taker_ok", "p95_latency_ok", "risk_ok",
                                             "net_bps_ok", "gates", "deltas", "data", "end",
                                             "overrides", "chain", "commit", "decision"}));
    EXPECT_EQ(rowOf(rows, "risk_ok").title, "Risk ratio, median of the last 8");
    EXPECT_EQ(rowOf(rows, "risk_ok").target, "<= 0.4");
    EXPECT_EQ(rowOf(rows, "commit").state, EvidenceState::NotChecked);
    EXPECT_EQ(rowOf(rows, "decision").state, EvidenceState::NotChecked);
}

// Each defect alone blocks its own row and no other, and every word of bundleBlockers stands there.
TEST(Evidence, BlocksExactlyWhereTheBundleIsRefused)
{
    struct Case {
        const char* what;
        RunBuilder run;
        std::vector<std::string> blocked;
    };

    const std::vector<Case> cases{
        {"risk", aRun().with(Metric::RiskRatio, 0.6), {"risk_ok"}},
        {"net absent", aRun().without(Metric::NetBps), {"net_bps_ok", "data"}},
        {"interrupted",
         aRun().editRun([](SoakRun& run) { run.end->status = RunStatus::Interrupted; }),
         {"end"}},
        {"unfinished", aRun().editRun([](SoakRun& run) { run.end.reset(); }), {"end"}},
        {"chain", aRun().editRun([](SoakRun& run) { run.chain = ChainState::Broken; }), {"chain"}},
        {"no overrides",
         aRun().editRun([](SoakRun& run) { run.finalOverrides.reset(); }),
         {"overrides"}},
        {"unsafe finding",
         aRun().editRun([](SoakRun& run) {
             run.findings.push_back({FindingKind::OutOfSafeLimits, Severity::Warning,
                                     "ITER_SUMMARY_3.json", 3, "a",
                                     "a is 9, outside its safe limits"});
         }),
         {"overrides"}},
    };
    for (const Case& one : cases) {
        const Judgement judgement = judgedRun(one.run);
        const auto rows = evidenceOf(judgement);
        EXPECT_EQ(blockedRows(rows), one.blocked) << one.what << "\n" << evidenceText(rows);
        EXPECT_FALSE(bundleBlockers(judgement).empty()) << one.what;
        for (const std::string& blocker : bundleBlockers(judgement)) {
            const bool isTold =
                blocker.starts_with("the verdict is ") ||
                std::any_of(rows.begin(), rows.end(), [&blocker](const EvidenceRow& row) {
                    return row.reason.find(blocker) != std::string::npos;
                });
            EXPECT_TRUE(isTold) << one.what << ": " << blocker;
        }
    }
}

TEST(Evidence, ABlockerThatNoRowKnowsHasARowOfItsOwn)
{
    Judgement judgement = judgedRun(aRun());
    judgement.releaseBlockers.emplace_back("something new");
    judgement.releaseReady = false;
    const auto rows = evidenceOf(judgement);
    EXPECT_EQ(blockedRows(rows), std::vector<std::string>{"other"});
    EXPECT_EQ(rowOf(rows, "other").reason, "something new");
}

TEST(Evidence, ComparesHeadWithWhatWasSoaked)
{
    const std::string head = "9f3c2ab0123456789abcdef0123456789abcdef0";
    const auto state = [&](const RunBuilder& run, std::optional<std::string> at) {
        return rowOf(evidenceOf(judgedRun(run), {.head = std::move(at), .decision = {}}), "commit")
            .state;
    };
    EXPECT_EQ(state(withCommit(head), head), EvidenceState::Ok);
    EXPECT_EQ(state(withCommit("9F3C2AB"), head), EvidenceState::Ok);
    EXPECT_EQ(state(withCommit("9f3c2a"), head), EvidenceState::Warning) << "too short to tell";
    EXPECT_EQ(state(withCommit("1111111"), head), EvidenceState::Warning);
    EXPECT_EQ(state(withCommit(head), std::nullopt), EvidenceState::NotChecked);
    EXPECT_EQ(state(aRun(), head), EvidenceState::NotChecked);
}

TEST(Evidence, TellsTheDecision)
{
    const auto decided = [](ReleaseChoice choice, bool isCurrent) {
        return evidenceOf(judgedRun(aRun()),
                          {.head = {}, .decision = decisionFor(choice, isCurrent)});
    };
    EXPECT_EQ(rowOf(decided(ReleaseChoice::Ship, true), "decision").state, EvidenceState::Ok);
    EXPECT_EQ(rowOf(decided(ReleaseChoice::Ship, true), "decision").reason,
              "decided by alice at 2025-10-10T12:40:00Z: 36 clean iterations");
    EXPECT_EQ(blockedRows(decided(ReleaseChoice::Hold, true)),
              std::vector<std::string>{"decision"});
    EXPECT_EQ(blockedRows(decided(ReleaseChoice::Rerun, true)),
              std::vector<std::string>{"decision"});
    EXPECT_EQ(rowOf(decided(ReleaseChoice::Hold, false), "decision").state, EvidenceState::Warning)
        << "it was about another state";
}

TEST(Evidence, SaysNothingThatCannotBeTranslated)
{
    for (const RunBuilder& run :
         {aRun(), aRun().foreign(), withCommit("9f3c2ab"), aRun().missing(2)}) {
        for (const EvidenceRow& row :
             evidenceOf(judgedRun(run), {.head = std::string(40, 'a'),
                                        .decision = decisionFor(ReleaseChoice::Ship, true)})) {
            EXPECT_TRUE(saidTextOf(row.title)) << row.title;
            EXPECT_TRUE(saidTextOf(row.reason)) << row.reason;
        }
    }
}

} // namespace

} // namespace soak
