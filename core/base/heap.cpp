// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/heap.h"

#include <cstdlib> // says whether the C library is glibc

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>

#include <atomic>
#include <cstdint>
#endif

namespace soak
{

#ifdef __GLIBC__

namespace
{

constexpr int kMebibyte = 1 << 20;
constexpr int kAhead = 16 * kMebibyte;
// The largest that glibc takes; by itself it gets there, too, with the first large blocks freed.
constexpr int kOwnMapping = 32 * kMebibyte;
constexpr std::uintptr_t kLargePage = 2 * kMebibyte;
constexpr std::size_t kOfThread = kAhead / 2; // fits into what its heap has at once

std::atomic_bool g_isPrepared = false;

// A block from the end of the heap is the memory that is written next.
void askForLargePages(std::size_t bytes)
{
    void* block = std::malloc(bytes);
    if (block == nullptr) {
        return;
    }
    const auto begin = reinterpret_cast<std::uintptr_t>(block);
    // Rounded down: the large page that the block begins in is the heap's, too.
    const std::uintptr_t first = begin / kLargePage * kLargePage;
    const std::uintptr_t last = (begin + bytes) / kLargePage * kLargePage;
    // A kernel without large pages says no, and the small ones do.
    static_cast<void>(madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE));
    std::free(block);
}

} // namespace

void prepareHeap()
{
    mallopt(M_TOP_PAD, kAhead); // of the heap of each thread, too
    mallopt(M_MMAP_THRESHOLD, kOwnMapping);
    mallopt(M_TRIM_THRESHOLD, 2 * kOwnMapping);
    askForLargePages(kAhead);
    g_isPrepared = true;
}

void prepareThreadHeap()
{
    thread_local bool isDone = false;
    if (!isDone && g_isPrepared) {
        isDone = true;
        askForLargePages(kOfThread);
    }
}

#else

void prepareHeap() {}

void prepareThreadHeap() {}

#endif

} // namespace soak
