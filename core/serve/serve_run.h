// SPDX-License-Identifier: GPL-3.0-or-later
// The metrics of a run over HTTP, until told to stop.
#pragma once

#include "core/serve/connection_list.h"
#include "core/serve/listen_socket.h"
#include "core/serve/run_watch.h"

#include <functional>
#include <stop_token>

namespace soak
{

struct ServePlan {
    ListenAddress address;
    WatchOptions watch;
    ConnectionLimits limits = {};
};

// What the caller is told, on its own thread.
struct ServeListener {
    // From now on it is answered. An error ends the serving.
    std::function<Status(const ListenAddress&)> listening;
    // A run was read for the first time, another run took its place, or it can no longer be read.
    std::function<void(const MetricsPage&)> changed;
};

// Listens, looks at the run, and looks again several times a second; scrapes get what was made of
// the last look and wait for nothing. Returns when `stop` is requested. Errors: as
// HttpServer::open().
Status serveRun(const ServePlan& plan, const Clock& clock, const std::stop_token& stop,
                const ServeListener& listener);

} // namespace soak
