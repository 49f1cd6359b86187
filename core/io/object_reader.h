// SPDX-License-Identifier: GPL-3.0-or-later
// Typed access to the members of a JSON object: a member of the wrong type is missing, with a
// finding; members that nobody asked for are extras. For .cpp files of this layer.
#pragma once

#include "core/io/finding_sink.h"
#include "core/model/parameter.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

class ObjectReader final
{
public:
    using Extras = std::map<JsonPath, std::string>;

    // `object` outlives the reader; anything but an object is read as one without members. `path`:
    // where it stands in the file. `extras`: where finish() puts what nobody asked for; nullptr =
    // nowhere.
    ObjectReader(const nlohmann::json& object, JsonPath path, FindingSink& sink,
                 Extras* extras = nullptr);

    // All of these: null counts as absent, the key counts as asked for, and must outlive the
    // reader.
    const nlohmann::json* find(std::string_view key);
    std::optional<double> number(std::string_view key);
    std::optional<std::int64_t> integer(std::string_view key);
    std::optional<std::string> text(std::string_view key);
    std::optional<bool> flag(std::string_view key);
    std::vector<std::string>
    texts(std::string_view key); // other elements are left out, with a finding
    const nlohmann::json* object(std::string_view key);
    const nlohmann::json* array(std::string_view key);
    bool has(std::string_view key); // null counts as present

    // A reader of the member, which may be absent.
    ObjectReader inside(std::string_view key);

    void wrongType(std::string_view key, std::string_view expected);
    void finding(FindingKind kind, Severity severity, std::string_view key, std::string text);

    // Call last: the members that nobody asked for are extras.
    void finish() const;

    [[nodiscard]] const nlohmann::json& json() const { return *m_object; }

    [[nodiscard]] FindingSink& sink() const { return *m_sink; }

    [[nodiscard]] const JsonPath& path() const { return m_path; }

private:
    [[nodiscard]] std::string fieldText(std::string_view key) const;

    const nlohmann::json* m_object;
    JsonPath m_path;
    FindingSink* m_sink;
    Extras* m_extras;
    std::vector<std::string_view> m_known;
};

// "a number", "a string", "null" ...: what a finding calls a value.
std::string_view typeText(const nlohmann::json& value);

// The value of a JSON number, nullopt for everything else.
std::optional<double> numberOf(const nlohmann::json& value);
// The value of a JSON number without fraction that an int64 holds.
std::optional<std::int64_t> integerOf(const nlohmann::json& value);

} // namespace soak
