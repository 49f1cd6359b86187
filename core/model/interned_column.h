// SPDX-License-Identifier: GPL-3.0-or-later
// A column whose values repeat: each distinct value is stored once, a row holds four bytes.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <limits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace soak
{

// T needs operator== and a free function hashOf(const T&).
template <typename T>
class InternedColumn final
{
public:
    static constexpr std::uint32_t kAbsent = std::numeric_limits<std::uint32_t>::max();

    void reserve(std::size_t rows) { m_ids.reserve(rows); }

    void appendAbsent() { m_ids.push_back(kAbsent); }

    // `id` as returned by `append` or `intern`.
    void appendId(std::uint32_t id) { m_ids.push_back(id); }

    // Copies or moves `value` only when it is new, so that a caller may fill one object again and
    // again.
    std::uint32_t append(const T& value) { return appended(intern(value)); }

    std::uint32_t append(T&& value) { return appended(intern(std::move(value))); }

    std::uint32_t intern(const T& value) { return internAny(value); }

    std::uint32_t intern(T&& value) { return internAny(std::move(value)); }

    [[nodiscard]] std::size_t rowCount() const { return m_ids.size(); }

    [[nodiscard]] std::uint32_t idAt(std::size_t row) const { return m_ids[row]; }

    // nullptr = absent.
    [[nodiscard]] const T* at(std::size_t row) const
    {
        SOAK_ASSERT(row < m_ids.size());
        return m_ids[row] == kAbsent ? nullptr : &m_pool[m_ids[row]];
    }

    [[nodiscard]] const std::vector<T>& distinct() const { return m_pool; }

private:
    std::uint32_t appended(std::uint32_t id)
    {
        m_ids.push_back(id);
        return id;
    }

    template <typename U>
    std::uint32_t internAny(U&& value)
    {
        const std::size_t hash = hashOf(value);
        const auto [begin, end] = m_index.equal_range(hash);
        for (auto it = begin; it != end; ++it) {
            if (m_pool[it->second] == value) {
                return it->second;
            }
        }
        const auto id = static_cast<std::uint32_t>(m_pool.size());
        m_pool.push_back(std::forward<U>(value));
        m_index.emplace(hash, id);
        return id;
    }

    std::vector<T> m_pool;
    std::vector<std::uint32_t> m_ids;
    std::unordered_multimap<std::size_t, std::uint32_t> m_index;
};

} // namespace soak
