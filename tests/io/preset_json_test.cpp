// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/preset_json.h"
#include "core/io/run_files.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace soak
{
namespace
{

Result<Preset> parsed(std::string_view text)
{
    return parsePreset(text, "calm.json", ParameterRegistry::builtin());
}

TEST(PresetJson, ReadsSectionsOfChanges)
{
    const auto preset = parsed(R"({"description":"d","version":"1.0","target_metrics":{"x":1},
      "changes":{"quoting":{"min_interval_ms":{"op":"add","value":15,"reason":"r"},
                            "replace_rate_per_min":{"op":"mul","value":0.9}},
                 "risk":{"position_limit_notional":{"op":"set","value":800}}}})");
    ASSERT_TRUE(preset) << describe(preset.error());
    EXPECT_EQ(*preset, (Preset{"calm",
                               "d",
                               "1.0",
                               {{"min_interval_ms", PresetOp::Add, 15, "r"},
                                {"replace_rate_per_min", PresetOp::Multiply, 0.9, ""},
                                {"position_limit_notional", PresetOp::Set, 800, ""}}}));
}

TEST(PresetJson, AParameterIsFoundByAnySpelling)
{
    for (const char* changes :
         {R"({"min_interval_ms":C})", R"({"engine":{"min_interval_ms":C}})",
          R"({"quoting":{"min_interval_ms":C}})", R"({"elsewhere":{"min_interval_ms":C}})",
          R"([{"parameter":"min_interval_ms","op":"add","value":5}])"}) {
        std::string text = std::string(R"({"changes":)") + changes + "}";
        if (const auto at = text.find('C'); at != std::string::npos) {
            text.replace(at, 1, R"({"op":"add","value":5})");
        }
        const auto preset = parsed(text);
        ASSERT_TRUE(preset) << text << describe(preset.error());
        EXPECT_EQ(preset->changes,
                  std::vector<PresetChange>({{"min_interval_ms", PresetOp::Add, 5, ""}}));
    }
}

TEST(PresetJson, RefusesWhatItCannotDoAndSaysWhy)
{
    struct Case {
        const char* text;
        const char* message;
    };

    const Case cases[] = {
        {"{}", "a preset needs `changes`"},
        {R"({"changes":{}})", "a preset needs `changes`"},
        {R"({"changes":{"quoting":5}})", "quoting is no change: it needs `op` and `value`"},
        {R"({"changes":{"nonsense":{"op":"add","value":1}}})", "no parameter is called nonsense"},
        {R"({"changes":{"min_interval_ms":{"op":"pow","value":2}}})",
         "min_interval_ms: op is `pow`, not add, mul or set"},
        {R"({"changes":{"min_interval_ms":{"op":"add"}}})", "min_interval_ms has no `value`"},
        {R"({"changes":{"min_interval_ms":{"op":"add","value":1},
                        "quoting":{"min_interval_ms":{"op":"add","value":1}}}})",
         "min_interval_ms is changed twice"},
        {R"({"changes":{"min_interval_ms":{"op":"add","value":"1"}}})",
         "min_interval_ms.value: expected a number, found a string; counts as missing"},
        {R"({"name":5,"changes":{"min_interval_ms":{"op":"add","value":1}}})",
         "name: expected a string, found a number; counts as missing"},
    };
    for (const Case& c : cases) {
        const auto preset = parsed(c.text);
        ASSERT_FALSE(preset) << c.text;
        EXPECT_EQ(describe(preset.error()), std::string("calm.json: ") + c.message);
        EXPECT_EQ(preset.error().code, Errc::BadInput);
    }
}

TEST(PresetJson, BuiltinPresetsAreReadBackFromBothForms)
{
    for (const Preset& preset : builtinPresets()) {
        EXPECT_EQ(presetFromJson(presetListJson(preset), "RUN.json", ParameterRegistry::builtin())
                      .value(),
                  preset);
        Preset sorted = parsed(presetText(preset, ParameterRegistry::builtin())).value();
        EXPECT_EQ(sorted.changes.size(), preset.changes.size());
        for (const PresetChange& change : preset.changes) {
            EXPECT_NE(std::find(sorted.changes.begin(), sorted.changes.end(), change),
                      sorted.changes.end())
                << change.parameter;
        }
        sorted.changes = preset.changes;
        EXPECT_EQ(sorted, preset);
    }
}

} // namespace
} // namespace soak
