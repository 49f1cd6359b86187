// SPDX-License-Identifier: GPL-3.0-or-later
// A TCP port that is listened on.
#pragma once

#include "core/base/descriptor.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace soak
{

struct ListenAddress {
    std::string host = "127.0.0.1"; // an address of this machine, or a name of one
    std::uint16_t port = 0;         // 0: any free one
};

struct ListenSocket {
    Descriptor fd;         // non-blocking
    ListenAddress address; // with the port that was taken
};

// A port that another program listens on is refused, never shared (SO_REUSEADDR without
// SO_REUSEPORT), and one that it just left is taken. Errors: Usage (`host` is no address),
// Environment (port taken, not permitted, not an address of this machine).
Result<ListenSocket> listenOn(const ListenAddress& address);

// Whether only programs of this machine can reach it.
bool isLoopback(const ListenAddress& address);

// "http://127.0.0.1:9477", "http://[::1]:9477".
std::string urlOf(const ListenAddress& address);

} // namespace soak
