// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/settings.h"

#include "core/base/escape.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace soak::cli
{
namespace
{

std::string settingName(const VerbSpec* verb, const OptionSpec& option)
{
    return verb == nullptr ? option.name : verb->name + "." + option.name;
}

const OptionSpec* findOption(const std::vector<OptionSpec>& options, std::string_view name)
{
    for (const OptionSpec& option : options) {
        if (option.name == name && option.isConfigurable) {
            return &option;
        }
    }
    return nullptr;
}

std::string scalarText(const toml::node& node)
{
    if (const auto* text = node.as_string()) {
        return text->get();
    }
    if (const auto* flag = node.as_boolean()) {
        return flag->get() ? "true" : "false";
    }
    if (const auto* number = node.as_integer()) {
        return std::to_string(number->get());
    }
    if (const auto* number = node.as_floating_point()) {
        std::string text;
        std::array<char, 64> buffer{};
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number->get());
        text.assign(buffer.data(), end.ptr);
        return text;
    }
    return {};
}

Error badSetting(const fs::path& file, const toml::node& node, const std::string& text)
{
    return Error{Errc::BadInput, text,
                 pathText(file) + ":" + std::to_string(node.source().begin.line)};
}

Status takeSetting(const fs::path& file, const VerbSpec* verb, std::string_view key,
                   const toml::node& node, Settings& settings)
{
    const OptionSpec* option = findOption(verb == nullptr ? globalOptions() : verb->options, key);
    if (option == nullptr) {
        return badSetting(file, node,
                          "unknown setting '" + escapeTerminal(key) + "'; see `soak config show`");
    }
    if (!node.is_value()) {
        return badSetting(file, node, "setting '" + option->name + "' is not a single value");
    }
    const std::string value = scalarText(node);
    if (const Status checked = checkValue(*option, value, "setting " + settingName(verb, *option));
        !checked) {
        return badSetting(file, node, checked.error().message);
    }
    settings[settingName(verb, *option)] = {.values = {value}, .origin = pathText(file)};
    return Done{};
}

Status readSettingsFile(const fs::path& file, Settings& settings)
{
    auto text = readFile(file, 1U << 20U);
    if (!text) {
        return text.error().code == Errc::NotFound ? Status(Done{}) : Status(text.error());
    }
    const toml::parse_result parsed = toml::parse(*text);
    if (!parsed) {
        return Error{Errc::BadInput, "not TOML: " + std::string(parsed.error().description()),
                     pathText(file) + ":" + std::to_string(parsed.error().source().begin.line)};
    }
    for (const auto& [key, node] : parsed.table()) {
        const VerbSpec* verb = findVerb(key.str());
        if (const toml::table* table = node.as_table(); table != nullptr && verb != nullptr) {
            for (const auto& [name, value] : *table) {
                SOAK_CHECK(takeSetting(file, verb, name.str(), value, settings));
            }
        } else {
            SOAK_CHECK(takeSetting(file, nullptr, key.str(), node, settings));
        }
    }
    return Done{};
}

Status readVariable(const Environment& environment, const VerbSpec* verb, const OptionSpec& option,
                    Settings& settings)
{
    if (!option.isConfigurable) {
        return Done{};
    }
    const std::string name = settingName(verb, option);
    const std::string variable = variableName(name);
    const auto value = environment.get(variable);
    if (!value) {
        return Done{};
    }
    SOAK_CHECK(checkValue(option, *value, "environment variable " + variable));
    settings[name] = {.values = {*value}, .origin = "environment " + variable};
    return Done{};
}

} // namespace

std::string variableName(std::string_view settingName)
{
    std::string out = "SOAK_";
    for (const char c : settingName) {
        out += (c == '.' || c == '-') ? '_'
                                      : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    }
    return out;
}

std::vector<fs::path> settingsFiles(const Environment& environment)
{
    std::vector<fs::path> files{"/etc/xdg/soak-workbench/config.toml"};
    if (const auto home = environment.get("XDG_CONFIG_HOME")) {
        files.push_back(fs::path(*home) / "soak-workbench" / "config.toml");
    } else if (const auto user = environment.get("HOME")) {
        files.push_back(fs::path(*user) / ".config" / "soak-workbench" / "config.toml");
    }
    files.emplace_back(".soak.toml");
    return files;
}

Result<Settings> loadSettings(const Environment& environment)
{
    Settings settings;
    for (const fs::path& file : settingsFiles(environment)) {
        SOAK_CHECK(readSettingsFile(file, settings));
    }
    for (const OptionSpec& option : globalOptions()) {
        SOAK_CHECK(readVariable(environment, nullptr, option, settings));
    }
    for (const VerbSpec& verb : verbSpecs()) {
        for (const OptionSpec& option : verb.options) {
            SOAK_CHECK(readVariable(environment, &verb, option, settings));
        }
    }
    return settings;
}

void applySettings(const Settings& settings, Arguments& arguments)
{
    const VerbSpec& verb = specOf(arguments.verb);
    const std::string prefix = verb.name + ".";
    for (const auto& [name, value] : settings) {
        const auto dot = name.find('.');
        if (dot == std::string::npos) {
            arguments.options.try_emplace(name, value);
        } else if (name.starts_with(prefix)) {
            arguments.options.try_emplace(name.substr(prefix.size()), value);
        }
    }
    for (const OptionSpec& option : verb.options) {
        const auto found = settings.find(option.settingOf + "." + option.name);
        if (!option.settingOf.empty() && found != settings.end()) {
            arguments.options.try_emplace(option.name, found->second);
        }
    }
}

} // namespace soak::cli
