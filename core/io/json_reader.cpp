// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json_reader.h"

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/io/json_scan.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace soak
{

namespace
{

using Json = nlohmann::json;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class TreeBuilder final : public nlohmann::json_sax<Json>
{
public:
    TreeBuilder(const JsonScan& scan, FindingSink& sink) : m_scan(scan), m_sink(sink) {}

    void passEntries(std::string_view key, const JsonEntrySink& onEntry)
    {
        m_entriesKey = key;
        m_onEntry = &onEntry;
    }

    [[nodiscard]] const std::string& refusal() const { return m_refusal; }

    [[nodiscard]] std::size_t errorPosition() const { return m_errorPosition; }

    Json takeTree() { return std::move(m_root); }

    bool null() override
    {
        const bool isNonFinite = contains(m_scan.nonFinite, m_nulls++);
        const bool isPut = put(nullptr);
        if (isNonFinite) {
            m_sink.add(FindingKind::NonFiniteNumber, Severity::Warning, path(),
                       "the number is not finite and counts as missing");
        }
        return isPut;
    }

    bool boolean(bool value) override { return put(value); }

    bool number_integer(number_integer_t value) override { return put(value); }

    bool number_unsigned(number_unsigned_t value) override { return put(value); }

    bool number_float(number_float_t value, const string_t&) override { return put(value); }

    bool string(string_t& value) override
    {
        const bool isCut = contains(m_scan.cutStrings, m_strings++);
        const bool isPut = put(std::move(value));
        if (isCut) {
            noteCut();
        }
        return isPut;
    }

    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open(Json::object()); }

    bool key(string_t& value) override
    {
        Level& level = m_levels.back();
        const bool isCut = contains(m_scan.cutStrings, m_strings++);
        level.key = std::move(value);
        if (isCut) {
            noteCut();
        }
        if (level.node->contains(level.key)) {
            m_sink.add(FindingKind::DuplicateKey, Severity::Warning, path(),
                       "the key stands twice; the last value counts");
        }
        return true;
    }

    bool end_object() override
    {
        m_levels.pop_back();
        return m_onEntry == nullptr || passEntry();
    }

    bool start_array(std::size_t) override { return open(Json::array()); }

    bool end_array() override
    {
        m_levels.pop_back();
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override
    {
        m_errorPosition = position;
        return false;
    }

private:
    struct Level {
        Json* node;
        std::string key;
    };

    static bool contains(const std::vector<std::uint64_t>& sorted, std::uint64_t ordinal)
    {
        return !sorted.empty() && std::binary_search(sorted.begin(), sorted.end(), ordinal);
    }

    // Puts `value` where the parser stands and returns whether there was room.
    bool put(Json value)
    {
        if (++m_values > kMaxJsonValues) {
            m_refusal = "more than " + std::to_string(kMaxJsonValues) + " values";
            return false;
        }
        if (m_levels.empty()) {
            m_root = std::move(value);
            m_last = &m_root;
            return true;
        }
        Level& level = m_levels.back();
        if (level.node->is_array()) {
            level.node->push_back(std::move(value));
            m_last = &level.node->back();
        } else {
            m_last = &((*level.node)[level.key] = std::move(value));
        }
        return true;
    }

    bool open(Json container)
    {
        if (m_levels.size() >= kMaxJsonDepth) {
            m_refusal = "nested deeper than " + std::to_string(kMaxJsonDepth) + " levels";
            return false;
        }
        if (!put(std::move(container))) {
            return false;
        }
        m_levels.push_back({m_last, {}});
        return true;
    }

    // Hands on the object that just ended, if it is an entry of the list.
    bool passEntry()
    {
        const bool isTopList = m_levels.size() == 1 && m_levels[0].node->is_array();
        const bool isKeyList = m_levels.size() == 2 && m_levels[0].node->is_object() &&
                               m_levels[0].key == m_entriesKey && m_levels[1].node->is_array();
        if (!isTopList && !isKeyList) {
            return true;
        }
        Json& list = *m_levels.back().node;
        Json entry = std::move(list.back());
        list.erase(list.size() - 1);
        (*m_onEntry)(std::move(entry));
        m_values = 0;
        if (++m_entries > kMaxJsonEntries) {
            m_refusal = "more than " + std::to_string(kMaxJsonEntries) + " entries";
            return false;
        }
        return true;
    }

    void noteCut()
    {
        m_sink.add(FindingKind::StringCut, Severity::Warning, path(),
                   "a string over 1 MiB was cut");
    }

    // "summary.fills", "tuning.reasons[2]": where the parser stands.
    [[nodiscard]] std::string path() const
    {
        constexpr std::size_t kMaxKeyShown = 200;
        std::string text;
        for (const Level& level : m_levels) {
            if (level.node->is_array()) {
                text +=
                    "[" + std::to_string(level.node->empty() ? 0 : level.node->size() - 1) + "]";
            } else {
                text += text.empty() ? "" : ".";
                text += level.key.size() <= kMaxKeyShown ? level.key : std::string("...");
            }
        }
        return text;
    }

    const JsonScan& m_scan;
    FindingSink& m_sink;
    std::string_view m_entriesKey;
    const JsonEntrySink* m_onEntry = nullptr;
    Json m_root;
    Json* m_last = nullptr;
    std::vector<Level> m_levels;
    std::uint64_t m_nulls = 0;
    std::uint64_t m_strings = 0;
    std::size_t m_values = 0;
    std::size_t m_entries = 0;
    std::size_t m_errorPosition = 0;
    std::string m_refusal;
};

std::string notJsonText(std::string_view text, std::size_t position)
{
    if (position > text.size()) { // it read on behind the last byte
        return "not JSON: it ends too early";
    }
    const std::string_view before = text.substr(0, position);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    return "not JSON near line " + std::to_string(line);
}

Result<Json> build(std::string_view text, std::string_view entriesKey, FindingSink& sink,
                   const JsonEntrySink* onEntry)
{
    const auto refuse = [&sink](std::string why) {
        return Error{Errc::BadInput, std::move(why), sink.file()};
    };
    if (text.size() > kMaxFileBytes) {
        return Error{Errc::TooLarge, "larger than 64 MiB", sink.file()};
    }
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    if (trim(text).empty()) {
        return refuse("the file is empty");
    }
    if (!isValidUtf8(text)) {
        return refuse("not UTF-8");
    }
    const JsonScan scan = scanJson(text);
    if (scan.hasNul) {
        return refuse("not JSON: it has NUL bytes");
    }
    const std::string_view clean = scan.rewritten ? std::string_view(*scan.rewritten) : text;
    TreeBuilder builder(scan, sink);
    if (onEntry != nullptr) {
        builder.passEntries(entriesKey, *onEntry);
    }
    if (!Json::sax_parse(clean.begin(), clean.end(), &builder)) {
        return refuse(!builder.refusal().empty() ? builder.refusal()
                                                 : notJsonText(clean, builder.errorPosition()));
    }
    return builder.takeTree();
}

} // namespace

Result<Json> parseJson(std::string_view text, FindingSink& sink)
{
    return build(text, {}, sink, nullptr);
}

Result<Json> parseJsonList(std::string_view text, std::string_view key, FindingSink& sink,
                           const JsonEntrySink& onEntry)
{
    return build(text, key, sink, &onEntry);
}

Json ownJson(std::string_view text)
{
    Json tree = Json::parse(text.begin(), text.end(), nullptr, false);
    SOAK_ASSERT(!tree.is_discarded());
    return tree;
}

} // namespace soak
