// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"
#include "app/cli/json_result.h"
#include "app/cli/settings.h"
#include "core/analysis/value_text.h"
#include "core/base/text.h"
#include "core/io/run_files.h"
#include "core/model/preset.h"
#include "core/report/markdown_table.h"
#include "core/report/report_text.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace soak::cli
{
namespace
{

using Json = nlohmann::json;

struct Listing {
    TextTable table;
    Json json;
};

ExitCode tell(Context& context, const Listing& listing, const std::string& key)
{
    context.terminal.result(context.arguments.flag("json")
                                ? jsonResult("config", {{key, listing.json}})
                                : listing.table.text());
    return ExitCode::Ok;
}

// `text` is a JSON file that can be edited and given back; with --json it stands in the result.
ExitCode tellFile(Context& context, const std::string& name, const std::string& text)
{
    context.terminal.result(
        context.arguments.flag("json")
            ? jsonResult("config", {{"name", name}, {"file", Json::parse(text)}})
            : text);
    return ExitCode::Ok;
}

Result<ExitCode> showSettings(Context& context)
{
    SOAK_TRY(const Settings settings, loadSettings(context.environment));
    const bool origin = context.arguments.flag("origin");
    std::vector<TableColumn> columns{{"setting"}, {"value"}};
    if (origin) {
        columns.push_back({"origin"});
    }
    Listing listing{TextTable(columns), Json::object()};
    const auto add = [&](const std::string& name, const OptionSpec& option) {
        if (!option.isConfigurable || option.isReserved) {
            return;
        }
        const auto found = settings.find(name);
        const std::string builtin = option.kind == OptionKind::Flag ? "false" : option.defaultText;
        const std::string value = found == settings.end() ? builtin : found->second.values.back();
        const std::string from = found == settings.end() ? "built-in" : found->second.origin;
        std::vector<std::string> cells{name, value};
        if (origin) {
            cells.push_back(from);
        }
        listing.table.addRow(std::move(cells));
        listing.json[name] = {{"value", value}, {"origin", from}};
    };
    for (const OptionSpec& option : globalOptions()) {
        add(option.name, option);
    }
    for (const VerbSpec& verb : verbSpecs()) {
        for (const OptionSpec& option : verb.options) {
            add(verb.name + "." + option.name, option);
        }
    }
    return tell(context, listing, "settings");
}

Result<ExitCode> listGates(Context& context, const std::optional<std::string>& name)
{
    if (name) {
        SOAK_TRY(const GateProfile profile, gateProfileNamed(*name));
        return tellFile(context, profile.name, gateProfileText(profile));
    }
    Listing listing{TextTable({{"profile"}, {"window", ColumnAlign::Right}, {"gates"}}),
                    Json::array()};
    for (const GateProfile& profile : builtinGateProfiles()) {
        std::vector<std::string> gates;
        for (const GateSpec& gate : profile.gates) {
            gates.push_back(gate.metric + " " + std::string(aggregateText(gate.aggregate)) + " " +
                            targetText(gate) +
                            (gate.severity == GateSeverity::Soft ? " (soft)" : ""));
        }
        listing.table.addRow({profile.name,
                              profile.window == 0 ? "all" : std::to_string(profile.window),
                              join(gates, ", ")});
        listing.json.push_back(Json::parse(gateProfileText(profile)));
    }
    return tell(context, listing, "gate_profiles");
}

Result<ExitCode> listProfiles(Context& context, const std::optional<std::string>& name)
{
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    if (name) {
        const Profile* profile = findBuiltinProfile(*name);
        if (profile == nullptr) {
            return Error{Errc::Usage, "no profile of that name; see `soak config profiles`", *name};
        }
        return tellFile(context, profile->name,
                        overridesText(profile->overrides, OverridesForm::Nested, registry));
    }
    Listing listing{TextTable({{"profile"}, {"values"}}), Json::object()};
    for (const Profile& profile : builtinProfiles()) {
        listing.table.addRow(
            {profile.name, compactJson(profile.overrides, registry, OverridesForm::Flat)});
        listing.json[profile.name] = Json::parse(compactJson(profile.overrides, registry));
    }
    return tell(context, listing, "profiles");
}

Result<ExitCode> listPresets(Context& context, const std::optional<std::string>& name)
{
    const ParameterRegistry& registry = ParameterRegistry::builtin();
    if (name) {
        const Preset* preset = findBuiltinPreset(*name);
        if (preset == nullptr) {
            return Error{Errc::Usage, "no preset of that name; see `soak config presets`", *name};
        }
        return tellFile(context, preset->name, presetText(*preset, registry));
    }
    Listing listing{TextTable({{"preset"}, {"changes"}}), Json::object()};
    for (const Preset& preset : builtinPresets()) {
        std::vector<std::string> changes;
        for (const PresetChange& change : preset.changes) {
            changes.push_back(change.parameter + " " + std::string(keyOf(change.op)) + " " +
                              plainNumber(change.value));
        }
        listing.table.addRow({preset.name, join(changes, ", ")});
        listing.json[preset.name] = Json::parse(presetText(preset, registry));
    }
    return tell(context, listing, "presets");
}

std::string rangeText(const ParamRange& range)
{
    const auto limit = [](double value) {
        return std::isinf(value) ? std::string() : plainNumber(value);
    };
    return limit(range.low) + ".." + limit(range.high);
}

Result<ExitCode> listParameters(Context& context)
{
    Listing listing{TextTable({{"parameter"},
                               {"unit"},
                               {"default", ColumnAlign::Right},
                               {"safe"},
                               {"tuner"},
                               {"subsystem"},
                               {"path"}}),
                    Json::object()};
    for (const ParameterSpec& spec : ParameterRegistry::builtin().specs()) {
        listing.table.addRow(
            {spec.name, spec.unit, spec.defaultValue ? plainNumber(*spec.defaultValue) : "",
             rangeText(spec.safe), spec.isTunable && spec.apply ? rangeText(*spec.apply) : "",
             std::string(keyOf(spec.subsystem)), pathText(spec.canonicalPath)});
        const auto limit = [](double value) { return std::isinf(value) ? Json() : Json(value); };
        listing.json[spec.name] = {
            {"unit", spec.unit},
            {"default", spec.defaultValue ? Json(*spec.defaultValue) : Json()},
            {"safe", {limit(spec.safe.low), limit(spec.safe.high)}},
            {"apply", spec.apply ? Json{spec.apply->low, spec.apply->high} : Json()},
            {"subsystem", std::string(keyOf(spec.subsystem))},
            {"path", pathText(spec.canonicalPath)},
            {"integer", spec.isInteger}};
    }
    return tell(context, listing, "parameters");
}

std::string_view keyOf(OptionKind kind)
{
    switch (kind) {
    case OptionKind::Flag:
        return "flag";
    case OptionKind::Integer:
        return "integer";
    case OptionKind::Number:
        return "number";
    case OptionKind::Text:
        return "text";
    case OptionKind::Path:
        return "path";
    case OptionKind::Choice:
        return "choice";
    case OptionKind::KeyValue:
        return "key_value";
    }
    SOAK_ASSERT(false);
}

Json optionJson(const OptionSpec& option)
{
    return {{"name", option.name},
            {"kind", std::string(keyOf(option.kind))},
            {"value_name", option.valueName},
            {"help", option.help},
            {"choices", option.choices},
            {"default", option.defaultText},
            {"engine", option.engine.empty() ? Json() : Json(option.engine)},
            {"repeatable", option.isRepeatable},
            {"minimum", option.minimum ? Json(*option.minimum) : Json()},
            {"maximum", option.maximum ? Json(*option.maximum) : Json()}};
}

// Every command and its options, from the table that help and completion are made of.
Result<ExitCode> listSchema(Context& context)
{
    Listing listing{TextTable({{"command"}, {"option"}, {"kind"}, {"default"}}), Json::object()};
    for (const VerbSpec& verb : verbSpecs()) {
        Json options = Json::array();
        for (const OptionSpec& option : verb.options) {
            if (!option.isReserved) {
                options.push_back(optionJson(option));
                listing.table.addRow(
                    {verb.name, option.name, std::string(keyOf(option.kind)), option.defaultText});
            }
        }
        listing.json[verb.name] = {{"summary", verb.summary},
                                   {"takes_command", verb.takesCommand},
                                   {"options", std::move(options)}};
    }
    return tell(context, listing, "commands");
}

Result<ExitCode> listPaths(Context& context)
{
    Listing listing{TextTable({{"what"}, {"path"}}), Json::array()};
    for (const fs::path& file : settingsFiles(context.environment)) {
        listing.table.addRow({"settings", pathText(file)});
        listing.json.push_back(pathText(file));
    }
    listing.table.addRow({"base", pathText(defaultBase(context.environment))});
    listing.json.push_back(pathText(defaultBase(context.environment)));
    return tell(context, listing, "paths");
}

} // namespace

Result<ExitCode> configVerb(Context& context)
{
    const auto& words = context.arguments.positionals;
    const std::string what = words.empty() ? "show" : words[0];
    const std::optional<std::string> name =
        words.size() > 1 ? std::optional(words[1]) : std::nullopt;
    if (name && what != "gates" && what != "profiles" && what != "presets") {
        return Error{Errc::Usage, "`soak config " + what + "` takes no name", ""};
    }
    if (what == "show") {
        return showSettings(context);
    }
    if (what == "gates") {
        return listGates(context, name);
    }
    if (what == "profiles") {
        return listProfiles(context, name);
    }
    if (what == "presets") {
        return listPresets(context, name);
    }
    if (what == "parameters") {
        return listParameters(context);
    }
    if (what == "paths") {
        return listPaths(context);
    }
    if (what == "schema") {
        return listSchema(context);
    }
    return Error{
        Errc::Usage,
        "'" + what + "' is none of show, gates, profiles, presets, parameters, paths, schema", ""};
}

} // namespace soak::cli
