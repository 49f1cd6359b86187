// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes of whole values, for interning. Equal values have equal hashes; nothing is written with
// them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace soak
{

class HashMix final
{
public:
    void add(std::string_view text) { mix(std::hash<std::string_view>{}(text)); }

    // 0.0 and -0.0 are equal, so they hash alike.
    void add(double number) { mix(std::hash<double>{}(number + 0.0)); }

    template <typename T>
    requires std::is_integral_v<T> || std::is_enum_v<T>

    void add(T number) { mix(static_cast<std::size_t>(number)); }

    template <typename T>
    void add(const std::optional<T>& value)
    {
        add(value.has_value());
        if (value) {
            add(*value);
        }
    }

    template <typename T>
    void add(const std::vector<T>& values)
    {
        add(values.size());
        for (const T& value : values) {
            add(value);
        }
    }

    template <typename K, typename V, typename L, typename A>
    void add(const std::map<K, V, L, A>& values)
    {
        add(values.size());
        for (const auto& [key, value] : values) {
            add(key);
            add(value);
        }
    }

    template <typename First, typename... Rest>
    void addAll(const First& first, const Rest&... rest)
    {
        add(first);
        (add(rest), ...);
    }

    [[nodiscard]] std::size_t value() const { return m_state; }

private:
    void mix(std::size_t part)
    {
        std::uint64_t x =
            m_state ^ (part + 0x9e3779b97f4a7c15ULL + (m_state << 6) + (m_state >> 2));
        x *= 0xff51afd7ed558ccdULL;
        m_state = static_cast<std::size_t>(x ^ (x >> 33));
    }

    std::size_t m_state = 0;
};

} // namespace soak
