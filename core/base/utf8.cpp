// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"

#include "core/base/result.h"

namespace soak
{

namespace
{

struct Lead {
    int following = 0; // bytes after the first
    char32_t bits = 0;
    unsigned low =
        0x80; // range of the second byte: this is where overlong forms and surrogates are refused
    unsigned high = 0xBF;
};

std::optional<Lead> leadOf(unsigned byte)
{
    if (byte >= 0xC2 && byte <= 0xDF) {
        return Lead{.following = 1, .bits = byte & 0x1FU};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        return Lead{.following = 2,
                    .bits = byte & 0x0FU,
                    .low = byte == 0xE0 ? 0xA0U : 0x80U,
                    .high = byte == 0xED ? 0x9FU : 0xBFU};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        return Lead{.following = 3,
                    .bits = byte & 0x07U,
                    .low = byte == 0xF0 ? 0x90U : 0x80U,
                    .high = byte == 0xF4 ? 0x8FU : 0xBFU};
    }
    return std::nullopt;
}

} // namespace

std::optional<char32_t> nextCharacter(std::string_view bytes, std::size_t& at)
{
    SOAK_ASSERT(at < bytes.size());
    const unsigned first = static_cast<unsigned char>(bytes[at++]);
    if (first < 0x80) {
        return static_cast<char32_t>(first);
    }
    const std::optional<Lead> lead = leadOf(first);
    if (!lead) {
        return std::nullopt;
    }
    char32_t character = lead->bits;
    unsigned low = lead->low;
    unsigned high = lead->high;
    for (int i = 0; i < lead->following; ++i) {
        if (at >= bytes.size()) {
            return std::nullopt;
        }
        const unsigned next = static_cast<unsigned char>(bytes[at]);
        if (next < low || next > high) {
            return std::nullopt;
        }
        ++at;
        character = (character << 6U) | (next & 0x3FU);
        low = 0x80;
        high = 0xBF;
    }
    return character;
}

void appendUtf8(std::string& out, char32_t character)
{
    const auto put = [&out](char32_t byte) {
        out.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
    };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xC0U | (character >> 6U));
        put(0x80U | (character & 0x3FU));
    } else if (character < 0x10000) {
        put(0xE0U | (character >> 12U));
        put(0x80U | ((character >> 6U) & 0x3FU));
        put(0x80U | (character & 0x3FU));
    } else {
        put(0xF0U | (character >> 18U));
        put(0x80U | ((character >> 12U) & 0x3FU));
        put(0x80U | ((character >> 6U) & 0x3FU));
        put(0x80U | (character & 0x3FU));
    }
}

std::string repairUtf8(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        appendUtf8(out, nextCharacter(bytes, at).value_or(kReplacement));
    }
    return out;
}

} // namespace soak
