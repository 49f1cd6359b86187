// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/git_tool.h"

#include "core/base/escape.h"
#include "core/base/process.h"
#include "core/base/text.h"
#include "core/release/staging.h"

namespace soak
{

namespace
{

constexpr Millis kTimeLimit{120000};
constexpr std::size_t kFewestDigits = 7;

std::string firstLine(const std::string& text)
{
    return escapeTerminal(trim(text.substr(0, text.find('\n'))));
}

} // namespace

GitTool::GitTool(fs::path repository, fs::path scratch, std::stop_token stop)
    : m_repository(std::move(repository)), m_scratch(std::move(scratch)), m_stop(std::move(stop))
{
}

Result<GitSaid> GitTool::run(const std::vector<std::string>& arguments) const
{
    ProcessPlan plan;
    plan.argv = {"git"};
    plan.argv.insert(plan.argv.end(), arguments.begin(), arguments.end());
    plan.environment = {{"LC_ALL", "C"},
                        {"GIT_TERMINAL_PROMPT", "0"},
                        {"GIT_EDITOR", "true"},
                        {"GIT_OPTIONAL_LOCKS", "0"},
                        {"SSH_ASKPASS_REQUIRE", "force"}};
    plan.workingFolder = m_repository;
    plan.stdoutFile = m_scratch / "git.out";
    plan.stderrFile = m_scratch / "git.err";
    plan.timeLimit = kTimeLimit;
    SOAK_TRY(const ProcessOutcome outcome, runProcess(plan, m_stop));
    if (outcome.cancelled) {
        return Error{Errc::Cancelled, "stopped on request", ""};
    }
    SOAK_TRY(std::string out, readFile(plan.stdoutFile));
    SOAK_TRY(std::string err, readFile(plan.stderrFile));
    return GitSaid{outcome.exitCode == 0, std::move(out), std::move(err)};
}

Result<std::string> GitTool::head() const
{
    SOAK_TRY(const GitSaid said, run({"rev-parse", "--verify", "HEAD^{commit}"}));
    if (!said.isGood) {
        return gitFailed("find a commit to tag", said);
    }
    return std::string(trim(said.out));
}

Error gitFailed(const std::string& what, const GitSaid& said)
{
    return Error{Errc::Environment, "git could not " + what + ": " + firstLine(said.err), ""};
}

Result<std::string> headCommit(const fs::path& repository, const fs::path& scratch,
                               std::stop_token stop)
{
    SOAK_TRY(const StagingFolder folder, StagingFolder::create(scratch, "soak-git"));
    return GitTool(repository, fs::absolute(folder.path()), std::move(stop)).head();
}

bool isSameCommit(const std::string& head, const std::string& soaked)
{
    return soaked.size() >= kFewestDigits && head.starts_with(toLower(soaked));
}

} // namespace soak
