// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/folder_watch.h"

#include "core/base/clock.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>

#include <algorithm>
#include <array>

namespace soak
{

namespace
{

namespace fs = std::filesystem;

constexpr std::uint32_t kEvents = IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM |
                                  IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB |
                                  IN_ONLYDIR;
constexpr Millis kLongest{60000};

} // namespace

FolderWatch::FolderWatch() : m_notify(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

bool FolderWatch::arm(const fs::path& folder)
{
    std::error_code error;
    fs::path nearest = fs::absolute(folder, error);
    while (!fs::is_directory(nearest, error) && nearest.has_relative_path()) {
        nearest = nearest.parent_path();
    }
    // Of a folder that is watched already this gives the same number, of another one of that name
    // a new one.
    const int watch = ::inotify_add_watch(m_notify.get(), nearest.c_str(), kEvents);
    if (watch == m_watch && nearest == m_armed) {
        return false;
    }
    if (m_watch >= 0 && m_watch != watch) {
        ::inotify_rm_watch(m_notify.get(), m_watch); // gone already with a folder that was removed
    }
    m_watch = watch;
    m_armed = std::move(nearest);
    return watch >= 0;
}

void FolderWatch::drain()
{
    constexpr std::size_t kBytes = 16384;
    alignas(inotify_event) std::array<char, kBytes> events; // NOLINT: read() fills it
    while (retryInterrupted([&] { return ::read(m_notify.get(), events.data(), events.size()); }) >
           0) {
    }
}

FolderWatch::Sign FolderWatch::waitOnce(Millis atMost, int stopEvent)
{
    std::array<pollfd, 2> polled{pollfd{stopEvent, POLLIN, 0},
                                 pollfd{m_notify.get(), POLLIN, 0}}; // a negative one is left out
    const Millis left = std::clamp(atMost, Millis{0}, kLongest);
    const int count = ::poll(polled.data(), polled.size(), static_cast<int>(left.count()) + 1);
    if (count > 0 && polled[0].revents != 0) {
        return Sign::Stop;
    }
    return count > 0 && polled[1].revents != 0 ? Sign::Change : Sign::None;
}

bool FolderWatch::wait(const fs::path& folder, Millis atMost, Millis gather,
                       const std::stop_token& stop)
{
    if (m_notify.isOpen() && arm(folder)) {
        drain();
        return true;
    }
    const Descriptor stopEvent(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    const std::stop_callback wake(stop, [event = stopEvent.get()] { ::eventfd_write(event, 1); });
    const SystemClock clock;
    const Millis started = clock.monotonic();
    Sign sign = Sign::None;
    for (Millis left = atMost; sign == Sign::None && left > Millis{0};
         left = atMost - (clock.monotonic() - started)) {
        sign = waitOnce(left, stopEvent.get());
    }
    if (sign != Sign::Change) {
        return false;
    }
    const Millis seen = clock.monotonic();
    for (Millis left = gather; sign == Sign::Change && left > Millis{0};
         left = gather - (clock.monotonic() - seen)) {
        drain();
        sign = waitOnce(left, stopEvent.get()) == Sign::Stop ? Sign::Stop : Sign::Change;
    }
    drain();
    return true;
}

} // namespace soak
