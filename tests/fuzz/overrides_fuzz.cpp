// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an overrides file: it is refused, or becomes overrides that both written forms keep.
#include "core/io/run_files.h"
#include "tests/fuzz/demand.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>

namespace soak
{

namespace
{

Result<Overrides> parsed(std::string_view text)
{
    std::vector<Finding> findings;
    return parseOverrides(text, "runtime_overrides.json", ParameterRegistry::builtin(), findings);
}

void check(std::string_view input)
{
    const auto& registry = ParameterRegistry::builtin();
    const Result<Overrides> overrides = parsed(input);
    if (!overrides) {
        return;
    }
    for (const OverridesForm form : {OverridesForm::Nested, OverridesForm::Flat}) {
        const std::string text = overridesText(*overrides, form, registry);
        demand(nlohmann::json::accept(text), "the text of overrides is JSON");
        const Result<Overrides> again = parsed(text);
        demand(again.has_value(), "the text of overrides is overrides");
        demand(again->values == overrides->values, "no value changes by writing and reading");
        demand(*again == *overrides, "no unknown member changes by writing and reading");
        demandEqual(text, overridesText(*again, form, registry), "the text is canonical");
        demandEqual(stateHash(*overrides, registry), stateHash(*again, registry),
                    "the form is no part of the state");
    }
    demand(diffOverrides(*overrides, *overrides, registry).empty(), "nothing differs from itself");
}

} // namespace

} // namespace soak

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    soak::check({reinterpret_cast<const char*>(data), size});
    return 0;
}
