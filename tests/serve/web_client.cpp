// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/serve/web_client.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <array>

namespace soak
{
namespace
{

constexpr time_t kPatienceSeconds = 10;
constexpr std::size_t kStatusAt = 9; // of "HTTP/1.1 200 OK"

} // namespace

WebClient::WebClient(const ListenAddress& address)
    : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in at = {};
    at.sin_family = AF_INET;
    at.sin_port = htons(address.port);
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{.tv_sec = kPatienceSeconds, .tv_usec = 0};
    ::setsockopt(m_fd.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    EXPECT_EQ(::connect(m_fd.get(), reinterpret_cast<sockaddr*>(&at), sizeof at), 0)
        << "no server on port " << address.port;
}

bool WebClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = retryInterrupted(
            [&] { return ::send(m_fd.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL); });
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string WebClient::rest()
{
    std::string text;
    std::array<char, 65536> buffer = {};
    for (;;) {
        const ssize_t got =
            retryInterrupted([&] { return ::recv(m_fd.get(), buffer.data(), buffer.size(), 0); });
        if (got > 0) {
            text.append(buffer.data(), static_cast<std::size_t>(got));
            continue;
        }
        EXPECT_FALSE(got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            << "the server keeps the connection";
        return text;
    }
}

WebAnswer ask(const ListenAddress& address, const std::string& request)
{
    WebClient client(address);
    client.send(request);
    const std::string text = client.rest();
    const auto end = text.find("\r\n\r\n");
    if (end == std::string::npos) {
        return {};
    }
    WebAnswer answer{.status = 0, .headers = text.substr(0, end + 2), .body = text.substr(end + 4)};
    if (text.starts_with("HTTP/1.") && text.size() > kStatusAt) {
        answer.status = std::atoi(text.c_str() + kStatusAt);
    }
    return answer;
}

WebAnswer get(const ListenAddress& address, const std::string& path)
{
    return ask(address, "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
}

} // namespace soak
