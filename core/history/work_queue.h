// SPDX-License-Identifier: GPL-3.0-or-later
// What several workers make and one reader takes, with a bound on how much waits in between.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace soak
{

template <typename T>
class WorkQueue final
{
public:
    explicit WorkQueue(std::size_t capacity) : m_capacity(capacity) {}

    // Before the first of them starts.
    void expectProducers(unsigned count)
    {
        const std::scoped_lock lock(m_mutex);
        m_producers = count;
    }

    // Waits for room. False: nobody reads any more.
    bool push(T item)
    {
        std::unique_lock lock(m_mutex);
        m_hasRoom.wait(lock, [this] { return m_isClosed || m_items.size() < m_capacity; });
        if (m_isClosed) {
            return false;
        }
        m_items.push_back(std::move(item));
        m_hasItem.notify_one();
        return true;
    }

    void producerDone()
    {
        const std::scoped_lock lock(m_mutex);
        --m_producers;
        m_hasItem.notify_all();
    }

    // Waits for an item; nullopt when all were taken and every producer is done.
    std::optional<T> pop()
    {
        std::unique_lock lock(m_mutex);
        m_hasItem.wait(lock, [this] { return !m_items.empty() || m_producers == 0; });
        if (m_items.empty()) {
            return std::nullopt;
        }
        std::optional<T> item(std::move(m_items.front()));
        m_items.pop_front();
        m_hasRoom.notify_one();
        return item;
    }

    // Nothing more is taken: whoever waits for room goes on.
    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_isClosed = true;
        m_hasRoom.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_hasItem;
    std::condition_variable m_hasRoom;
    std::deque<T> m_items;
    std::size_t m_capacity;
    unsigned m_producers = 0;
    bool m_isClosed = false;
};

} // namespace soak
