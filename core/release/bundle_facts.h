// SPDX-License-Identifier: GPL-3.0-or-later
// What all documents of a bundle say alike. Everything comes from the run, so that the same run
// gives the same bundle; nothing here knows a clock, a folder or an environment.
#pragma once

#include "core/analysis/judgement.h"
#include "core/release/decision.h"
#include "core/report/report_context.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soak
{

enum class BundleResult : std::uint8_t { Ready, Partial };

std::string_view keyOf(BundleResult result); // READY, PARTIAL
std::optional<BundleResult> bundleResultFromKey(std::string_view key);

// What is said by people and not by the run.
struct BundleLabels {
    std::optional<std::string> version; // of what is released
    std::string zlibVersion;            // what packs the archive
    bool operator==(const BundleLabels&) const = default;
};

struct BundleFacts {
    BundleLabels labels;
    std::string name; // bundleNameOf
    ReportContext context;
    std::int64_t mtime = 0; // the context's time in seconds since 1970; 0 when there is none
    BundleResult result = BundleResult::Partial;
    std::vector<std::string> blockers;       // why not READY, one sentence each
    std::optional<std::string> stateHash;    // of the overrides that the run ended with
    std::optional<ReleaseDecision> decision; // what people decided; absent: nobody did
};

// The run's last time; of a run without any the start in RUN.json, else absent (DOMAIN 1.7).
ReportContext bundleContext(const SoakRun& run);

// Why no release can be made of the run: its blockers (DOMAIN 2.7), overrides that are not there,
// and a decision against it. Empty: it is READY.
std::vector<std::string> bundleBlockers(const Judgement& judgement,
                                        const std::optional<ReleaseDecision>& decision = {});

BundleFacts factsOf(const Judgement& judgement, BundleLabels labels,
                    std::optional<ReleaseDecision> decision = {});

} // namespace soak
