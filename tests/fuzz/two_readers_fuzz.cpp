// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an iteration file: the fast reader leaves it to the tolerant one, or says the same.
#include "core/io/bulk_reader.h"
#include "core/io/run_files.h"
#include "tests/fuzz/scratch_folder.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace soak
{

namespace
{

constexpr int kIteration = 3;

RowBlock readBy(const fs::path& folder, Reading reading)
{
    BulkPlan plan;
    plan.folder = folder;
    plan.registry = &ParameterRegistry::builtin();
    plan.runId = "RUN_1760000000000";
    plan.reading = reading;
    auto reader = BulkReader::open(std::move(plan));
    demand(reader.has_value(), "the folder can be read");
    const std::array<int, 1> iterations{kIteration};
    return reader.value()->read(iterations, {});
}

template <typename Value>
const Value* at(const InternedColumn<Value>& pool, std::uint32_t place)
{
    return place == IterationRow::kAbsent ? nullptr : &pool.distinct().at(place);
}

template <typename Value>
void demandSame(const Value* first, const Value* second, std::string_view what)
{
    demand((first == nullptr) == (second == nullptr), what);
    demand(first == nullptr || *first == *second, what);
}

void compare(const RowBlock& fast, const RowBlock& tolerant)
{
    demand(fast.rows.size() == tolerant.rows.size(), "as many rows");
    demand(fast.findings == tolerant.findings, "the same findings");
    for (std::size_t i = 0; i < fast.rows.size(); ++i) {
        const IterationRow& a = fast.rows[i];
        const IterationRow& b = tolerant.rows[i];
        demand(a.isReadable == b.isReadable && a.isOfOtherRun == b.isOfOtherRun, "the same flags");
        demand(a.metrics == b.metrics, "the same metrics");
        demand(a.runtimeUtc == b.runtimeUtc && a.guardClock == b.guardClock &&
                   a.frozenUntil == b.frozenUntil && a.chainPrevious == b.chainPrevious,
               "the same times and chain");
        demandSame(at(fast.notes, a.notes), at(tolerant.notes, b.notes), "the same notes");
        demandSame(at(fast.tuning, a.tuning), at(tolerant.tuning, b.tuning), "the same tuning");
        for (const auto place : {&IterationRow::during, &IterationRow::next,
                                 &IterationRow::baseline, &IterationRow::baselineNext}) {
            demandSame(at(fast.overrides, a.*place), at(tolerant.overrides, b.*place),
                       "the same overrides");
        }
    }
}

void check(std::string_view input)
{
    static const ScratchFolder folder;
    demand(writeFileAtomically(folder.path() / "ITER_SUMMARY_3.json", input).has_value(),
           "the file can be written");
    compare(readBy(folder.path(), Reading::Fast), readBy(folder.path(), Reading::TolerantOnly));
}

} // namespace

} // namespace soak

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    soak::check({reinterpret_cast<const char*>(data), size});
    return 0;
}
