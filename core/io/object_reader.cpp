// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/object_reader.h"

#include "core/io/json_writer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace soak
{

namespace
{

const nlohmann::json& emptyObject()
{
    static const nlohmann::json kEmpty = nlohmann::json::object();
    return kEmpty;
}

} // namespace

ObjectReader::ObjectReader(const nlohmann::json& object, JsonPath path, FindingSink& sink,
                           Extras* extras)
    : m_object(object.is_object() ? &object : &emptyObject()), m_path(std::move(path)),
      m_sink(&sink), m_extras(extras)
{
}

const nlohmann::json* ObjectReader::find(std::string_view key)
{
    m_known.push_back(key);
    const auto found = m_object->find(key);
    return found == m_object->end() || found->is_null() ? nullptr : &*found;
}

bool ObjectReader::has(std::string_view key)
{
    m_known.push_back(key);
    return m_object->contains(key);
}

std::optional<double> ObjectReader::number(std::string_view key)
{
    const nlohmann::json* value = find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    const std::optional<double> number = numberOf(*value);
    if (!number) {
        wrongType(key, "a number");
    }
    return number;
}

std::optional<std::int64_t> ObjectReader::integer(std::string_view key)
{
    const nlohmann::json* value = find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    const std::optional<std::int64_t> number = integerOf(*value);
    if (!number) {
        wrongType(key, "a whole number");
    }
    return number;
}

std::optional<std::string> ObjectReader::text(std::string_view key)
{
    const nlohmann::json* value = find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_string()) {
        wrongType(key, "a string");
        return std::nullopt;
    }
    return value->get<std::string>();
}

std::optional<bool> ObjectReader::flag(std::string_view key)
{
    const nlohmann::json* value = find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_boolean()) {
        wrongType(key, "true or false");
        return std::nullopt;
    }
    return value->get<bool>();
}

std::vector<std::string> ObjectReader::texts(std::string_view key)
{
    std::vector<std::string> out;
    const nlohmann::json* list = array(key);
    if (list == nullptr) {
        return out;
    }
    for (const nlohmann::json& element : *list) {
        if (element.is_string()) {
            out.push_back(element.get<std::string>());
        } else {
            wrongType(key, "a list of strings");
        }
    }
    return out;
}

const nlohmann::json* ObjectReader::object(std::string_view key)
{
    const nlohmann::json* value = find(key);
    if (value != nullptr && !value->is_object()) {
        wrongType(key, "an object");
        return nullptr;
    }
    return value;
}

const nlohmann::json* ObjectReader::array(std::string_view key)
{
    const nlohmann::json* value = find(key);
    if (value != nullptr && !value->is_array()) {
        wrongType(key, "a list");
        return nullptr;
    }
    return value;
}

ObjectReader ObjectReader::inside(std::string_view key)
{
    const nlohmann::json* member = object(key);
    JsonPath path = m_path;
    path.emplace_back(key);
    return ObjectReader(member == nullptr ? emptyObject() : *member, std::move(path), *m_sink,
                        m_extras);
}

void ObjectReader::wrongType(std::string_view key, std::string_view expected)
{
    const auto found = m_object->find(key);
    const std::string_view actual = found == m_object->end() ? "nothing" : typeText(*found);
    finding(FindingKind::WrongType, Severity::Warning, key,
            "expected " + std::string(expected) + ", found " + std::string(actual) +
                "; counts as missing");
}

void ObjectReader::finding(FindingKind kind, Severity severity, std::string_view key,
                           std::string text)
{
    m_sink->add(kind, severity, fieldText(key), std::move(text));
}

void ObjectReader::finish() const
{
    if (m_extras == nullptr) {
        return;
    }
    for (const auto& [key, value] : m_object->items()) {
        if (std::find(m_known.begin(), m_known.end(), key) == m_known.end()) {
            JsonPath path = m_path;
            path.push_back(key);
            m_extras->emplace(std::move(path), compactText(value));
        }
    }
}

std::string ObjectReader::fieldText(std::string_view key) const
{
    JsonPath path = m_path;
    path.emplace_back(key);
    return pathText(path);
}

std::string_view typeText(const nlohmann::json& value)
{
    switch (value.type()) {
    case nlohmann::json::value_t::object:
        return "an object";
    case nlohmann::json::value_t::array:
        return "a list";
    case nlohmann::json::value_t::string:
        return "a string";
    case nlohmann::json::value_t::boolean:
        return "true or false";
    case nlohmann::json::value_t::number_float:
    case nlohmann::json::value_t::number_integer:
    case nlohmann::json::value_t::number_unsigned:
        return "a number";
    default:
        return "null";
    }
}

std::optional<double> numberOf(const nlohmann::json& value)
{
    return value.is_number() ? std::optional<double>(value.get<double>()) : std::nullopt;
}

std::optional<std::int64_t> integerOf(const nlohmann::json& value)
{
    if (value.is_number_float()) {
        constexpr double kExact = 9007199254740992.0; // 2^53
        const double number = value.get<double>();
        const bool isWhole = number == std::trunc(number) && std::fabs(number) <= kExact;
        return isWhole ? std::optional<std::int64_t>(static_cast<std::int64_t>(number))
                       : std::nullopt;
    }
    if (value.is_number_unsigned() &&
        value.get<std::uint64_t>() >
            static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        return std::nullopt;
    }
    return value.is_number() ? std::optional<std::int64_t>(value.get<std::int64_t>())
                             : std::nullopt;
}

} // namespace soak
