// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/serve_run.h"
#include "tests/io/records.h"
#include "tests/serve/web_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace soak
{
namespace
{

using testing::HasSubstr;

constexpr std::chrono::seconds kPatience{20};

// serveRun() on a thread of its own, and what it told.
class Serving final
{
public:
    explicit Serving(const fs::path& given)
    {
        const ServePlan plan{.address = {},
                             .watch = {.given = given,
                                       .profile = std::nullopt,
                                       .window = std::nullopt,
                                       .toolVersion = "0.1.0"}};
        m_thread = std::jthread([this, plan](const std::stop_token& stop) {
            const Status status = serveRun(plan, m_clock, stop, listener());
            EXPECT_TRUE(status) << describe(status.error());
        });
    }

    ListenAddress address()
    {
        until([this] { return m_address.has_value(); });
        return *m_address;
    }

    // Waits for the next thing told.
    std::string news(std::size_t index)
    {
        until([this, index] { return m_news.size() > index; });
        const std::lock_guard lock(m_mutex);
        return index < m_news.size() ? m_news[index] : "";
    }

private:
    ServeListener listener()
    {
        return {.listening = [this](const ListenAddress& at) -> Status {
                    const std::lock_guard lock(m_mutex);
                    m_address = at;
                    m_changed.notify_all();
                    return Done{};
                },
                .changed =
                    [this](const MetricsPage& page) {
                        const std::lock_guard lock(m_mutex);
                        m_news.push_back(page.state);
                        m_changed.notify_all();
                    }};
    }

    template <typename Condition>
    void until(Condition condition)
    {
        std::unique_lock lock(m_mutex);
        EXPECT_TRUE(m_changed.wait_for(lock, kPatience, condition));
    }

    SystemClock m_clock;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<ListenAddress> m_address;
    std::vector<std::string> m_news;
    std::jthread m_thread; // ends before the others go
};

TEST(ServeRun, ServesARunAndTellsOfIt)
{
    const TempDir dir;
    Serving serving(writeRun(dir, 3));
    EXPECT_THAT(serving.news(0), HasSubstr(": 3 iterations"));
    EXPECT_THAT(get(serving.address(), "/metrics").body, HasSubstr("\nsoak_last_iteration 3\n"));
    EXPECT_EQ(get(serving.address(), "/readyz").status, 200);
}

TEST(ServeRun, WaitsForARunAndTellsWhenItGoes)
{
    const TempDir dir;
    Serving serving(dir / "run");
    EXPECT_THAT(serving.news(0), HasSubstr("run"));
    const WebAnswer before = get(serving.address(), "/readyz");
    EXPECT_EQ(before.status, 503);
    EXPECT_EQ(before.body, "not ready: " + serving.news(0) + "\n");
    writeRun(dir, 3);
    // While it is written it may be seen with fewer iterations, or none.
    std::size_t told = 1;
    while (serving.news(told).find("RUN_") == std::string::npos && told < 10) {
        ++told;
    }
    fs::rename(dir / "run", dir / "gone");
    EXPECT_EQ(serving.news(told + 1), serving.news(0));
    EXPECT_THAT(get(serving.address(), "/metrics").body, HasSubstr("\nwarmup_exporter_error 1\n"));
}

TEST(ServeRun, ARefusalOfTheListenerEndsIt)
{
    const TempDir dir;
    const SystemClock clock;
    const Status status =
        serveRun({.address = {}, .watch = {.given = dir.path(), .toolVersion = ""}}, clock, {},
                 {.listening = [](const ListenAddress&) -> Status {
                      return Error{Errc::NotWritable, "nobody reads", ""};
                  },
                  .changed = [](const MetricsPage&) { FAIL(); }});
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, Errc::NotWritable);
}

} // namespace
} // namespace soak
