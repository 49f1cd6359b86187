// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sample_run.h"
#include "tests/support/builders.h"

namespace soak::bench
{
namespace
{

constexpr int kPeriod = 512;

// One period: every eighth iteration a parameter goes up or down again, some proposals are
// withheld.
SoakRun onePeriod()
{
    RunBuilder builder = aRun().withIterations(kPeriod);
    SkipReason cooldown;
    cooldown.cooldown = true;
    cooldown.note = "cooldown";
    for (int k = 1; k <= kPeriod; k += 8) {
        builder.proposing(k, {{"min_interval_ms", {5}}, {"tail_age_ms", {30}}});
        builder.proposing(k + 2, {{"impact_cap_ratio", {-0.005}}}).skipping(k + 2, cooldown);
        builder.proposing(k + 4, {{"min_interval_ms", {-5}}, {"tail_age_ms", {-30}}});
    }
    return builder.build();
}

template <typename T>
void repeat(InternedColumn<T>& column, std::size_t rows)
{
    column.reserve(rows);
    for (std::size_t row = column.rowCount(); row < rows; ++row) {
        column.appendId(column.idAt(row % kPeriod));
    }
}

} // namespace

std::shared_ptr<const SoakRun> runInMemory(int iterations)
{
    const auto rows = static_cast<std::size_t>(iterations);
    SOAK_ASSERT(iterations >= kPeriod);
    SoakRun run = onePeriod();
    repeat(run.notes, rows);
    repeat(run.tuning, rows);
    repeat(run.during, rows);
    repeat(run.next, rows);
    repeat(run.baseline, rows);
    repeat(run.baselineNext, rows);
    run.summaryFiles.resize(rows);
    run.table = {};
    run.table.reserve(rows);
    for (int iteration = 1; iteration <= iterations; ++iteration) {
        run.table.append(iteration, noisyKpis(iteration), std::nullopt);
    }
    run.info->iterations = iterations;
    run.end->iterationsCompleted = iterations;
    return std::make_shared<const SoakRun>(std::move(run));
}

} // namespace soak::bench
