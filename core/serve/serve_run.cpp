// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/serve_run.h"

#include "core/serve/endpoints.h"
#include "core/serve/http_server.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace soak
{
namespace
{

constexpr Millis kRunLookEvery{250};
// A look at a large folder costs: at most a fifth of the time goes into looking.
constexpr double kRestPerLook = 4;

// The last page, for the thread that answers.
class LastPage final
{
public:
    [[nodiscard]] std::shared_ptr<const MetricsPage> get() const
    {
        const std::lock_guard lock(m_mutex);
        return m_page;
    }

    void set(std::shared_ptr<const MetricsPage> page)
    {
        const std::lock_guard lock(m_mutex);
        m_page = std::move(page);
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const MetricsPage> m_page;
};

// Iterations that land are no news; another run, and whether it can be read, are.
std::string newsOf(const MetricsPage& page)
{
    return page.isReady ? page.runLabel : page.state;
}

void rest(Millis time, const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, time, [] { return false; });
}

} // namespace

Status serveRun(const ServePlan& plan, const Clock& clock, const std::stop_token& stop,
                const ServeListener& listener)
{
    LastPage last;
    SOAK_TRY(const std::unique_ptr<HttpServer> server,
             HttpServer::open(
                 plan.address,
                 [&last](const HttpRequest& request) { return replyTo(request, last.get()); },
                 clock, plan.limits));
    SOAK_CHECK(listener.listening(server->address()));
    RunWatch watch(plan.watch);
    std::string news;
    while (!stop.stop_requested()) {
        const Millis begun = clock.monotonic();
        const auto page = watch.look(clock.wall(), stop);
        if (stop.stop_requested()) {
            break; // a look that was cut short is no news
        }
        last.set(page);
        if (news != newsOf(*page)) {
            news = newsOf(*page);
            listener.changed(*page);
        }
        rest(std::max(kRunLookEvery, kRestPerLook * (clock.monotonic() - begun)), stop);
    }
    return Done{};
}

} // namespace soak
