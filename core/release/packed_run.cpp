// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/packed_run.h"

#include "core/release/canonical_tar.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace soak
{

namespace
{

// As much may wait: copying is faster than compressing, and memory is not without end.
constexpr std::size_t kMostWaiting = 16UL << 20U;

} // namespace

bool isOfRun(std::string_view path)
{
    return path.starts_with(kRunFolder) && path.substr(kRunFolder.size()).starts_with('/');
}

bool isOneSection(std::string_view before, std::string_view path)
{
    return isOfRun(before) == isOfRun(path);
}

struct PackedRun::State {
    struct Waiting {
        std::string path;
        std::string bytes;
    };

    State(std::string root, std::int64_t time, fs::path to, StagedFile opened)
        : rootName(std::move(root)), mtime(time), path(std::move(to)), file(std::move(opened)),
          sections([this](std::string_view bytes) { return file.write(bytes); }),
          thread([this] { work(); })
    {
    }

    ~State() { end(); }

    void end()
    {
        {
            const std::scoped_lock lock(mutex);
            isEnded = true;
        }
        changed.notify_all();
        if (thread.joinable()) {
            thread.join();
        }
    }

    void work()
    {
        while (true) {
            std::unique_lock lock(mutex);
            changed.wait(lock, [this] { return isEnded || !waiting.empty(); });
            if (waiting.empty()) {
                return;
            }
            const Waiting next = std::move(waiting.front());
            waiting.pop_front();
            waitingBytes -= next.bytes.size();
            lock.unlock();
            changed.notify_all();
            if (status) {
                status = pack(next);
            }
        }
    }

    Status pack(const Waiting& next)
    {
        return sendTarFile([this](std::string_view bytes) { return sections.write(bytes); },
                           rootName + "/" + next.path, next.bytes, mtime);
    }

    std::string rootName;
    std::int64_t mtime;
    fs::path path;
    StagedFile file;
    DeflateSections sections;
    GzipSums sums;
    Status status = Done{}; // of the thread until it ended
    std::mutex mutex;       // guards what follows
    std::condition_variable changed;
    std::deque<Waiting> waiting;
    std::size_t waitingBytes = 0;
    bool isEnded = false;
    std::thread thread; // last: it uses all of the above
};

PackedRun::PackedRun(std::unique_ptr<State> state) : m_state(std::move(state)) {}

PackedRun::PackedRun(PackedRun&&) noexcept = default;
PackedRun::~PackedRun() = default;

Result<PackedRun> PackedRun::begin(std::string rootName, std::int64_t mtime, const fs::path& to)
{
    SOAK_TRY(StagedFile file, StagedFile::create(to));
    return PackedRun(std::make_unique<State>(std::move(rootName), mtime, to, std::move(file)));
}

void PackedRun::add(const std::string& path, std::string bytes)
{
    State& state = *m_state;
    std::unique_lock lock(state.mutex);
    state.changed.wait(lock, [&state] { return state.waitingBytes < kMostWaiting; });
    state.waitingBytes += bytes.size();
    state.waiting.push_back({path, std::move(bytes)});
    lock.unlock();
    state.changed.notify_all();
}

Status PackedRun::finish()
{
    State& state = *m_state;
    state.end();
    SOAK_CHECK(state.status);
    state.sums = state.sections.takeSums();
    SOAK_CHECK(state.sections.endSection());
    return state.file.finish();
}

std::int64_t PackedRun::mtime() const
{
    return m_state->mtime;
}

const GzipSums& PackedRun::sums() const
{
    return m_state->sums;
}

const fs::path& PackedRun::file() const
{
    return m_state->path;
}

} // namespace soak
