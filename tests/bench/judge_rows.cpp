// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judgement.h"
#include "tests/bench/rows.h"
#include "tests/bench/sample_run.h"

namespace soak::bench
{
namespace
{

// DESIGN 10 allows 1 s for 1 000 000 rows. Where that was set, the plain pass takes
// kPlainPassSeconds; on a slower or busier machine both take longer.
constexpr double kPlainPassSeconds = 0.02;
constexpr double kJudgeSeconds = 1.0;

// Every value of every column once, added up.
double passOver(const SoakRun& run)
{
    double sum = 0;
    for (const KpiSpec& spec : kpiSpecs()) {
        const MetricColumn column = run.table.column(spec.metric);
        for (std::size_t row = 0; row < column.values().size(); ++row) {
            sum += column.isPresent(row) ? column.values()[row] : 0;
        }
    }
    for (std::size_t row = 0; row < run.tuning.rowCount(); ++row) {
        sum +=
            run.tuning.idAt(row) + run.during.idAt(row) + run.next.idAt(row) + run.notes.idAt(row);
    }
    return sum;
}

Error judgedWrongly(const std::string& what)
{
    return Error{Errc::Internal, what, "judge"};
}

} // namespace

Status addJudgeRows(const Setup& setup, Results& results)
{
    setup.tell("making a run of " + std::to_string(setup.judgedRows) + " iterations in memory");
    const std::shared_ptr<const SoakRun> run = runInMemory(setup.judgedRows);
    setup.tell("judging it");
    const auto pass = [&run]() -> Result<Sample> {
        const Stopwatch watch;
        const double sum = passOver(*run);
        const Sample sample = watch.elapsed();
        return sum != 0 ? Result<Sample>(sample) : judgedWrongly("nothing to add up");
    };
    const auto judging = [&run]() -> Result<Sample> {
        const Stopwatch watch;
        const Judgement judgement = judge(run, missionProfile());
        const Sample sample = watch.elapsed();
        return judgement.iterationGates.size() == run->table.rowCount()
                   ? Result<Sample>(sample)
                   : judgedWrongly("not every row was judged");
    };
    SOAK_TRY(const std::vector<Series> series,
             interleave({pass, judging}, setup.pairs, setup.stop));
    results.rows.push_back(costRow("judge_1m", "x plain pass", series[1], series[0],
                                   Budget{Limit::AtMost, kJudgeSeconds / kPlainPassSeconds}));
    return Done{};
}

} // namespace soak::bench
