// SPDX-License-Identifier: GPL-3.0-or-later
// Names of enumerators in files, both ways, from one table. For .cpp files of this layer.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace soak
{

template <typename E>
struct KeyRow {
    E value;
    std::string_view key;
};

// Aggregates deduce by themselves in GCC; clang 14, which fuzzes and lints, wants to be told.
template <typename E>
KeyRow(E, std::string_view) -> KeyRow<E>;

template <typename E, std::size_t Count>
using KeyTable = std::array<KeyRow<E>, Count>;

// The key of `value`; "" when the table has none.
template <typename E, std::size_t Count>
constexpr std::string_view keyIn(const KeyTable<E, Count>& table, E value)
{
    for (const KeyRow<E>& row : table) {
        if (row.value == value) {
            return row.key;
        }
    }
    return {};
}

template <typename E, std::size_t Count>
constexpr std::optional<E> valueIn(const KeyTable<E, Count>& table, std::string_view key)
{
    for (const KeyRow<E>& row : table) {
        if (row.key == key) {
            return row.value;
        }
    }
    return std::nullopt;
}

} // namespace soak
