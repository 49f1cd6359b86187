// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_files.h"

#include <gtest/gtest.h>

#include <cmath>

namespace soak
{
namespace
{

Result<ParameterRegistry> registryOf(std::string_view parameters)
{
    return parseRegistry(R"({"parameters":)" + std::string(parameters) + "}", "r.json");
}

ParameterSpec specIn(const Result<ParameterRegistry>& registry, std::string_view name)
{
    EXPECT_TRUE(registry) << (registry ? "" : describe(registry.error()));
    const ParameterSpec* spec = registry ? registry->find(name) : nullptr;
    EXPECT_NE(spec, nullptr) << name;
    return spec == nullptr ? ParameterSpec{} : *spec;
}

TEST(RegistryJson, AnEmptyFileIsTheBuiltinTable)
{
    const auto registry = registryOf("{}");
    ASSERT_TRUE(registry);
    EXPECT_TRUE(std::equal(registry->specs().begin(), registry->specs().end(),
                           ParameterRegistry::builtin().specs().begin(),
                           ParameterRegistry::builtin().specs().end()));
}

TEST(RegistryJson, OverridesMemberByMember)
{
    ParameterSpec expected = *ParameterRegistry::builtin().find("tail_age_ms");
    expected.defaultValue = 650;
    expected.apply = ParamRange{500, 900};
    EXPECT_EQ(
        specIn(registryOf(R"({"tail_age_ms":{"default":650,"apply":[500,900]}})"), "tail_age_ms"),
        expected);
}

TEST(RegistryJson, EveryMemberCanBeSet)
{
    const ParameterSpec spec = specIn(
        registryOf(R"({"new_ratio":{"integer":false,"unit":"ratio","default":null,"safe":[0,null],
          "safe_low_is_open":true,"apply":null,"subsystem":"rebid","path":"quoting.new_ratio",
          "aliases":["new_ratio","old.ratio"],"tunable":false}})"),
        "new_ratio");
    EXPECT_EQ(spec.unit, "ratio");
    EXPECT_EQ(spec.defaultValue, std::nullopt);
    EXPECT_EQ(spec.safe, (ParamRange{0, INFINITY}));
    EXPECT_TRUE(spec.safeLowIsOpen);
    EXPECT_EQ(spec.apply, std::nullopt);
    EXPECT_EQ(spec.subsystem, Subsystem::Rebid);
    EXPECT_EQ(spec.canonicalPath, (JsonPath{"quoting", "new_ratio"}));
    EXPECT_EQ(spec.aliases, (std::vector<JsonPath>{{"new_ratio"}, {"old", "ratio"}}));
    EXPECT_FALSE(spec.isTunable);
}

TEST(RegistryJson, RefusesWhatIsNoTableAndNamesIt)
{
    struct Case {
        const char* text;
        const char* part;
    };

    const Case cases[] = {
        {"{}", "a registry needs `parameters`"},
        {R"({"parameters":[]})", "a registry needs `parameters`"},
        {R"({"parameters":{"x":{"default":1}}})", "the new parameter x needs `safe`"},
        {R"({"parameters":{"tail_age_ms":5}})", "tail_age_ms is no object"},
        {R"({"parameters":{"tail_age_ms":{"safe":[1]}}})", "expected [low, high]"},
        {R"({"parameters":{"tail_age_ms":{"safe":["a",2]}}})", "expected [low, high]"},
        {R"({"parameters":{"tail_age_ms":{"subsystem":"core"}}})", "subsystem"},
        {R"({"parameters":{"tail_age_ms":{"defalt":5}}})", "unknown member tail_age_ms.defalt"},
        {R"({"parameters":{"tail_age_ms":{"default":5}}})", "tail_age_ms"},
        {R"({"parameters":{"x":{"safe":[2,1]}}})", "x"},
        {R"({"parameters":{},"extra":1})", "unknown member extra"},
    };
    for (const Case& c : cases) {
        const auto registry = parseRegistry(c.text, "r.json");
        ASSERT_FALSE(registry) << c.text;
        EXPECT_EQ(registry.error().where, "r.json");
        EXPECT_EQ(registry.error().code, Errc::BadInput);
        EXPECT_NE(registry.error().message.find(c.part), std::string::npos)
            << registry.error().message;
    }
}

} // namespace
} // namespace soak
