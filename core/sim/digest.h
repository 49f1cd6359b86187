// SPDX-License-Identifier: GPL-3.0-or-later
// FNV-1a over what happened: two runs with the same digest are the same run (SIMULATOR 8).
#pragma once

#include <cstdint>

namespace soak
{

class RunDigest final
{
public:
    // Eight bytes, the lowest first, whatever the machine's order.
    void add(std::int64_t value)
    {
        auto bits = static_cast<std::uint64_t>(value);
        for (int byte = 0; byte < 8; ++byte) {
            m_state = (m_state ^ (bits & 0xFFU)) * 0x100000001B3ULL;
            bits >>= 8U;
        }
    }

    [[nodiscard]] std::uint64_t value() const { return m_state; }

private:
    std::uint64_t m_state = 0xCBF29CE484222325ULL;
};

} // namespace soak
