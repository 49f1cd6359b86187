// SPDX-License-Identifier: GPL-3.0-or-later
// A file descriptor that closes itself. For .cpp files.
#pragma once

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace soak
{

class Descriptor final
{
public:
    Descriptor() = default;

    explicit Descriptor(int fd) : m_fd(fd) {}

    Descriptor(Descriptor&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    ~Descriptor() { close(); }

    [[nodiscard]] int get() const { return m_fd; }

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }

    // The number, which is the caller's to close from now on.
    [[nodiscard]] int release() { return std::exchange(m_fd, -1); }

    // What ::close says; 0 when there was nothing to close.
    int close() { return m_fd < 0 ? 0 : ::close(std::exchange(m_fd, -1)); }

private:
    int m_fd = -1;
};

// Calls again while a signal interrupts: retryInterrupted([&] { return ::read(fd, data, size); }).
template <typename Call>
auto retryInterrupted(Call call)
{
    auto result = call();
    while (result < 0 && errno == EINTR) {
        result = call();
    }
    return result;
}

} // namespace soak
