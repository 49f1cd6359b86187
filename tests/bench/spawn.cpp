// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/spawn.h"

#include "core/base/file.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace soak::bench
{
namespace
{

class FileActions final
{
public:
    explicit FileActions(const char* output)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&m_actions, STDOUT_FILENO, output,
                                         O_WRONLY | O_CREAT | O_TRUNC, 0644);
        posix_spawn_file_actions_addopen(&m_actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    }

    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;

    ~FileActions() { posix_spawn_file_actions_destroy(&m_actions); }

    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions{};
};

} // namespace

Result<Ended> spawn(const std::vector<std::string>& argv, const fs::path& output)
{
    std::vector<char*> words;
    for (const std::string& word : argv) {
        words.push_back(const_cast<char*>(word.c_str())); // posix_spawn does not write there
    }
    words.push_back(nullptr);
    const FileActions actions(output.empty() ? "/dev/null" : output.c_str());
    const Stopwatch watch;
    pid_t child = 0;
    const int error = posix_spawnp(&child, words[0], actions.get(), nullptr, words.data(), environ);
    if (error != 0) {
        return Error{Errc::Environment, "cannot start: " + errnoText(error), argv[0]};
    }
    int status = 0;
    rusage usage{};
    while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {
    }
    Sample sample = watch.elapsed();
    sample.cpuSeconds = secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime);
    return Ended{sample, WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

} // namespace soak::bench
