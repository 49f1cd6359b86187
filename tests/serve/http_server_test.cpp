// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/http_server.h"
#include "tests/serve/web_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace soak
{
namespace
{

using testing::HasSubstr;
using testing::Not;

constexpr ListenAddress anyPort()
{
    return {};
}

// Moved by the test, read by the threads of the server.
class TestClock final : public Clock
{
public:
    [[nodiscard]] Millis monotonic() const override { return Millis{m_ms.load()}; }

    [[nodiscard]] EpochMs wall() const override { return 0; }

    void advance(double ms) { m_ms = m_ms + ms; }

private:
    std::atomic<double> m_ms{0};
};

HttpReply echo(const HttpRequest& request)
{
    if (request.path == "/throw") {
        throw std::runtime_error("a bug");
    }
    const std::string body = std::string(request.method) + " " + std::string(request.path) + " " +
                             std::string(request.accept) + "\n";
    return {.status = 200,
            .contentType = "text/plain",
            .body = std::make_shared<const std::string>(body),
            .allow = {}};
}

class HttpServerTest : public testing::Test
{
protected:
    void open(ConnectionLimits limits = {})
    {
        auto server = HttpServer::open(anyPort(), echo, m_clock, limits);
        ASSERT_TRUE(server) << describe(server.error());
        m_server = std::move(*server);
    }

    [[nodiscard]] const ListenAddress& at() const { return m_server->address(); }

    TestClock m_clock;
    std::unique_ptr<HttpServer> m_server;
};

TEST_F(HttpServerTest, AnswersOneRequestAndCloses)
{
    open();
    const WebAnswer answer =
        ask(at(), "GET /a%20b?c=d HTTP/1.1\r\nHost: x\r\nAccept: text/plain\r\n\r\n");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "GET /a b text/plain\n");
    EXPECT_THAT(answer.headers, HasSubstr("Content-Type: text/plain\r\n"));
    EXPECT_THAT(answer.headers, HasSubstr("Content-Length: 20\r\n"));
    EXPECT_THAT(answer.headers, HasSubstr("Connection: close\r\n"));
    EXPECT_THAT(answer.headers, Not(HasSubstr("Allow")));
}

TEST_F(HttpServerTest, HeadHasTheHeadersAndNoBody)
{
    open();
    const WebAnswer answer = ask(at(), "HEAD /x HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.headers, HasSubstr("Content-Length: 9\r\n")); // of "HEAD /x \n"
    EXPECT_EQ(answer.body, "");
}

TEST_F(HttpServerTest, RefusesWhatIsNoRequestOrTooLong)
{
    open();
    const std::string long16k(16 * 1024, 'x');

    const struct {
        std::string request;
        int status; // 0: closed without an answer
    } cases[] = {
        {"GET /" + long16k + " HTTP/1.1\r\nHost: x\r\n\r\n", 414},
        {"GET / HTTP/1.1\r\nHost: x\r\nX: " + long16k + "\r\n\r\n", 431},
        {"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n", 413},
    };

    for (const auto& c : cases) {
        EXPECT_EQ(ask(at(), c.request).status, c.status) << c.request.substr(0, 60);
    }
    EXPECT_EQ(get(at(), "/after").status, 200);
}

// The body is not waited for: the answer to a GET does not depend on it.
TEST_F(HttpServerTest, AnswersBeforeABodyHasCome)
{
    open();
    const WebAnswer answer =
        ask(at(), "GET /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\nfirst bytes");
    EXPECT_EQ(answer.status, 200);
}

TEST_F(HttpServerTest, ABugInTheAnswerCostsOneConnection)
{
    open();
    EXPECT_EQ(get(at(), "/throw").status, 0);
    EXPECT_EQ(get(at(), "/after").status, 200);
}

TEST_F(HttpServerTest, ACrowdOfSlowClientsKeepsNobodyOut)
{
    open({.most = 8, .longest = Millis{15000}});
    std::vector<std::unique_ptr<WebClient>> crowd;
    for (int i = 0; i < 40; ++i) {
        crowd.push_back(std::make_unique<WebClient>(at()));
        EXPECT_TRUE(crowd.back()->send("GET /slow HTTP/1.1\r\nX-Part"));
    }
    EXPECT_EQ(get(at(), "/scrape").body, "GET /scrape \n");
    EXPECT_EQ(crowd.front()->rest(), "") << "the oldest made room";
    EXPECT_TRUE(crowd.back()->send("ial: 1\r\nHost: x\r\n\r\n"));
    EXPECT_THAT(crowd.back()->rest(), HasSubstr("GET /slow ")) << "the newest did not";
}

TEST_F(HttpServerTest, AConnectionThatDripsIsCutWhenItsTimeIsUp)
{
    open({.most = 8, .longest = Millis{15000}});
    WebClient dripping(at());
    EXPECT_TRUE(dripping.send("GET / HTTP/1.1\r\n"));
    EXPECT_EQ(get(at(), "/x").status, 200); // the first one was taken by now
    m_clock.advance(15000);
    EXPECT_EQ(dripping.rest(), "");
}

TEST_F(HttpServerTest, ASecondServerOnThePortIsRefused)
{
    open();
    const auto second = HttpServer::open(at(), echo, m_clock);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, Errc::Environment);
    EXPECT_EQ(get(at(), "/x").status, 200);
}

TEST_F(HttpServerTest, EndsWhileClientsHang)
{
    open();
    WebClient hanging(at());
    EXPECT_TRUE(hanging.send("GET / HT"));
    EXPECT_EQ(get(at(), "/x").status, 200);
    m_server.reset();
    EXPECT_EQ(hanging.rest(), "");
}

} // namespace
} // namespace soak
