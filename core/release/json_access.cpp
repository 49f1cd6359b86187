// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/json_access.h"

#include "core/io/json_reader.h"

#include <nlohmann/json.hpp>

namespace soak
{

namespace
{

using Json = nlohmann::json;

Error wrong(std::string_view file, std::string reason)
{
    return Error{Errc::Integrity, std::move(reason), std::string(file)};
}

// A parsed text that had no defect.
Result<Json> checkedObject(Result<Json> json, const std::vector<Finding>& findings,
                           std::string_view file)
{
    if (!json) {
        return wrong(file, json.error().message);
    }
    if (!findings.empty()) {
        return wrong(file, findings.front().text);
    }
    if (!json->is_object()) {
        return wrong(file, "is not a JSON object");
    }
    return json;
}

} // namespace

Result<Json> strictObject(std::string_view text, std::string_view file)
{
    std::vector<Finding> findings;
    FindingSink sink(file, std::nullopt, findings);
    auto json = parseJson(text, sink);
    return checkedObject(std::move(json), findings, file);
}

Result<Json> strictObjectWithList(std::string_view text, std::string_view file,
                                  std::string_view key,
                                  const std::function<Status(const Json& entry)>& onEntry)
{
    std::vector<Finding> findings;
    FindingSink sink(file, std::nullopt, findings);
    Status taken = Done{};
    auto json = parseJsonList(text, key, sink, [&](Json&& entry) {
        if (taken) {
            taken = onEntry(entry);
        }
    });
    SOAK_TRY(Json object, checkedObject(std::move(json), findings, file));
    SOAK_CHECK(taken);
    return object;
}

Result<const Json*> memberOf(const Json& object, const std::string& key, std::string_view file)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (!object.is_object() || found == object.end()) {
        return wrong(file, "has no member '" + key + "'");
    }
    return &*found;
}

Result<std::string> textMember(const Json& object, const std::string& key, std::string_view file)
{
    SOAK_TRY(const Json* member, memberOf(object, key, file));
    if (!member->is_string()) {
        return wrong(file, "'" + key + "' is not a text");
    }
    return member->get<std::string>();
}

Result<std::optional<std::string>> optionalText(const Json& object, const std::string& key,
                                                std::string_view file)
{
    SOAK_TRY(const Json* member, memberOf(object, key, file));
    if (member->is_null()) {
        return std::optional<std::string>();
    }
    SOAK_TRY(std::string text, textMember(object, key, file));
    return std::optional(std::move(text));
}

Result<std::uint64_t> countMember(const Json& object, const std::string& key, std::string_view file)
{
    SOAK_TRY(const Json* member, memberOf(object, key, file));
    if (!member->is_number_unsigned()) {
        return wrong(file, "'" + key + "' is not a count");
    }
    return member->get<std::uint64_t>();
}

Result<Sha256> hashMember(const Json& object, const std::string& key, std::string_view file)
{
    SOAK_TRY(const std::string text, textMember(object, key, file));
    const auto hash = parseSha256(text);
    if (!hash || hexText(*hash) != text) {
        return wrong(file, "'" + key + "' is not a SHA-256 of 64 lower-case digits");
    }
    return *hash;
}

} // namespace soak
