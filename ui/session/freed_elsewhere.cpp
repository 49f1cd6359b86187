// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/freed_elsewhere.h"

namespace soak::ui
{

QThreadPool& freeingPool()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    return pool;
}

} // namespace soak::ui
