// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as one of the other files of a run; the first byte says which. It is refused, or
// becomes a value whose text is JSON and says the same when it is read again.
#include "core/io/run_files.h"
#include "tests/fuzz/demand.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>

namespace soak
{

namespace
{

template <typename Parse, typename Write>
void checkRoundTrip(std::string_view input, Parse parse, Write write)
{
    const auto value = parse(input);
    if (!value) {
        demand(!describe(value.error()).empty(), "a refusal has a reason");
        return;
    }
    const std::string text = write(*value);
    demand(nlohmann::json::accept(text), "what is written is JSON");
    const auto again = parse(std::string_view(text));
    demand(again.has_value(), "what is written can be read");
    demandEqual(text, write(*again), "what is written is canonical");
    demand(parse(std::string_view(write(*again))).value() == *again,
           "what was read and written is the same value");
}

void checkTuningReport(std::string_view input)
{
    std::vector<Finding> findings;
    const auto rows = parseTuningReport(input, "TUNING_REPORT.json", findings);
    for (std::size_t i = 1; rows && i < rows->size(); ++i) {
        demand(rows->at(i - 1).iteration < rows->at(i).iteration, "each iteration is there once");
    }
}

// A registry file changes limits; it takes no parameter away.
void checkRegistry(std::string_view input)
{
    const auto registry = parseRegistry(input, "registry.json");
    if (!registry) {
        demand(!describe(registry.error()).empty(), "a refusal has a reason");
        return;
    }
    for (const ParameterSpec& spec : ParameterRegistry::builtin().specs()) {
        demand(registry->find(spec.name) != nullptr, "every parameter is still there");
    }
}

void checkAs(char kind, std::string_view input)
{
    const auto& registry = ParameterRegistry::builtin();
    std::vector<Finding> findings;
    switch (kind) {
    case 'r':
        checkRoundTrip(
            input,
            [&](std::string_view text) {
                return parseRunInfo(text, "RUN.json", registry, findings);
            },
            [&](const RunInfo& info) { return runInfoText(info, registry); });
        return;
    case 'e':
        checkRoundTrip(
            input,
            [&](std::string_view text) { return parseRunEnd(text, "RUN_END.json", findings); },
            runEndText);
        return;
    case 's':
        checkRoundTrip(
            input,
            [&](std::string_view text) {
                return parseTuningState(text, "TUNING_STATE.json", findings);
            },
            tuningStateText);
        return;
    case 'g':
        checkRoundTrip(
            input, [](std::string_view text) { return parseGateProfile(text, "gates.json"); },
            gateProfileText);
        return;
    case 'p':
        checkRoundTrip(
            input,
            [&](std::string_view text) { return parsePreset(text, "preset.json", registry); },
            [&](const Preset& preset) { return presetText(preset, registry); });
        return;
    case 'a':
        checkRegistry(input);
        return;
    default:
        checkTuningReport(input);
    }
}

} // namespace

} // namespace soak

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size > 0) {
        soak::checkAs(static_cast<char>(data[0]),
                      {reinterpret_cast<const char*>(data) + 1, size - 1});
    }
    return 0;
}
