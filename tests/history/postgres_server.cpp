// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/postgres_server.h"

#include "core/base/process.h"
#include "core/base/text.h"
#include "tests/support/test_data.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <vector>

namespace soak
{

namespace
{

namespace fs = std::filesystem;

constexpr Millis kServerPatience{60'000};

// Debian keeps the server out of PATH; unpacked into build/tools it lies beside a `usr/bin` that is
// in it.
std::string serverPrograms()
{
    std::vector<fs::path> roots{"/usr/lib/postgresql"};
    const char* path = std::getenv("PATH");
    for (const std::string& folder : split(path == nullptr ? "" : path, ':')) {
        roots.push_back(fs::path(folder).parent_path() / "lib" / "postgresql");
    }
    for (const fs::path& root : roots) {
        std::error_code ignored;
        for (const auto& version : fs::directory_iterator(root, ignored)) {
            if (fs::exists(version.path() / "bin" / "initdb") &&
                fs::exists(version.path() / "bin" / "psql")) {
                return version.path() / "bin";
            }
        }
    }
    ADD_FAILURE() << "PostgreSQL is needed: packaging/apt.txt names the packages";
    return {};
}

// initdb and postgres refuse to run as root.
std::vector<std::string> asServer(std::vector<std::string> words)
{
    std::vector<std::string> all;
    if (geteuid() == 0) {
        all = {"setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups",
               "--pdeathsig=QUIT"};
    }
    all.insert(all.end(), words.begin(), words.end());
    return all;
}

ProcessOutcome outcomeOf(const ProcessPlan& plan)
{
    const auto outcome = runProcess(plan, {});
    EXPECT_TRUE(outcome) << describe(outcome.error());
    return outcome ? *outcome : ProcessOutcome{};
}

bool copyCluster(const fs::path& from, const fs::path& to)
{
    ProcessPlan plan;
    plan.argv = {"cp", "-a", from, to};
    plan.timeLimit = kServerPatience;
    const bool copied = outcomeOf(plan).exitCode == 0;
    EXPECT_TRUE(copied) << from << " to " << to;
    return copied;
}

} // namespace

PostgresServer::PostgresServer() : m_programs(serverPrograms())
{
    prepare();
    start();
}

PostgresServer::~PostgresServer()
{
    stop();
}

PostgresServer& PostgresServer::shared()
{
    static PostgresServer server;
    return server;
}

// initdb takes longer than most tests: the empty cluster that it makes is kept beside the folder of
// the test programs, and every server begins with a copy.
void PostgresServer::prepare()
{
    fs::permissions(m_folder.path(), fs::perms::all);
    const fs::path programs = fs::read_symlink("/proc/self/exe").parent_path();
    const fs::path kept = programs.parent_path() /
                          ("postgres-" + fs::path(m_programs).parent_path().filename().string());
    const fs::path data = m_folder / "data";
    if (fs::exists(kept)) {
        copyCluster(kept, data);
        return;
    }
    ProcessPlan plan;
    plan.argv = asServer({m_programs + "/initdb", "-D", data, "-U", "soak", "-A", "trust",
                          "--no-sync", "--no-locale", "-E", "UTF8"});
    plan.workingFolder = m_folder.path();
    plan.stderrFile = m_folder / "initdb.log";
    plan.timeLimit = kServerPatience;
    ASSERT_EQ(outcomeOf(plan).exitCode, 0) << bytesOf(plan.stderrFile);
    const fs::path half = kept.string() + "." + std::to_string(getpid());
    std::error_code another; // another program may have been there first
    if (copyCluster(data, half)) {
        fs::rename(half, kept, another);
    }
    if (fs::exists(half)) {
        fs::remove_all(half);
    }
}

void PostgresServer::start()
{
    const std::vector<std::string> words =
        asServer({m_programs + "/postgres", "-D", m_folder / "data", "-k", m_folder.path(), "-c",
                  "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=32MB"});
    std::vector<char*> argv;
    for (const std::string& word : words) {
        argv.push_back(const_cast<char*>(word.c_str()));
    }
    argv.push_back(nullptr);
    const std::string log = m_folder / "server.log";
    m_server = fork();
    if (m_server == 0) {
        prctl(PR_SET_PDEATHSIG, SIGQUIT);
        if (freopen(log.c_str(), "a", stderr) == nullptr || chdir(m_folder.path().c_str()) != 0) {
            _exit(126);
        }
        execvp(argv[0], argv.data());
        _exit(127);
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    ProcessPlan ready;
    ready.argv = {
        m_programs + "/pg_isready", "-q", "-h", m_folder.path(), "-U", "soak", "-d", "postgres"};
    while (outcomeOf(ready).exitCode != 0) {
        ASSERT_LT(std::chrono::steady_clock::now(), end) << bytesOf(log);
        ASSERT_EQ(waitpid(m_server, nullptr, WNOHANG), 0) << bytesOf(log);
    }
}

void PostgresServer::stop()
{
    if (m_server > 0) {
        kill(m_server, SIGQUIT);
        waitpid(m_server, nullptr, 0);
        m_server = -1;
    }
}

std::string PostgresServer::url() const
{
    return "postgresql://soak@/postgres?host=" + m_folder.path().string();
}

std::string PostgresServer::newPlace()
{
    const std::string schema = "p" + std::to_string(getpid()) + "_" + std::to_string(++m_places);
    EXPECT_EQ(psql(url(), "CREATE SCHEMA " + schema), "");
    return url() + "&options=-csearch_path%3D" + schema;
}

std::string PostgresServer::psql(const std::string& url, const std::string& sql) const
{
    const TempDir streams;
    ProcessPlan plan;
    plan.argv = {m_programs + "/psql", "-X", "-q", "-A", "-t", "-v",
                 "ON_ERROR_STOP=1",    "-d", url,  "-c", sql};
    plan.stdoutFile = streams / "out";
    plan.stderrFile = streams / "err";
    plan.timeLimit = kServerPatience;
    EXPECT_EQ(outcomeOf(plan).exitCode, 0) << sql << "\n" << bytesOf(plan.stderrFile);
    return bytesOf(plan.stdoutFile);
}

} // namespace soak
