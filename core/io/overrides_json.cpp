// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/overrides_json.h"

#include "core/base/text.h"
#include "core/io/json_reader.h"
#include "core/io/json_writer.h"
#include "core/io/object_reader.h"
#include "core/io/run_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>

namespace soak
{

namespace
{

using Json = nlohmann::json;

// One spelling of a parameter. Rank 0 is the canonical path, then the aliases in their order; the
// last rank is a path that no alias names, which never gives the value (DOMAIN 3).
struct Spelling {
    std::size_t rank = 0;
    JsonPath path;
    double value = 0;
};

using Spellings = std::map<std::string, std::vector<Spelling>, std::less<>>;

constexpr std::size_t kUnknownPathRank = 1000;

bool isProperPrefix(const JsonPath& prefix, const JsonPath& path)
{
    return prefix.size() < path.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
}

template <typename Test>
bool anyPath(const ParameterRegistry& registry, const Test& test)
{
    return std::any_of(registry.specs().begin(), registry.specs().end(), [&](const auto& spec) {
        return test(spec.canonicalPath) ||
               std::any_of(spec.aliases.begin(), spec.aliases.end(), test);
    });
}

std::size_t rankOf(const ParameterSpec& spec, const JsonPath& path)
{
    if (path == spec.canonicalPath) {
        return 0;
    }
    const auto found = std::find(spec.aliases.begin(), spec.aliases.end(), path);
    return 1 + static_cast<std::size_t>(found - spec.aliases.begin());
}

class OverridesParser final
{
public:
    OverridesParser(const ParameterRegistry& registry, const JsonPath& at, FindingSink& sink)
        : m_registry(registry), m_at(at), m_sink(sink)
    {
    }

    Overrides parse(const Json& object)
    {
        JsonPath path;
        walk(object, path);
        for (auto& [name, spellings] : m_spellings) {
            choose(name, spellings);
        }
        return std::move(m_overrides);
    }

private:
    void walk(const Json& object, JsonPath& path)
    {
        for (const auto& [key, value] : object.items()) {
            path.push_back(key);
            if (value.is_object() && !value.empty()) {
                walk(value, path);
            } else {
                leaf(path, value);
            }
            path.pop_back();
        }
    }

    void leaf(const JsonPath& path, const Json& value)
    {
        const ParameterSpec* spec = m_registry.findByPath(path);
        const std::optional<double> number = numberOf(value);
        if (spec != nullptr) {
            if (number) {
                m_spellings[spec->name].push_back({rankOf(*spec, path), path, *number});
            } else if (!value.is_null()) {
                wrongType(path, "a number", value);
            }
            return;
        }
        if (anyPath(m_registry,
                    [&](const JsonPath& known) { return isProperPrefix(path, known); })) {
            if (!value.is_object() && !value.is_null()) { // an empty section says nothing
                wrongType(path, "an object", value);
            }
            return;
        }
        if (anyPath(m_registry,
                    [&](const JsonPath& known) { return isProperPrefix(known, path); })) {
            wrongType(path, "nothing below a parameter", value);
            return;
        }
        if (number && m_registry.find(path.back()) != nullptr) {
            m_spellings[path.back()].push_back({kUnknownPathRank, path, *number});
        }
        m_overrides.extras.emplace(path, compactText(value));
    }

    void choose(const std::string& name, std::vector<Spelling>& spellings)
    {
        // By rank, but a value that no bot could have had does not outrank one that it could: the
        // reference leaves engine.tail_age_ms 30, a change stored as a value, beside the true flat
        // 600 (DOMAIN 1.5).
        const ParameterSpec* spec = m_registry.find(name);
        const auto orderOf = [spec](const Spelling& spelling) {
            const bool isUnsafe = !isWithinSafe(*spec, spelling.value);
            return std::tuple<bool, bool, std::size_t, const JsonPath&>(
                spelling.rank == kUnknownPathRank, isUnsafe, spelling.rank, spelling.path);
        };
        std::sort(spellings.begin(), spellings.end(),
                  [&](const Spelling& a, const Spelling& b) { return orderOf(a) < orderOf(b); });
        const Spelling& used = spellings.front();
        if (used.rank == kUnknownPathRank) {
            return; // only at paths that are no spelling of it
        }
        m_overrides.values.emplace(name, ParamValue{used.value});
        const bool isConflict =
            std::any_of(spellings.begin(), spellings.end(),
                        [&](const Spelling& other) { return other.value != used.value; });
        if (isConflict) {
            noteConflict(spellings);
        }
        for (const Spelling& spelling : spellings) {
            if (!isWithinSafe(*spec, spelling.value)) {
                noteUnsafe(*spec, spelling, &spelling == &used);
            }
        }
    }

    void noteConflict(const std::vector<Spelling>& spellings)
    {
        std::string text;
        for (const Spelling& spelling : spellings) {
            text += text.empty() ? "" : ", ";
            text += pathText(spelling.path) + " = " + jsonNumber(spelling.value);
            text += &spelling == &spellings.front() ? " (used)" : "";
        }
        m_sink.add(FindingKind::OverrideConflict, Severity::Warning,
                   fieldText(spellings.front().path), text);
    }

    void noteUnsafe(const ParameterSpec& spec, const Spelling& spelling, bool isUsed)
    {
        m_sink.add(FindingKind::OutOfSafeLimits, isUsed ? Severity::Error : Severity::Warning,
                   fieldText(spelling.path),
                   spec.name + " is " + jsonNumber(spelling.value) + ", outside its safe limits" +
                       (isUsed ? "" : " (another spelling is used)"));
    }

    void wrongType(const JsonPath& path, std::string_view expected, const Json& value)
    {
        m_sink.add(FindingKind::WrongType, Severity::Warning, fieldText(path),
                   "expected " + std::string(expected) + ", found " + std::string(typeText(value)) +
                       "; counts as missing");
    }

    [[nodiscard]] std::string fieldText(const JsonPath& path) const
    {
        JsonPath whole = m_at;
        whole.insert(whole.end(), path.begin(), path.end());
        return pathText(whole);
    }

    const ParameterRegistry& m_registry;
    const JsonPath& m_at;
    FindingSink& m_sink;
    Spellings m_spellings;
    Overrides m_overrides;
};

} // namespace

Overrides overridesFromJson(const Json& object, const JsonPath& at,
                            const ParameterRegistry& registry, FindingSink& sink)
{
    return OverridesParser(registry, at, sink).parse(object);
}

Json overridesJson(const Overrides& overrides, const ParameterRegistry& registry)
{
    return ownJson(compactJson(overrides, registry));
}

std::string overridesText(const Overrides& overrides, OverridesForm form,
                          const ParameterRegistry& registry)
{
    return indentedJson(overrides, registry, form);
}

Result<Overrides> parseOverrides(std::string_view text, std::string_view file,
                                 const ParameterRegistry& registry, std::vector<Finding>& findings)
{
    FindingSink sink(file, std::nullopt, findings);
    SOAK_TRY(const Json tree, parseJson(text, sink));
    if (!tree.is_object()) {
        return Error{Errc::BadInput, "overrides are no JSON object", std::string(file)};
    }
    return overridesFromJson(tree, {}, registry, sink);
}

} // namespace soak
