// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of every judgement: nothing is concluded from what is missing.
#include "core/analysis/judgement.h"
#include "tests/support/builders.h"
#include "tests/support/property.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace soak
{

namespace
{

// Values around the thresholds of the profiles, on a grid that a sum does not blur, some absent.
std::optional<double> someValue(Metric metric)
{
    if (*rc::gen::inRange(0, 10) == 0) {
        return std::nullopt;
    }
    switch (specOf(metric).unit) {
    case MetricUnit::Ms:
        return 250 + 10 * *rc::gen::inRange(0, 20);
    case MetricUnit::Bps:
        return 0.125 * *rc::gen::inRange(-8, 40);
    case MetricUnit::Ratio:
        return *rc::gen::inRange(0, 65) / 64.0;
    case MetricUnit::Percent:
        return *rc::gen::inRange(0, 101);
    case MetricUnit::Count:
    case MetricUnit::Notional:
        return *rc::gen::inRange(0, 1000);
    }
    return std::nullopt;
}

std::vector<MetricValues> someKpis(int fewest = 1)
{
    // Half of the runs are good ones with a few odd values, so that gates pass often enough to be
    // lost.
    const bool isGood = *rc::gen::arbitrary<bool>();
    std::vector<MetricValues> rows(static_cast<std::size_t>(fewest + *rc::gen::inRange(0, 13)),
                                   goodKpis());
    for (MetricValues& row : rows) {
        for (const KpiSpec& spec : kpiSpecs()) {
            if (!isGood || *rc::gen::inRange(0, 40) == 0) {
                row[indexOf(spec.metric)] = someValue(spec.metric);
            }
        }
    }
    return rows;
}

RunBuilder runOf(const std::vector<MetricValues>& rows)
{
    return aRun()
        .withIterations(static_cast<int>(rows.size()))
        .editKpis(
            [rows](int k, MetricValues& kpis) { kpis = rows.at(static_cast<std::size_t>(k - 1)); });
}

const GateProfile& someProfile()
{
    const auto profiles = builtinGateProfiles();
    return profiles[static_cast<std::size_t>(
        *rc::gen::inRange(0, static_cast<int>(profiles.size())))];
}

Metric someMetric()
{
    return static_cast<Metric>(*rc::gen::inRange(0, static_cast<int>(kMetricCount)));
}

int rankOf(RunVerdict verdict)
{
    return verdict == RunVerdict::Pass ? 2 : verdict == RunVerdict::Warn ? 1 : 0;
}

} // namespace

SOAK_PROPERTY(JudgeLaws, RemovingAMetricFromTheWindowNeverImprovesAVerdict, ())
{
    const GateProfile& profile = someProfile();
    std::vector<MetricValues> rows = someKpis();
    const Judgement before = judge(runOf(rows).shared(), profile);
    const Metric removed = someMetric();
    for (std::size_t row = before.firstWindowRow; row < rows.size(); ++row) {
        rows[row][indexOf(removed)] = std::nullopt;
    }
    const Judgement after = judge(runOf(rows).shared(), profile);

    RC_ASSERT(rankOf(after.verdict) <= rankOf(before.verdict));
    RC_ASSERT(after.goalsMet <= before.goalsMet);
    RC_ASSERT(after.iterationsPassing <= before.iterationsPassing);
    RC_ASSERT(!after.freezeReady || before.freezeReady);
    RC_ASSERT(!after.releaseReady || before.releaseReady);
    for (std::size_t i = 0; i < before.gates.size(); ++i) {
        RC_ASSERT(after.gates[i].outcome != GateOutcome::Pass ||
                  before.gates[i].outcome == GateOutcome::Pass);
    }
    RC_ASSERT(gateExitCode(after) != ExitCode::Ok || gateExitCode(before) == ExitCode::Ok);
    RC_ASSERT(reportExitCode(after) != ExitCode::Ok || reportExitCode(before) == ExitCode::Ok);
    RC_ASSERT(after.windowStatistics[indexOf(removed)].count == 0U);
    RC_ASSERT(after.windowStatistics[indexOf(removed)].missing == after.windowIterations.size());
}

SOAK_PROPERTY(JudgeLaws, AValueRemovedIsCountedAsMissing, ())
{
    std::vector<MetricValues> rows = someKpis();
    const Metric metric = someMetric();
    const auto row = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(rows.size())));
    RC_PRE(rows[row][indexOf(metric)].has_value());
    const Judgement before = judge(runOf(rows).shared(), missionProfile(), {.window = 0});
    rows[row][indexOf(metric)] = std::nullopt;
    const Judgement after = judge(runOf(rows).shared(), missionProfile(), {.window = 0});
    const MetricStatistics& old = before.windowStatistics[indexOf(metric)];
    const MetricStatistics& now = after.windowStatistics[indexOf(metric)];
    RC_ASSERT(now.missing == old.missing + 1);
    RC_ASSERT(now.count + 1 == old.count);
    RC_ASSERT(after.iterationsPassing <= before.iterationsPassing);
}

SOAK_PROPERTY(JudgeLaws, TheOrderOfIterationsDoesNotChangeTheGoals, ())
{
    std::vector<MetricValues> rows = someKpis();
    const Judgement before = judge(runOf(rows).shared(), missionProfile(), {.window = 0});
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = rows.size(); i > 1; --i) {
        std::swap(order[i - 1],
                  order[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(i)))]);
    }
    std::vector<MetricValues> shuffled;
    for (const std::size_t i : order) {
        shuffled.push_back(rows[i]);
    }
    const Judgement after = judge(runOf(shuffled).shared(), missionProfile(), {.window = 0});
    RC_ASSERT(after.goals == before.goals);
    RC_ASSERT(after.verdict == before.verdict);
    RC_ASSERT(after.iterationsPassing == before.iterationsPassing);
    for (const Metric metric : goalMetrics()) {
        const MetricStatistics& a = before.windowStatistics[indexOf(metric)];
        const MetricStatistics& b = after.windowStatistics[indexOf(metric)];
        RC_ASSERT(a.mean == b.mean && a.median == b.median && a.min == b.min && a.max == b.max);
    }
}

SOAK_PROPERTY(JudgeLaws, IterationsBeforeTheWindowDoNotChangeItsVerdict, ())
{
    std::vector<MetricValues> rows = someKpis(9);
    const Judgement before = judge(runOf(rows).shared(), missionProfile());
    for (std::size_t row = 0; row < before.firstWindowRow; ++row) {
        rows[row] = MetricValues{};
    }
    const Judgement after = judge(runOf(rows).shared(), missionProfile());
    RC_ASSERT(after.windowStatistics == before.windowStatistics);
    RC_ASSERT(after.goalGates == before.goalGates);
    RC_ASSERT(after.verdict == before.verdict);
}

} // namespace soak
