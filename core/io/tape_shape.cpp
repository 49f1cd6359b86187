// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tape_shape.h"

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace soak
{

namespace
{

constexpr std::uint64_t kTypeBits = ~Tape::kPayload;
constexpr std::uint64_t kAllBits = ~std::uint64_t{0};

} // namespace

std::optional<nlohmann::json> treeOf(const Tape& tape, std::size_t at)
{
    switch (tape.type(at)) {
    case '{': {
        nlohmann::json object = nlohmann::json::object();
        const bool isWhole = forEachMember(tape, at, [&](std::string_view key, std::size_t value) {
            std::optional<nlohmann::json> member = treeOf(tape, value);
            if (member) {
                object.emplace(std::string(key), std::move(*member));
            }
            return member.has_value();
        });
        return isWhole ? std::optional<nlohmann::json>(std::move(object)) : std::nullopt;
    }
    case '[': {
        nlohmann::json list = nlohmann::json::array();
        for (std::size_t place = at + 1; place + 1 < tape.after(at); place = tape.after(place)) {
            std::optional<nlohmann::json> element = treeOf(tape, place);
            if (!element) {
                return std::nullopt;
            }
            list.push_back(std::move(*element));
        }
        return list;
    }
    case '"':
        return nlohmann::json(tape.text(at));
    case 'd':
        return nlohmann::json(tape.number(at));
    case 'l': {
        // As the other parser does it: unsigned unless there is a sign.
        const std::int64_t value = tape.integer(at);
        return value < 0 ? nlohmann::json(value)
                         : nlohmann::json(static_cast<std::uint64_t>(value));
    }
    case 'u':
        return nlohmann::json(tape.words[at + 1]);
    case 't':
        return nlohmann::json(true);
    case 'f':
        return nlohmann::json(false);
    default:
        return nlohmann::json(nullptr);
    }
}

TapeShape::TapeShape(const Tape& tape, std::size_t at) : m_learnedAt(at)
{
    const std::size_t end = tape.after(at);
    m_words.assign(tape.words + at, tape.words + end);
    m_masks.assign(m_words.size(), kTypeBits);
    std::size_t stringsEnd = 0;
    for (std::size_t place = at; place < end; ++place) {
        if (tape.isNumber(place)) {
            m_masks[place + 1 - at] = kAllBits;
            ++place;
        } else if (tape.isString(place)) {
            if (m_firstString == 0) {
                m_firstString = place - at;
                m_firstStringPlace = tape.stringPlace(place);
            }
            stringsEnd = tape.stringPlace(place) + Tape::kLengthBytes + tape.text(place).size();
        }
    }
    if (m_firstString != 0) {
        const char* const first = reinterpret_cast<const char*>(tape.strings + m_firstStringPlace);
        m_literals.push_back({0, std::string(first, stringsEnd - m_firstStringPlace)});
    }
}

void TapeShape::freeNumber(const Tape& tape, std::size_t place)
{
    SOAK_ASSERT(tape.isNumber(place));
    m_masks[distanceTo(place) + 1] = 0;
    m_free.push_back(distanceTo(place));
}

// Strings stand in the order of the tape, so the one to free is in the last literal that begins
// before it.
void TapeShape::freeString(const Tape& tape, std::size_t place)
{
    const std::size_t begin = tape.stringPlace(place) + Tape::kLengthBytes - m_firstStringPlace;
    const std::size_t end = begin + tape.text(place).size();
    m_free.push_back(distanceTo(place));
    for (std::size_t i = 0; i < m_literals.size(); ++i) {
        const std::size_t offset = m_literals[i].offset;
        if (offset <= begin && end <= offset + m_literals[i].bytes.size()) {
            Literal rest{end, m_literals[i].bytes.substr(end - offset)};
            m_literals[i].bytes.resize(begin - offset);
            m_literals.push_back(std::move(rest));
            return;
        }
    }
}

std::vector<std::size_t> TapeShape::freeDistances() const
{
    std::vector<std::size_t> distances = m_free;
    std::sort(distances.begin(), distances.end());
    return distances;
}

bool TapeShape::matches(const Tape& tape, std::size_t at) const
{
    const std::size_t size = m_words.size();
    if (tape.after(at) - at != size) {
        return false;
    }
    const std::uint64_t* const words = tape.words + at;
    std::uint64_t difference = 0;
    for (std::size_t i = 0; i < size; ++i) {
        difference |= (words[i] ^ m_words[i]) & m_masks[i];
    }
    if (difference != 0) {
        return false;
    }
    if (m_firstString == 0) {
        return true;
    }
    const std::uint8_t* const strings = tape.strings + tape.stringPlace(at + m_firstString);
    for (const Literal& literal : m_literals) {
        if (std::memcmp(strings + literal.offset, literal.bytes.data(), literal.bytes.size()) !=
            0) {
            return false;
        }
    }
    return true;
}

} // namespace soak
