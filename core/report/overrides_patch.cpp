// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/overrides_patch.h"

#include "core/report/json_text.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

// A part of a JSON pointer (RFC 6901).
std::string escapedPart(const std::string& part)
{
    std::string out;
    for (const char c : part) {
        out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
    return out;
}

Json valueOf(const std::string& text)
{
    Json json = Json::parse(text, nullptr, false);
    return json.is_discarded() ? Json(text) : json;
}

// Objects above `path` that `document` has not are added first; "add" makes no parents.
void addParents(Json& patch, Json& document, const JsonPath& path)
{
    std::string pointer;
    Json* at = &document;
    for (std::size_t depth = 0; depth + 1 < path.size() && at->is_object(); ++depth) {
        pointer += "/" + escapedPart(path[depth]);
        if (!at->contains(path[depth])) {
            patch.push_back({{"op", "add"}, {"path", pointer}, {"value", Json::object()}});
            (*at)[path[depth]] = Json::object();
        }
        at = &(*at)[path[depth]];
    }
}

std::string pointerText(const JsonPath& path)
{
    std::string pointer;
    for (const std::string& part : path) {
        pointer += "/" + escapedPart(part);
    }
    return pointer;
}

} // namespace

std::string overridesPatch(const Overrides& a, const Overrides& b,
                           const ParameterRegistry& registry)
{
    Json document = Json::parse(compactJson(a, registry), nullptr, false);
    Json patch = Json::array();
    for (const OverrideDifference& one : diffOverrides(a, b, registry)) {
        const std::string pointer = pointerText(one.path);
        if (one.from) {
            patch.push_back({{"op", "test"}, {"path", pointer}, {"value", valueOf(*one.from)}});
        }
        if (!one.to) {
            patch.push_back({{"op", "remove"}, {"path", pointer}});
            continue;
        }
        if (!one.from) {
            addParents(patch, document, one.path);
        }
        patch.push_back(
            {{"op", one.from ? "replace" : "add"}, {"path", pointer}, {"value", valueOf(*one.to)}});
    }
    return jsonText(patch);
}

} // namespace soak
