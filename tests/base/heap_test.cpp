// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/heap.h"
#include "tests/support/sanitizer.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>
#include <vector>

namespace soak
{
namespace
{

constexpr std::size_t kBytes = 6U << 20;
constexpr std::size_t kBlock = 1000;

// A sanitizer has a heap of its own, another C library another one.
#ifdef __GLIBC__
constexpr bool kIsOwnHeap = !kIsSanitized;
#else
constexpr bool kIsOwnHeap = false;
#endif

long faultsOfThread()
{
    rusage usage{};
    getrusage(RUSAGE_THREAD, &usage);
    return usage.ru_minflt;
}

// Whether this machine gives them when it is asked.
bool hasLargePages()
{
    constexpr std::size_t kSmallPage = 4096;
    void* memory =
        mmap(nullptr, kBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED || madvise(memory, kBytes, MADV_HUGEPAGE) != 0) {
        return false;
    }
    const long before = faultsOfThread();
    for (std::size_t at = 0; at < kBytes; at += kSmallPage) {
        static_cast<volatile char*>(memory)[at] = 1;
    }
    const long faults = faultsOfThread() - before;
    munmap(memory, kBytes);
    return faults < static_cast<long>(kBytes / kSmallPage / 2);
}

// How often the kernel was entered to write some small blocks for the first time.
long faultsOfWriting()
{
    const long before = faultsOfThread();
    std::vector<char*> blocks(kBytes / kBlock);
    for (char*& block : blocks) {
        block = static_cast<char*>(std::malloc(kBlock));
        block[0] = 1;
        block[kBlock - 1] = 1;
    }
    const long after = faultsOfThread();
    for (char* block : blocks) {
        std::free(block);
    }
    return after - before;
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
    // Each in its own process: the second thread would find the heap of the first.
    EXPECT_TRUE(holdsInChild([] { return !kIsOwnHeap || faultsInThread([] {}) > kFew; }));
    EXPECT_TRUE(
        holdsInChild([] { return !kIsOwnHeap || faultsInThread(prepareThreadHeap) > kFew; }));
}

TEST(Heap, WhatIsAskedForTwiceIsHarmless)
{
    EXPECT_TRUE(holdsInChild([] {
        prepareHeap();
        prepareHeap();
        prepareThreadHeap();
        prepareThreadHeap();
        return !kIsOwnHeap || !hasLargePages() || faultsOfWriting() < kFew;
    }));
}

} // namespace soak
