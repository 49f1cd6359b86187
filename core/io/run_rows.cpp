// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_rows.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace soak
{

namespace
{

constexpr std::size_t kBlocksAhead = 4; // per worker, of the one that the run needs next
constexpr unsigned kMaxWorkers = 64;

class RowReading final
{
public:
    RowReading(std::span<const int> iterations, unsigned workers, RunAssembler& assembler,
               const std::stop_token& stop, const Progress& progress)
        : m_iterations(iterations), m_workers(workers), m_assembler(assembler), m_stop(stop),
          m_progress(progress)
    {
    }

    // The loop of one worker.
    void work(BulkReader& reader)
    {
        while (const std::optional<std::size_t> index = takeIndex()) {
            RowBlock block = reader.read(rowsOf(*index), m_stop);
            const std::lock_guard lock(m_mutex);
            m_done.emplace(*index, std::move(block));
            deliver();
            m_changed.notify_all();
        }
    }

private:
    [[nodiscard]] std::size_t blockCount() const
    {
        return (m_iterations.size() + kBlockRows - 1) / kBlockRows;
    }

    [[nodiscard]] std::span<const int> rowsOf(std::size_t index) const
    {
        const std::size_t begin = index * kBlockRows;
        return m_iterations.subspan(begin, std::min(kBlockRows, m_iterations.size() - begin));
    }

    // Waits while this worker would run too far ahead of the others.
    std::optional<std::size_t> takeIndex()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] {
            return m_next >= blockCount() || m_stop.stop_requested() ||
                   m_next < m_delivered + kBlocksAhead * m_workers;
        });
        if (m_next >= blockCount() || m_stop.stop_requested()) {
            return std::nullopt;
        }
        return m_next++;
    }

    // Under the lock: hands on the blocks that are next in order.
    void deliver()
    {
        for (auto first = m_done.begin();
             first != m_done.end() && first->first == m_delivered && !m_stop.stop_requested();
             first = m_done.begin()) {
            m_assembler.append(std::move(first->second));
            m_done.erase(first);
            ++m_delivered;
            if (m_progress) {
                const std::size_t rows = std::min(m_delivered * kBlockRows, m_iterations.size());
                m_progress(rows, m_iterations.size(), "iterations");
            }
        }
    }

    std::span<const int> m_iterations;
    unsigned m_workers;
    RunAssembler& m_assembler;
    const std::stop_token& m_stop;
    const Progress& m_progress;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::size_t, RowBlock> m_done;
    std::size_t m_next = 0;
    std::size_t m_delivered = 0;
};

} // namespace

Status readRows(const BulkPlan& plan, std::span<const int> iterations, unsigned threads,
                RunAssembler& assembler, const std::stop_token& stop, const Progress& progress)
{
    const std::size_t blocks = (iterations.size() + kBlockRows - 1) / kBlockRows;
    const auto workers = static_cast<unsigned>(
        std::clamp<std::size_t>(std::min<std::size_t>(threads, blocks), 1, kMaxWorkers));
    std::vector<std::unique_ptr<BulkReader>> readers;
    for (unsigned i = 0; i < workers; ++i) {
        SOAK_TRY(std::unique_ptr<BulkReader> reader, BulkReader::open(plan));
        readers.push_back(std::move(reader));
    }
    RowReading reading(iterations, workers, assembler, stop, progress);
    {
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < workers; ++i) {
            others.emplace_back([&reading, &reader = *readers[i]] { reading.work(reader); });
        }
        reading.work(*readers[0]);
    }
    if (stop.stop_requested()) {
        return Error{Errc::Cancelled, "cancelled", ""};
    }
    return Done{};
}

} // namespace soak
