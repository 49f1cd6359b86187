// SPDX-License-Identifier: GPL-3.0-or-later
// git as this layer runs it: it is never given a terminal, so nothing prompts (D-42).
#pragma once

#include "core/base/file.h"
#include "core/base/result.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

struct GitSaid {
    bool isGood = false; // it ended with 0
    std::string out;
    std::string err;
};

class GitTool final
{
public:
    // `scratch`: a folder where nobody else writes.
    GitTool(fs::path repository, fs::path scratch, std::stop_token stop);

    // Errors: Environment (no git, no such folder), NotWritable (scratch), Cancelled.
    [[nodiscard]] Result<GitSaid> run(const std::vector<std::string>& arguments) const;

    // The commit that is checked out, 40 hex digits. Errors: also Environment (no repository, no
    // commit).
    [[nodiscard]] Result<std::string> head() const;

private:
    fs::path m_repository;
    fs::path m_scratch;
    std::stop_token m_stop;
};

// "git could not `what`: its first line".
Error gitFailed(const std::string& what, const GitSaid& said);

// The commit that is checked out in `repository`. Errors: as GitTool::head.
Result<std::string> headCommit(const fs::path& repository, const fs::path& scratch,
                               std::stop_token stop = {});

// Whether `head` is the commit that `soaked` names by at least seven of its digits.
bool isSameCommit(const std::string& head, const std::string& soaked);

inline constexpr std::size_t kShortCommit = 12; // digits of a commit as people are shown it

} // namespace soak
