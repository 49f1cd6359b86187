// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/work_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace soak
{

TEST(WorkQueue, EveryItemOfEveryProducerIsTakenOnce)
{
    WorkQueue<int> queue(3);
    queue.expectProducers(4);
    std::vector<std::jthread> producers;
    for (int producer = 0; producer < 4; ++producer) {
        producers.emplace_back([&queue, producer] {
            for (int i = 0; i < 100; ++i) {
                EXPECT_TRUE(queue.push(producer * 100 + i));
            }
            queue.producerDone();
        });
    }
    std::vector<int> seen(400, 0);
    while (const auto item = queue.pop()) {
        ++seen.at(static_cast<std::size_t>(*item));
    }
    EXPECT_EQ(seen, std::vector<int>(400, 1));
}

TEST(WorkQueue, AClosedOneHoldsNobodyUp)
{
    WorkQueue<int> queue(1);
    queue.expectProducers(1);
    std::atomic<int> refused = 0;
    std::jthread producer([&] {
        for (int i = 0; i < 5; ++i) {
            refused += queue.push(i) ? 0 : 1;
        }
        queue.producerDone();
    });
    EXPECT_TRUE(queue.pop());
    queue.close();
    producer.join();
    EXPECT_GE(refused, 2);
}

} // namespace soak
