// SPDX-License-Identifier: GPL-3.0-or-later
// A small HTTP server for scrapes. One thread serves every connection without waiting for any, a
// connection carries one request, and none lives long: clients that are slow, broken or many cost a
// descriptor each and no scrape (docs/metrics.md).
#pragma once

#include "core/base/clock.h"
#include "core/serve/connection_list.h"
#include "core/serve/http_message.h"
#include "core/serve/listen_socket.h"

#include <memory>

namespace soak
{

class HttpServer final
{
public:
    // Answers on threads of its own until it is destroyed. `clock` must outlive it. Errors: as
    // listenOn(); Environment (no thread, no descriptors).
    static Result<std::unique_ptr<HttpServer>> open(const ListenAddress& address, HttpAnswer answer,
                                                    const Clock& clock,
                                                    ConnectionLimits limits = {});
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    // With the port that was taken.
    [[nodiscard]] const ListenAddress& address() const;

private:
    struct State;
    explicit HttpServer(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace soak
