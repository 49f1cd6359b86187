// SPDX-License-Identifier: GPL-3.0-or-later
// What simdjson makes of a text: a flat tape of words (its doc/tape.md). Walking it directly costs
// a fraction of the DOM's iterators, and two texts of one shape compare as arrays. For .cpp files
// of this layer.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace soak
{

struct Tape {
    static constexpr unsigned kTypeShift = 56;
    static constexpr std::uint64_t kPayload = (std::uint64_t{1} << kTypeShift) - 1;
    static constexpr std::uint64_t kIndex =
        0xFFFFFFFF;                                // of a container's payload: one past its end
    static constexpr std::size_t kLengthBytes = 4; // before the bytes of a string

    const std::uint64_t* words = nullptr;
    const std::uint8_t* strings = nullptr;

    [[nodiscard]] char type(std::size_t at) const
    {
        return static_cast<char>(words[at] >> kTypeShift);
    }

    [[nodiscard]] bool isContainer(std::size_t at) const
    {
        return type(at) == '{' || type(at) == '[';
    }

    [[nodiscard]] bool isNumber(std::size_t at) const
    {
        return type(at) == 'd' || type(at) == 'l' || type(at) == 'u';
    }

    [[nodiscard]] bool isString(std::size_t at) const { return type(at) == '"'; }

    // The place after the value at `at`.
    [[nodiscard]] std::size_t after(std::size_t at) const
    {
        if (isContainer(at)) {
            return static_cast<std::size_t>(words[at] & kIndex);
        }
        return isNumber(at) ? at + 2 : at + 1;
    }

    // Where the string at `at` begins in `strings`: its length, then its bytes.
    [[nodiscard]] std::size_t stringPlace(std::size_t at) const
    {
        return static_cast<std::size_t>(words[at] & kPayload);
    }

    [[nodiscard]] std::string_view text(std::size_t at) const
    {
        const std::uint8_t* const place = strings + stringPlace(at);
        std::uint32_t length = 0;
        std::memcpy(&length, place, kLengthBytes);
        return {reinterpret_cast<const char*>(place + kLengthBytes), length};
    }

    [[nodiscard]] std::int64_t integer(std::size_t at) const
    {
        return std::bit_cast<std::int64_t>(words[at + 1]);
    }

    [[nodiscard]] double number(std::size_t at) const
    {
        switch (type(at)) {
        case 'd':
            return std::bit_cast<double>(words[at + 1]);
        case 'l':
            return static_cast<double>(integer(at));
        default:
            return static_cast<double>(words[at + 1]);
        }
    }
};

// Calls visit(key, place of the value) for the members of the object at `at`, until it returns
// false. Returns whether all were visited and the keys stand in ascending order, so that none
// stands twice.
template <typename Visit>
bool forEachMember(const Tape& tape, std::size_t at, const Visit& visit)
{
    const std::size_t end = tape.after(at) - 1;
    std::string_view before;
    for (std::size_t key = at + 1; key < end;) {
        const std::string_view name = tape.text(key);
        if (key != at + 1 && !(before < name)) {
            return false;
        }
        if (!visit(name, key + 1)) {
            return false;
        }
        before = name;
        key = tape.after(key + 1);
    }
    return true;
}

// The value at `at` as a tree. nullopt when keys do not ascend somewhere.
std::optional<nlohmann::json> treeOf(const Tape& tape, std::size_t at);

} // namespace soak
