// SPDX-License-Identifier: GPL-3.0-or-later
// Overrides as JSON text. Written by hand: bytes are hashed, so that every one of them is ours to
// decide (DOMAIN 4.8).
#include "core/base/escape.h"
#include "core/base/text.h"
#include "core/model/overrides.h"

#include <algorithm>
#include <cmath>

namespace soak
{

namespace
{

using Leaves = std::map<JsonPath, std::string>; // sorted as Python sorts keys: UTF-8 keeps the
                                                // order of code points

bool isAtOrBelow(const JsonPath& path, const JsonPath& above)
{
    return above.size() <= path.size() && std::equal(above.begin(), above.end(), path.begin());
}

// Two leaves, one at or below the other, would make text that is no JSON, or two members of one
// name.
bool hasRoomFor(const Leaves& leaves, const JsonPath& path)
{
    for (std::size_t length = 1; length <= path.size(); ++length) {
        const auto end = path.begin() + static_cast<std::ptrdiff_t>(length);
        if (leaves.count(JsonPath(path.begin(), end)) != 0) {
            return false;
        }
    }
    const auto next = leaves.lower_bound(path);
    return !path.empty() && (next == leaves.end() || !isAtOrBelow(next->first, path));
}

Leaves leavesOf(const Overrides& overrides, const ParameterRegistry& registry, OverridesForm form)
{
    Leaves leaves;
    for (const auto& [name, value] : overrides.values) {
        const ParameterSpec* spec = registry.find(name);
        const bool isNested = form == OverridesForm::Nested && spec != nullptr;
        leaves.emplace(isNested ? spec->canonicalPath : JsonPath{name},
                       valueText(spec, value.amount));
    }
    for (const auto& [path, text] : overrides.extras) {
        if (hasRoomFor(leaves, path)) {
            leaves.emplace(path, text);
        }
    }
    return leaves;
}

// How many parts both paths share, as objects: the last part of each is a member.
std::size_t sharedDepth(const JsonPath& a, const JsonPath& b)
{
    const auto most = std::min(a.size(), b.size()) - 1;
    std::size_t depth = 0;
    while (depth < most && a[depth] == b[depth]) {
        ++depth;
    }
    return depth;
}

std::string textOf(const Leaves& leaves)
{
    std::string out = "{";
    const JsonPath root(1);
    const JsonPath* before = &root;
    for (const auto& [path, text] : leaves) {
        const std::size_t shared = sharedDepth(*before, path);
        out.append(before->size() - 1 - shared, '}');
        if (before != &root) {
            out += ',';
        }
        for (std::size_t depth = shared; depth + 1 < path.size(); ++depth) {
            out += jsonQuoted(path[depth]) + ":{";
        }
        out += jsonQuoted(path.back()) + ":" + text;
        before = &path;
    }
    out.append(before->size(), '}');
    return out;
}

// Compact JSON spread over lines, as Python's json.dumps(indent=2) does.
class Indenter final
{
public:
    Indenter(std::string_view compact, int startIndent) : m_text(compact), m_indent(startIndent) {}

    std::string run() &&
    {
        while (m_at < m_text.size()) {
            step();
        }
        return std::move(m_out);
    }

private:
    static constexpr int kIndent = 2;

    void step()
    {
        const char c = m_text[m_at++];
        const bool isClosing = c == '}' || c == ']';
        if (isClosing) {
            m_indent -= kIndent;
            newLine();
        }
        m_out += c;
        if (c == '"') {
            copyString();
        } else if ((c == '{' || c == '[') && isEmptyContainer()) {
            m_out += m_text[m_at++];
        } else if (c == '{' || c == '[') {
            m_indent += kIndent;
            newLine();
        } else if (c == ',') {
            newLine();
        } else if (c == ':') {
            m_out += ' ';
        }
    }

    [[nodiscard]] bool isEmptyContainer() const
    {
        return m_at < m_text.size() && (m_text[m_at] == '}' || m_text[m_at] == ']');
    }

    void copyString()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            m_out += c;
            if (c == '"') {
                return;
            }
            if (c == '\\' && m_at < m_text.size()) {
                m_out += m_text[m_at++];
            }
        }
    }

    void newLine()
    {
        m_out += '\n';
        m_out.append(static_cast<std::size_t>(std::max(m_indent, 0)), ' ');
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_indent;
    std::string m_out;
};

// Above it doubles are apart by more than one: the short form says as much.
constexpr double kMostPlainInteger = 1e15;

} // namespace

std::string valueText(const ParameterSpec* spec, double amount)
{
    const double value = amount + 0.0; // -0.0 is 0
    const bool isPlainInteger = spec != nullptr && spec->isInteger && std::trunc(value) == value &&
                                std::abs(value) < kMostPlainInteger;
    return isPlainInteger ? fixedText(value, 0) : jsonNumber(value);
}

std::string compactJson(const Overrides& overrides, const ParameterRegistry& registry,
                        OverridesForm form)
{
    return textOf(leavesOf(overrides, registry, form));
}

std::string indentedJson(const Overrides& overrides, const ParameterRegistry& registry,
                         OverridesForm form, int startIndent)
{
    const std::string text = Indenter(compactJson(overrides, registry, form), startIndent).run();
    return startIndent == 0 ? text + "\n" : text;
}

} // namespace soak
