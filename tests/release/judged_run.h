// SPDX-License-Identifier: GPL-3.0-or-later
// Judgements for tests of documents, without a folder.
#pragma once

#include "core/analysis/judgement.h"
#include "core/release/bundle_facts.h"
#include "tests/support/builders.h"

namespace soak
{

inline Judgement judgedRun(const RunBuilder& builder)
{
    return judge(builder.shared(), missionProfile());
}

inline BundleFacts factsFor(const Judgement& judgement,
                            std::optional<std::string> version = std::nullopt)
{
    return factsOf(judgement, {.version = std::move(version), .zlibVersion = "1.2.13"});
}

} // namespace soak
