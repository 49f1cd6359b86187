// SPDX-License-Identifier: GPL-3.0-or-later
// Presets (DOMAIN 4.10).
#include "core/io/preset_json.h"

#include "core/io/config_reader.h"
#include "core/io/json_keys.h"
#include "core/io/json_writer.h"
#include "core/io/run_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace soak
{

namespace
{

using Json = nlohmann::json;

std::optional<PresetOp> opFromText(const std::string& text)
{
    for (const PresetOp op : {PresetOp::Add, PresetOp::Multiply, PresetOp::Set}) {
        if (keyOf(op) == text) {
            return op;
        }
    }
    return std::nullopt;
}

class PresetReader final
{
public:
    PresetReader(const std::string& file, const ParameterRegistry& registry)
        : m_file(file), m_registry(registry), m_sink(file, std::nullopt, m_findings)
    {
    }

    Result<Preset> read(const Json& tree)
    {
        ObjectReader in(tree, {}, m_sink);
        m_preset.name = in.text(Key::name).value_or(std::filesystem::path(m_file).stem().string());
        m_preset.description = in.text(Key::description).value_or("");
        m_preset.version = in.text(Key::version).value_or("");
        const Json* changes = in.find(Key::changes);
        SOAK_CHECK(refuseFindings(m_findings, m_file));
        if (changes == nullptr || changes->empty()) {
            return refuse("a preset needs `changes`");
        }
        SOAK_CHECK(changes->is_array() ? readList(*changes) : readSection(*changes, {}));
        return std::move(m_preset);
    }

private:
    [[nodiscard]] Error refuse(std::string why) const
    {
        return Error{Errc::BadInput, std::move(why), m_file};
    }

    Status readList(const Json& list)
    {
        for (const Json& entry : list) {
            ObjectReader in(entry, {std::string(Key::changes)}, m_sink);
            const std::string name = in.text(Key::parameter).value_or("");
            SOAK_CHECK(addChange({name}, entry));
        }
        return Done{};
    }

    // An object with `op` is a change, any other a section.
    Status readSection(const Json& section, const JsonPath& path)
    {
        if (!section.is_object()) {
            return refuse(pathText(path) + " is no change: it needs `op` and `value`");
        }
        for (const auto& [key, value] : section.items()) {
            JsonPath inner = path;
            inner.push_back(key);
            const bool isChange = value.is_object() && value.contains(Key::op);
            SOAK_CHECK(isChange ? addChange(inner, value) : readSection(value, inner));
        }
        return Done{};
    }

    [[nodiscard]] const ParameterSpec* specAt(const JsonPath& path) const
    {
        const ParameterSpec* spec = m_registry.findByPath(path);
        spec = spec != nullptr ? spec : m_registry.findByPath({path.back()});
        return spec != nullptr ? spec : m_registry.find(path.back());
    }

    Status addChange(const JsonPath& path, const Json& json)
    {
        const ParameterSpec* spec = specAt(path);
        if (spec == nullptr) {
            return refuse("no parameter is called " + pathText(path));
        }
        ObjectReader in(json, path, m_sink);
        const std::string opText = in.text(Key::op).value_or("");
        const std::optional<PresetOp> op = opFromText(opText);
        const std::optional<double> value = in.number(Key::value);
        const std::string reason = in.text(Key::reason).value_or("");
        SOAK_CHECK(refuseFindings(m_findings, m_file));
        if (!op) {
            return refuse(pathText(path) + ": op is `" + opText + "`, not add, mul or set");
        }
        if (!value) {
            return refuse(pathText(path) + " has no `value`");
        }
        const bool isTwice =
            std::any_of(m_preset.changes.begin(), m_preset.changes.end(),
                        [&](const PresetChange& other) { return other.parameter == spec->name; });
        if (isTwice) {
            return refuse(spec->name + " is changed twice");
        }
        m_preset.changes.push_back({spec->name, *op, *value, reason});
        return Done{};
    }

    const std::string& m_file;
    const ParameterRegistry& m_registry;
    std::vector<Finding> m_findings;
    FindingSink m_sink;
    Preset m_preset;
};

Json changeJson(const PresetChange& change)
{
    Json out = Json::object();
    out[Key::op] = keyOf(change.op);
    out[Key::value] = amountJson(change.value);
    out[Key::reason] = change.reason;
    return out;
}

Json headJson(const Preset& preset)
{
    Json out = Json::object();
    out[Key::name] = preset.name;
    out[Key::description] = preset.description;
    out[Key::version] = preset.version;
    return out;
}

} // namespace

Result<Preset> presetFromJson(const Json& tree, const std::string& file,
                              const ParameterRegistry& registry)
{
    return PresetReader(file, registry).read(tree);
}

Json presetListJson(const Preset& preset)
{
    Json out = headJson(preset);
    out[Key::changes] = Json::array();
    for (const PresetChange& change : preset.changes) {
        Json row = changeJson(change);
        row[Key::parameter] = change.parameter;
        out[Key::changes].push_back(std::move(row));
    }
    return out;
}

Result<Preset> parsePreset(std::string_view text, std::string_view file,
                           const ParameterRegistry& registry)
{
    SOAK_TRY(const Json tree, parseConfig(text, file));
    return presetFromJson(tree, std::string(file), registry);
}

std::string presetText(const Preset& preset, const ParameterRegistry& registry)
{
    Json out = headJson(preset);
    out[Key::changes] = Json::object();
    for (const PresetChange& change : preset.changes) {
        const ParameterSpec* spec = registry.find(change.parameter);
        Json* node = &out[Key::changes];
        for (const std::string& part :
             spec != nullptr ? spec->canonicalPath : JsonPath{change.parameter}) {
            node = &(*node)[part];
        }
        *node = changeJson(change);
    }
    return fileText(out);
}

} // namespace soak
