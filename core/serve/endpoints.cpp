// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/endpoints.h"

#include "core/serve/accepted_format.h"

namespace soak
{
namespace
{

constexpr unsigned kOk = 200;
constexpr unsigned kNotFound = 404;
constexpr unsigned kMethodNotAllowed = 405;
constexpr unsigned kUnavailable = 503;

HttpReply plain(unsigned status, std::string line)
{
    line += '\n';
    return {.status = status,
            .contentType = "text/plain; charset=utf-8",
            .body = std::make_shared<const std::string>(std::move(line)),
            .allow = {}};
}

HttpReply metrics(std::string_view accept, const MetricsPage& page)
{
    const ExpositionFormat format = acceptedFormat(accept);
    return {.status = kOk,
            .contentType = std::string(contentTypeOf(format)),
            .body = format == ExpositionFormat::OpenMetrics ? page.openMetrics : page.text,
            .allow = {}};
}

} // namespace

HttpReply replyTo(const HttpRequest& request, const std::shared_ptr<const MetricsPage>& page)
{
    if (request.method != "GET" && request.method != "HEAD") {
        HttpReply reply = plain(kMethodNotAllowed, "GET and HEAD only");
        reply.allow = "GET, HEAD";
        return reply;
    }
    if (request.path == "/healthz") {
        return plain(kOk, "alive");
    }
    if (request.path != "/metrics" && request.path != "/readyz") {
        return plain(kNotFound, "there are /metrics, /healthz and /readyz");
    }
    if (page == nullptr) {
        return plain(kUnavailable, "not ready: the run is being read for the first time");
    }
    if (request.path == "/metrics") {
        return metrics(request.accept, *page);
    }
    return page->isReady ? plain(kOk, "ready: " + page->state)
                         : plain(kUnavailable, "not ready: " + page->state);
}

} // namespace soak
