// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stalls/event_wait.h"

#include <QEventLoop>
#include <QTimer>

namespace soak::ui
{
namespace
{

constexpr int kLookEveryMs = 10;

} // namespace

bool waitInLoop(const std::function<bool()>& isSo, int mostMs)
{
    if (isSo()) {
        return true;
    }
    bool wasSo = false; // it may be no more when the loop has ended
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        wasSo = isSo();
        if (wasSo) {
            loop.quit();
        }
    });
    look.start(kLookEveryMs);
    QTimer::singleShot(mostMs, &loop, &QEventLoop::quit);
    loop.exec();
    return wasSo;
}

} // namespace soak::ui
