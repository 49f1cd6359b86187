// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/heap.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace soak
{
namespace
{

constexpr std::size_t kBytes = 6U << 20;
constexpr std::size_t kBlock = 1000;

// A sanitizer has a heap of its own, another C library another one.
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsOwnHeap = false;
#else
constexpr bool kIsOwnHeap = true;
#endif

bool hasLargePages()
{
    std::ifstream file("/sys/kernel/mm/transparent_hugepage/enabled");
    std::string text;
    std::getline(file, text);
    return text.find("[never]") == std::string::npos && !text.empty();
}

// How often the kernel was entered to write some small blocks for the first time.
long faultsOfWriting()
{
    rusage before{};
    rusage after{};
    getrusage(RUSAGE_THREAD, &before);
    std::vector<char*> blocks(kBytes / kBlock);
    for (char*& block : blocks) {
        block = static_cast<char*>(std::malloc(kBlock));
        block[0] = 1;
        block[kBlock - 1] = 1;
    }
    getrusage(RUSAGE_THREAD, &after);
    for (char* block : blocks) {
        std::free(block);
    }
    return after.ru_minflt - before.ru_minflt;
}

// In a process of its own: the heap stays as it was made.
template <typename Check>
bool holdsInChild(Check check)
{
    const pid_t child = fork();
    if (child == 0) {
        _exit(check() ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// The heap need not begin where a large page does: up to 512 small ones may come before.
constexpr long kPages = static_cast<long>(kBytes / 4096);
constexpr long kFew = kPages / 2;

long faultsInThread(void (*first)())
{
    long faults = 0;
    std::thread([&] {
        first();
        faults = faultsOfWriting();
    }).join();
    return faults;
}

} // namespace

TEST(Heap, OfThePreparedOneMuchIsWrittenWithFewPageFaults)
{
    EXPECT_TRUE(holdsInChild([] {
        prepareHeap();
        return !kIsOwnHeap || !hasLargePages() || faultsOfWriting() < kFew;
    }));
}

TEST(Heap, ThatOfAThreadTooOnceItAsks)
{
    EXPECT_TRUE(holdsInChild([] {
        prepareHeap();
        return !kIsOwnHeap || !hasLargePages() || faultsInThread(prepareThreadHeap) < kFew;
    }));
}

TEST(Heap, OfAThreadNothingChangesInAProgramThatDidNotPrepareItsOwn)
{
    EXPECT_TRUE(!kIsOwnHeap || faultsInThread([] {}) > kFew);
    EXPECT_TRUE(!kIsOwnHeap || faultsInThread(prepareThreadHeap) > kFew);
}

TEST(Heap, WhatIsAskedForTwiceIsHarmless)
{
    EXPECT_TRUE(holdsInChild([] {
        prepareHeap();
        prepareHeap();
        prepareThreadHeap();
        prepareThreadHeap();
        return faultsOfWriting() >= 0;
    }));
}

} // namespace soak
