// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/endpoints.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace soak
{
namespace
{

std::shared_ptr<const MetricsPage> goodPage()
{
    const GateProfile* mission = findBuiltinGateProfile("mission");
    return std::make_shared<const MetricsPage>(metricsPage(
        judge(std::make_shared<const SoakRun>(aRun().withIterations(8).build()), *mission),
        "0.1.0"));
}

std::shared_ptr<const MetricsPage> badPage()
{
    return std::make_shared<const MetricsPage>(
        failedPage({Errc::NotFound, "no run in it", "some/folder"}));
}

HttpReply asked(std::string_view path, const std::shared_ptr<const MetricsPage>& page,
                std::string_view method = "GET", std::string_view accept = "")
{
    return replyTo({method, path, accept}, page);
}

TEST(Endpoints, AnswerByPathMethodAndState)
{
    const auto good = goodPage();
    const auto bad = badPage();

    const struct {
        const char* method;
        const char* path;
        std::shared_ptr<const MetricsPage> page;
        unsigned status;
        const char* start; // of the body
    } cases[] = {
        {"GET", "/healthz", nullptr, 200, "alive\n"},
        {"GET", "/healthz", bad, 200, "alive\n"},
        {"HEAD", "/healthz", good, 200, "alive\n"},
        {"GET", "/readyz", good, 200, "ready: RUN_"},
        {"GET", "/readyz", bad, 503, "not ready: some/folder: no run in it\n"},
        {"GET", "/readyz", nullptr, 503, "not ready: the run is being read"},
        {"GET", "/metrics", good, 200, "# HELP maker_taker_ratio_hmean "},
        {"HEAD", "/metrics", good, 200, "# HELP maker_taker_ratio_hmean "},
        {"GET", "/metrics", bad, 200, "# HELP warmup_exporter_error "},
        {"GET", "/metrics", nullptr, 503, "not ready"},
        {"GET", "/", good, 404, "there are /metrics"},
        {"GET", "", good, 404, "there are /metrics"},
        {"GET", "/metrics/", good, 404, "there are /metrics"},
        {"GET", "/METRICS", good, 404, "there are /metrics"},
        {"GET", "/../etc/passwd", good, 404, "there are /metrics"},
        {"POST", "/metrics", good, 405, "GET and HEAD only\n"},
        {"DELETE", "/elsewhere", good, 405, "GET and HEAD only\n"},
        {"get", "/metrics", good, 405, "GET and HEAD only\n"},
        {"", "/metrics", good, 405, "GET and HEAD only\n"},
    };

    for (const auto& c : cases) {
        const HttpReply reply = asked(c.path, c.page, c.method);
        EXPECT_EQ(reply.status, c.status) << c.method << " " << c.path;
        EXPECT_TRUE(reply.body->starts_with(c.start)) << *reply.body;
        EXPECT_EQ(reply.allow, c.status == 405 ? "GET, HEAD" : "");
    }
}

TEST(Endpoints, GiveTheFormatThatIsAskedFor)
{
    const auto page = goodPage();
    const HttpReply text = asked("/metrics", page);
    const HttpReply open = asked("/metrics", page, "GET", "application/openmetrics-text");
    EXPECT_EQ(text.body, page->text) << "handed out, not made again";
    EXPECT_EQ(open.body, page->openMetrics);
    EXPECT_EQ(text.contentType, "text/plain; version=0.0.4; charset=utf-8");
    EXPECT_EQ(open.contentType, "application/openmetrics-text; version=1.0.0; charset=utf-8");
}

} // namespace
} // namespace soak
