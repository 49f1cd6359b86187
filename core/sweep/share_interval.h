// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace soak
{

struct ShareInterval {
    double share = 0;
    double low = 0;
    double high = 0;
};

// Wilson's interval of a share at 95 %; `count` of `all`, `all` > 0 (asserted). Source: Wilson
// 1927.
ShareInterval wilsonInterval(std::int64_t count, std::int64_t all);

} // namespace soak
