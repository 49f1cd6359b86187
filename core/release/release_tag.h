// SPDX-License-Identifier: GPL-3.0-or-later
// The annotated tag of a release. It is made last and here only: pushing it is the user's own act.
// git is never given a terminal, so nothing prompts (D-42).
#pragma once

#include "core/base/exit_code.h"
#include "core/base/file.h"
#include "core/base/result.h"
#include "core/release/bundle_checks.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace soak
{

inline constexpr const char* kDefaultTag = "v1.0.0-soak-validated"; // DOMAIN 7.6

struct TagRequest {
    std::string tag = kDefaultTag;
    fs::path repository = ".";
    fs::path bundle;
    std::optional<fs::path> signingKey; // SSH; absent: not signed
    bool force = false;                 // replaces a tag that is there
    bool dryRun = false;
    fs::path scratch = "/tmp";
};

struct TagProblem {
    ExitCode code = ExitCode::NegativeVerdict; // what it alone would end with
    std::string text;
    bool operator==(const TagProblem&) const = default;
};

struct TagOutcome {
    std::vector<TagProblem> problems; // all of them at once; empty: the tag may be made
    std::string message;              // of the tag; empty when the bundle does not say what to
    std::string head;                 // the commit that is tagged
    bool isMade = false;
};

// What makeTag looks at in the repository alone, before there is a bundle: the tree, the name, the
// commit. Errors: as makeTag.
Result<TagOutcome> checkRepository(const TagRequest& request,
                                   const std::optional<std::string>& soakedCommit,
                                   std::stop_token stop = {});

// Looks at everything before anything is done: a clean tree, a free and valid name, the commit that
// was soaked where the run knows it (`commit` or `git_commit` in RUN.json), a READY bundle that
// verifies. Errors: Environment (no git, no repository, git fails), Cancelled.
Result<TagOutcome> makeTag(const TagRequest& request, const BundleVerification& bundle,
                           const std::optional<std::string>& soakedCommit,
                           std::stop_token stop = {});

// 0 without problems, else the gravest code: integrity, a tag that is there, a negative verdict.
ExitCode tagExitCode(const TagOutcome& outcome);

// Title, verdict, figures, goals, deltas, guards and the bundle, from the snapshot in the bundle.
// Errors: Integrity.
Result<std::string> tagMessage(const std::string& tag, const BundleVerification& bundle,
                               const fs::path& bundlePath);

} // namespace soak
