// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an ITER_SUMMARY file: it is refused, or becomes a record whose text is JSON and says
// the same when it is read again.
#include "core/io/iteration_json.h"
#include "tests/fuzz/demand.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>

namespace soak
{

namespace
{

constexpr int kIteration = 3; // as the file name says

Result<IterationRecord> parsed(std::string_view text)
{
    std::vector<Finding> findings;
    return parseIteration(text, "ITER_SUMMARY_3.json", kIteration, ParameterRegistry::builtin(),
                          findings);
}

void check(std::string_view input)
{
    const auto& registry = ParameterRegistry::builtin();
    const Result<IterationRecord> record = parsed(input);
    if (!record) {
        return;
    }
    const std::string text = iterationText(*record, registry);
    demand(nlohmann::json::accept(text), "the text of a record is JSON");
    const Result<IterationRecord> again = parsed(text);
    demand(again.has_value(), "the text of a record is a record");
    demandEqual(text, iterationText(*again, registry), "the text is read as it was meant");
    demand(parsed(iterationText(*again, registry)).value() == *again,
           "what was read and written is the same value");
}

} // namespace

} // namespace soak

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    soak::check({reinterpret_cast<const char*>(data), size});
    return 0;
}
