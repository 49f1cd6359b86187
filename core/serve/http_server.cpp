// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/http_server.h"

#include <microhttpd.h>
#include <sys/socket.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace soak
{
namespace
{

// Of the library: it takes no connection beyond these. More than ConnectionLimits::most, so that
// what was cut and is not closed yet keeps nobody out.
constexpr unsigned kSpareConnections = 128;
constexpr unsigned kIdleSeconds = 5;
constexpr std::size_t kRequestBytes = 16 * 1024; // request line, headers and answer's headers
constexpr std::chrono::milliseconds kLookEvery{250};

// The connections, from the server's thread and from the one that looks at their age. A number is
// shut down under the lock only, and the library closes it after `leave`: it is never another's.
class Connections final
{
public:
    Connections(ConnectionLimits limits, const Clock& clock) : m_list(limits), m_clock(clock) {}

    void enter(int fd)
    {
        const std::lock_guard lock(m_mutex);
        if (const std::optional<int> oldest = m_list.enter(fd, m_clock.monotonic())) {
            cut(*oldest);
        }
    }

    void leave(int fd)
    {
        const std::lock_guard lock(m_mutex);
        m_list.leave(fd);
    }

    void cutOverdue()
    {
        const std::lock_guard lock(m_mutex);
        for (const int fd : m_list.overdue(m_clock.monotonic())) {
            cut(fd);
        }
    }

private:
    // The library sees the end of the connection and closes it.
    static void cut(int fd) { static_cast<void>(::shutdown(fd, SHUT_RDWR)); }

    std::mutex m_mutex;
    ConnectionList m_list;
    const Clock& m_clock;
};

using Body = std::shared_ptr<const std::string>;

void dropBody(void* body)
{
    delete static_cast<Body*>(body);
}

using ResponsePointer = std::unique_ptr<MHD_Response, decltype(&::MHD_destroy_response)>;

// The body is shared with other answers, not copied.
ResponsePointer responseOf(const HttpReply& reply)
{
    auto body = std::make_unique<Body>(reply.body);
    const std::string& bytes = **body;
    // The library takes a pointer to what it only reads.
    void* data = const_cast<char*>(bytes.data());
    ResponsePointer response(MHD_create_response_from_buffer_with_free_callback_cls(
                                 bytes.size(), data, dropBody, body.get()),
                             &::MHD_destroy_response);
    if (response == nullptr) {
        return response;
    }
    static_cast<void>(body.release()); // dropBody has it
    const auto header = [&response](const char* name, const std::string& value) {
        return value.empty() ||
               MHD_add_response_header(response.get(), name, value.c_str()) == MHD_YES;
    };
    const bool isWhole = header(MHD_HTTP_HEADER_CONTENT_TYPE, reply.contentType) &&
                         header(MHD_HTTP_HEADER_ALLOW, reply.allow) &&
                         header(MHD_HTTP_HEADER_CACHE_CONTROL, "no-store") &&
                         header("X-Content-Type-Options", "nosniff") &&
                         header(MHD_HTTP_HEADER_CONNECTION, "close");
    if (!isWhole) {
        response.reset();
    }
    return response;
}

} // namespace

struct HttpServer::State {
    State(HttpAnswer answering, const Clock& clock, ConnectionLimits limits)
        : answer(std::move(answering)), connections(limits, clock)
    {
    }

    HttpAnswer answer;
    Connections connections;
    ListenAddress address;
    MHD_Daemon* daemon = nullptr;
    std::jthread ageing; // the first member to go
};

namespace
{

// Called by the library: no exception may pass through it.
template <typename State>
MHD_Result answerRequest(void* closure, MHD_Connection* connection, const char* url,
                         const char* method, const char* /*version*/, const char* /*upload*/,
                         std::size_t* /*uploadSize*/, void** /*request*/)
{
    try {
        const auto* state = static_cast<const State*>(closure);
        const char* accept =
            MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_ACCEPT);
        const HttpReply reply = state->answer({.method = method == nullptr ? "" : method,
                                               .path = url == nullptr ? "" : url,
                                               .accept = accept == nullptr ? "" : accept});
        const ResponsePointer response = responseOf(reply);
        return response == nullptr ? MHD_NO
                                   : MHD_queue_response(connection, reply.status, response.get());
    } catch (...) {
        return MHD_NO; // closes this connection
    }
}

template <typename State>
void followConnection(void* closure, MHD_Connection* connection, void** /*context*/,
                      MHD_ConnectionNotificationCode code)
{
    const MHD_ConnectionInfo* info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (info == nullptr) {
        return;
    }
    auto* state = static_cast<State*>(closure);
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        state->connections.enter(info->connect_fd);
    } else {
        state->connections.leave(info->connect_fd);
    }
}

void watchAges(const std::stop_token& stop, Connections& connections)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        wake.wait_for(lock, stop, kLookEvery, [] { return false; });
        connections.cutOverdue();
    }
}

} // namespace

Result<std::unique_ptr<HttpServer>> HttpServer::open(const ListenAddress& address,
                                                     HttpAnswer answer, const Clock& clock,
                                                     ConnectionLimits limits)
{
    SOAK_TRY(ListenSocket socket, listenOn(address));
    auto state = std::make_unique<State>(std::move(answer), clock, limits);
    state->address = std::move(socket.address);
    const auto most = static_cast<unsigned>(limits.most) + kSpareConnections;
    state->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC, 0, nullptr, nullptr, &answerRequest<State>,
        state.get(), MHD_OPTION_LISTEN_SOCKET, socket.fd.get(), MHD_OPTION_CONNECTION_LIMIT, most,
        MHD_OPTION_CONNECTION_TIMEOUT, kIdleSeconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        kRequestBytes, MHD_OPTION_NOTIFY_CONNECTION, &followConnection<State>, state.get(),
        MHD_OPTION_END);
    if (state->daemon == nullptr) {
        return Error{Errc::Environment, "cannot start the server: no thread or no descriptors left",
                     urlOf(state->address)};
    }
    static_cast<void>(socket.fd.release()); // the library closes it
    state->ageing = std::jthread([&connections = state->connections](const std::stop_token& stop) {
        watchAges(stop, connections);
    });
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(state)));
}

HttpServer::HttpServer(std::unique_ptr<State> state) : m_state(std::move(state)) {}

HttpServer::~HttpServer()
{
    MHD_stop_daemon(m_state->daemon);
}

const ListenAddress& HttpServer::address() const
{
    return m_state->address;
}

} // namespace soak
