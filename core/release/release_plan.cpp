// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/release_plan.h"

#include "core/base/escape.h"
#include "core/release/staging.h"
#include "core/report/command_text.h"

#include <unistd.h>

#include <algorithm>

namespace soak
{

namespace
{

bool liesIn(const fs::path& path, const fs::path& folder)
{
    const fs::path inner =
        fs::weakly_canonical(path).lexically_relative(fs::weakly_canonical(folder));
    return !inner.empty() && *inner.begin() != "..";
}

// The folder itself, or the nearest one above it that is there.
bool canWriteInto(fs::path folder)
{
    folder = fs::absolute(folder);
    while (!isThere(folder) && folder.has_relative_path()) {
        folder = folder.parent_path();
    }
    std::error_code error;
    return fs::is_directory(folder, error) && ::access(folder.c_str(), W_OK | X_OK) == 0;
}

std::string word(const fs::path& path)
{
    return shellWord(pathText(path));
}

std::string sentenceOf(const Error& error)
{
    return escapeTerminal(describe(error));
}

class PreflightCheck final
{
public:
    PreflightCheck(const ReleasePlan& plan, const fs::path& scratch, std::stop_token stop)
        : m_plan(plan), m_scratch(scratch), m_stop(std::move(stop))
    {
    }

    Result<Preflight> make(const Progress& progress)
    {
        BundleRequest request = bundleRequestOf(m_plan);
        request.dryRun = true;
        SOAK_TRY(m_result.bundle, makeBundle(request, m_stop, progress));
        m_result.commands = releaseCommands(m_plan, m_result.bundle.archive);
        m_result.problems = planProblems(m_plan);
        if (m_result.bundle.isRefused) {
            add(m_result.bundle.facts.blockers);
        }
        checkPlace();
        SOAK_CHECK(checkKey());
        SOAK_CHECK(checkGit());
        return std::move(m_result);
    }

private:
    void add(const std::vector<std::string>& problems)
    {
        m_result.problems.insert(m_result.problems.end(), problems.begin(), problems.end());
    }

    void checkPlace()
    {
        if (m_plan.out.empty()) {
            return;
        }
        for (const fs::path& path : {m_result.bundle.folder, m_result.bundle.archive}) {
            if (!m_plan.replaces && isThere(path)) {
                m_result.problems.push_back("there is one already: " + pathText(path));
            }
        }
        if (!canWriteInto(m_plan.out)) {
            m_result.problems.push_back("cannot write into " + pathText(m_plan.out));
        }
    }

    Status checkKey()
    {
        if (m_plan.isUnsigned || !m_plan.signingKey) {
            return Done{};
        }
        auto key = keyFacts(*m_plan.signingKey, m_scratch, m_stop);
        if (key) {
            m_result.key = std::move(*key);
            return Done{};
        }
        return problemOf(key.error());
    }

    Status checkGit()
    {
        if (m_plan.isPartial || !m_plan.repository) {
            return Done{};
        }
        const auto looked =
            checkRepository(tagRequestOf(m_plan, m_result.bundle.archive, m_scratch),
                            m_result.bundle.soakedCommit, m_stop);
        if (!looked) {
            return problemOf(looked.error());
        }
        m_result.head = looked->head;
        for (const TagProblem& problem : looked->problems) {
            m_result.problems.push_back(problem.text);
        }
        return Done{};
    }

    Status problemOf(const Error& error)
    {
        if (error.code == Errc::Cancelled) {
            return error;
        }
        m_result.problems.push_back(sentenceOf(error));
        return Done{};
    }

    const ReleasePlan& m_plan;
    const fs::path& m_scratch;
    std::stop_token m_stop;
    Preflight m_result;
};

} // namespace

BundleRequest bundleRequestOf(const ReleasePlan& plan)
{
    BundleRequest request;
    request.run = plan.run;
    request.out = plan.out;
    request.allowPartial = plan.isPartial;
    request.force = plan.replaces;
    if (!plan.version.empty()) {
        request.version = plan.version;
    }
    if (!plan.isUnsigned) {
        request.signingKey = plan.signingKey;
    }
    return request;
}

TagRequest tagRequestOf(const ReleasePlan& plan, const fs::path& bundle, const fs::path& scratch)
{
    TagRequest request;
    request.tag = plan.version;
    request.repository = plan.repository.value_or(".");
    request.bundle = bundle;
    request.scratch = scratch;
    return request;
}

std::vector<std::string> planProblems(const ReleasePlan& plan)
{
    std::vector<std::string> problems;
    if (plan.version.empty()) {
        problems.emplace_back("the version is not named");
    }
    if (plan.out.empty()) {
        problems.emplace_back("the folder for the bundle is not named");
    } else if (liesIn(plan.out, plan.run)) {
        problems.emplace_back("a bundle does not lie in the run that it is made of");
    }
    return problems;
}

std::vector<ReleaseCommand> releaseCommands(const ReleasePlan& plan, const fs::path& bundle)
{
    const std::string release = plan.version.empty() ? "" : " --release " + shellWord(plan.version);
    std::string make = "soak bundle " + word(plan.run) + " --out " + word(plan.out) + release;
    make += plan.isPartial ? " --allow-fail" : "";
    make += plan.replaces ? " --force" : "";
    if (!plan.isUnsigned && plan.signingKey) {
        make += " --sign-key " + word(*plan.signingKey);
    }
    const std::string signers =
        plan.allowedSigners ? " --allowed-signers " + word(*plan.allowedSigners) : "";
    std::vector<ReleaseCommand> commands{
        {"soak bundle evidence " + word(plan.run) +
             (plan.repository ? " --repository " + word(*plan.repository) : ""),
         "looks at the evidence", false},
        {make,
         plan.isUnsigned || !plan.signingKey ? "builds the bundle" : "builds and signs the bundle",
         false},
        {"soak bundle verify " + word(bundle) + signers, "verifies it from disk", false}};
    if (!plan.isPartial && plan.repository) {
        const std::string tag = "soak tag --bundle " + word(bundle) + " --tag " +
                                shellWord(plan.version) + " --repository " +
                                word(*plan.repository) + signers;
        commands.push_back({tag + " --dry-run", "looks at everything that a tag needs", false});
        commands.push_back({tag, "makes the tag, here only", false});
        commands.push_back(
            {"git -C " + word(*plan.repository) + " push origin " + shellWord(plan.version),
             "publishes the tag: your own act, never run here", true});
    }
    return commands;
}

Result<Preflight> preflight(const ReleasePlan& plan, const fs::path& scratch, std::stop_token stop,
                            const Progress& progress)
{
    return PreflightCheck(plan, scratch, std::move(stop)).make(progress);
}

} // namespace soak
