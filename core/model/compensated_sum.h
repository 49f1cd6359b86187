// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace soak
{

// Neumaier's sum: to about twice the precision of a double.
class CompensatedSum final
{
public:
    void add(double value)
    {
        const double next = m_high + value;
        m_low +=
            std::abs(m_high) >= std::abs(value) ? (m_high - next) + value : (value - next) + m_high;
        m_high = next;
    }

    [[nodiscard]] double total() const { return m_high + m_low; }

    // The two parts of which the total is rounded.
    [[nodiscard]] double high() const { return m_high; }

    [[nodiscard]] double low() const { return m_low; }

private:
    double m_high = 0;
    double m_low = 0;
};

} // namespace soak
