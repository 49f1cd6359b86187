// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json_writer.h"

#include "core/base/escape.h"
#include "core/base/result.h"
#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr int kOneLine = -1;
constexpr int kIndentStep = 2;

void write(std::string& out, const Json& node, int indent);

void breakLine(std::string& out, int indent)
{
    if (indent != kOneLine) {
        out += '\n';
        out.append(static_cast<std::size_t>(indent), ' ');
    }
}

void writeMembers(std::string& out, const Json& node, int indent)
{
    const bool isObject = node.is_object();
    const int inner = indent == kOneLine ? kOneLine : indent + kIndentStep;
    out += isObject ? '{' : '[';
    bool isFirst = true;
    for (auto it = node.begin(); it != node.end(); ++it) {
        if (!isFirst) {
            out += ',';
        }
        isFirst = false;
        breakLine(out, inner);
        if (isObject) {
            out += jsonQuoted(it.key());
            out += indent == kOneLine ? ":" : ": ";
        }
        write(out, *it, inner);
    }
    if (!isFirst) {
        breakLine(out, indent);
    }
    out += isObject ? '}' : ']';
}

void write(std::string& out, const Json& node, int indent)
{
    switch (node.type()) {
    case Json::value_t::object:
    case Json::value_t::array:
        writeMembers(out, node, indent);
        return;
    case Json::value_t::string:
        out += jsonQuoted(node.get_ref<const std::string&>());
        return;
    case Json::value_t::boolean:
        out += node.get<bool>() ? "true" : "false";
        return;
    case Json::value_t::number_integer:
        out += std::to_string(node.get<std::int64_t>());
        return;
    case Json::value_t::number_unsigned:
        out += std::to_string(node.get<std::uint64_t>());
        return;
    case Json::value_t::number_float:
        out += jsonNumber(node.get<double>());
        return;
    case Json::value_t::null:
    case Json::value_t::binary:
    case Json::value_t::discarded:
        out += "null";
        return;
    }
}

void insertExtra(Json& tree, const JsonPath& path, const std::string& text)
{
    Json* node = &tree;
    for (const std::string& part : path) {
        if (node->is_null()) {
            *node = Json::object();
        }
        if (!node->is_object()) {
            return;
        }
        node = &(*node)[part];
    }
    if (node->is_null()) {
        *node = Json::parse(text, nullptr, false);
        SOAK_ASSERT(!node->is_discarded());
    }
}

} // namespace

std::string compactText(const Json& tree)
{
    std::string out;
    write(out, tree, kOneLine);
    return out;
}

std::string indentedText(const Json& tree, int startIndent)
{
    std::string out;
    write(out, tree, startIndent);
    return out;
}

std::string fileText(const Json& tree)
{
    return indentedText(tree) + '\n';
}

Json amountJson(double amount)
{
    constexpr double kExact = 9007199254740992.0; // 2^53
    SOAK_ASSERT(std::isfinite(amount));
    if (amount == std::trunc(amount) && std::fabs(amount) <= kExact) {
        return static_cast<std::int64_t>(amount);
    }
    return amount;
}

void insertExtras(Json& tree, const std::map<JsonPath, std::string>& extras)
{
    for (const auto& [path, text] : extras) {
        insertExtra(tree, path, text);
    }
}

} // namespace soak
