// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/listen_socket.h"

#include "core/base/file.h"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <memory>

namespace soak
{
namespace
{

constexpr int kBacklog = 512; // connections that wait to be taken; the kernel may cut it

using AddressList = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

std::string placeOf(const ListenAddress& address)
{
    const bool isV6 = address.host.find(':') != std::string::npos;
    return (isV6 ? "[" + address.host + "]" : address.host) + ":" + std::to_string(address.port);
}

Result<AddressList> addressesOf(const ListenAddress& address)
{
    addrinfo wanted = {};
    wanted.ai_family = AF_UNSPEC;
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    const std::string port = std::to_string(address.port);
    // An empty host would mean every address.
    const int failed = address.host.empty() || address.host.find('\0') != std::string::npos
                           ? EAI_NONAME
                           : ::getaddrinfo(address.host.c_str(), port.c_str(), &wanted, &found);
    if (failed != 0) {
        return Error{Errc::Usage,
                     "'" + address.host + "' is no address: " + ::gai_strerror(failed) +
                         "; give one like 127.0.0.1",
                     "--host"};
    }
    return AddressList(found, &::freeaddrinfo);
}

// Not open, with errno, when it cannot be listened on.
Descriptor listening(const addrinfo& at)
{
    Descriptor fd(::socket(at.ai_family, at.ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const int on = 1;
    const bool isMade =
        fd.isOpen() && ::setsockopt(fd.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
        (at.ai_family != AF_INET6 ||
         ::setsockopt(fd.get(), IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on) == 0) &&
        ::bind(fd.get(), at.ai_addr, at.ai_addrlen) == 0 && ::listen(fd.get(), kBacklog) == 0;
    const int error = errno;
    if (!isMade) {
        fd = Descriptor();
        errno = error;
    }
    return fd;
}

std::uint16_t portOf(int fd)
{
    sockaddr_storage bound = {};
    socklen_t size = sizeof bound;
    std::array<char, NI_MAXSERV> port = {};
    SOAK_ASSERT(::getsockname(fd, reinterpret_cast<sockaddr*>(&bound), &size) == 0);
    SOAK_ASSERT(::getnameinfo(reinterpret_cast<sockaddr*>(&bound), size, nullptr, 0, port.data(),
                              port.size(), NI_NUMERICSERV) == 0);
    return static_cast<std::uint16_t>(std::stoi(port.data()));
}

Error refusal(const ListenAddress& address, int error)
{
    std::string text = "cannot listen: " + errnoText(error);
    if (error == EADDRINUSE) {
        text = "another program listens on this port; choose another by --port, or a free one by "
               "--port 0";
    }
    return {Errc::Environment, text, placeOf(address)};
}

} // namespace

Result<ListenSocket> listenOn(const ListenAddress& address)
{
    SOAK_TRY(const AddressList addresses, addressesOf(address));
    int error = EADDRNOTAVAIL;
    for (const addrinfo* at = addresses.get(); at != nullptr; at = at->ai_next) {
        Descriptor fd = listening(*at);
        error = errno;
        if (fd.isOpen()) {
            ListenSocket socket{std::move(fd), address};
            socket.address.port = portOf(socket.fd.get());
            return socket;
        }
    }
    return refusal(address, error);
}

bool isLoopback(const ListenAddress& address)
{
    return address.host == "localhost" || address.host == "::1" ||
           (address.host.starts_with("127.") &&
            address.host.find_first_not_of("0123456789.") == std::string::npos);
}

std::string urlOf(const ListenAddress& address)
{
    return "http://" + placeOf(address);
}

} // namespace soak
