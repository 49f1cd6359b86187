// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked over HTTP and what is answered, as values.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace soak
{

struct HttpRequest {
    std::string_view method; // "GET"
    std::string_view path;   // "/metrics", without the query
    std::string_view accept; // the header Accept; empty when there is none
};

struct HttpReply {
    unsigned status = 200;
    std::string contentType;
    std::shared_ptr<const std::string> body; // never null
    std::string allow;                       // the header Allow; none when empty
};

// Called on the thread of the server: it must not wait.
using HttpAnswer = std::function<HttpReply(const HttpRequest&)>;

} // namespace soak
