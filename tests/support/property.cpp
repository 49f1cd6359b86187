// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/property.h"

#include <rapidcheck/detail/Configuration.h>

#include <cstdlib>

namespace soak
{

std::string replayCommand()
{
    return "RC_PARAMS='" + rc::detail::configToMinimalString(rc::detail::configuration()) + "'";
}

void configureProperties()
{
    setenv("RC_PARAMS", "seed=1", 0);
}

} // namespace soak
