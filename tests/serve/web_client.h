// SPDX-License-Identifier: GPL-3.0-or-later
// A client that may misbehave: what it sends is a text, sent or not.
#pragma once

#include "core/base/descriptor.h"
#include "core/serve/listen_socket.h"

#include <string>
#include <string_view>

namespace soak
{

// A connection to a server on loopback.
class WebClient final
{
public:
    explicit WebClient(const ListenAddress& address);

    // Whether it could be sent.
    bool send(std::string_view bytes);
    // All that comes until the server closes; at most ten seconds, then the running test fails.
    std::string rest();

private:
    Descriptor m_fd;
};

struct WebAnswer {
    int status = 0;      // 0: there was none
    std::string headers; // with the status line
    std::string body;
};

// One request, answered.
WebAnswer ask(const ListenAddress& address, const std::string& request);
WebAnswer get(const ListenAddress& address, const std::string& path);

} // namespace soak
